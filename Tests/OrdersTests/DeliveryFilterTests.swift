import FoundationEssentials
import Testing

@testable import Orders

private let noon = Date(timeIntervalSince1970: 1_800_000_000)

/// Which deliveries a decision about many means.
struct `A filter of deliveries` {
    /// What is asked for; of an e-mail intended at noon, of a held order accepted a minute before it.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var isMeant: Bool
        var filter: DeliveryFilter

        init(_ name: String, _ isMeant: Bool, _ change: (inout DeliveryFilter) -> Void) {
            (self.name, self.isMeant) = (name, isMeant)
            filter = DeliveryFilter()
            change(&filter)
        }

        var testDescription: String { name }
    }

    @Test(arguments: [
        Case("nothing", true) { _ in },
        Case("its kind", true) { $0.kind = .email },
        Case("another kind", false) { $0.kind = .notice },
        Case("intended then", true) { $0.intendedAfter = noon },
        Case("intended later", false) { $0.intendedAfter = noon.addingTimeInterval(0.001) },
        Case("intended before then", false) { $0.intendedBefore = noon },
        Case("intended before later", true) { $0.intendedBefore = noon.addingTimeInterval(0.001) },
        Case("its definition", true) { $0.workflow = "c0ffee" },
        Case("the default workflow's name", true) { $0.workflow = "Orders" },
        Case("another workflow", false) { $0.workflow = "Refunds" },
        Case("its order's status", true) { $0.order.status = .held },
        Case("another status", false) { $0.order.status = .failed },
        Case("accepted then", true) { $0.order.createdAfter = noon.addingTimeInterval(-60) },
        Case("accepted later", false) { $0.order.createdAfter = noon },
        Case("accepted before", true) { $0.order.createdBefore = noon },
        Case("accepted earlier", false) {
            $0.order.createdBefore = noon.addingTimeInterval(-60)
        },
        Case("all of it", true) {
            ($0.kind, $0.workflow, $0.order.status) = (.email, "Orders", .held)
            ($0.intendedAfter, $0.order.createdBefore) = (noon, noon)
        },
    ])
    func `means what has all that is asked for`(example: Case) throws {
        let (delivery, order) = try Self.sample("001")
        let isMeant =
            example.filter.mayInclude(delivery)
            && example.filter.includes(order, default: "Orders")
        #expect(isMeant == example.isMeant)
    }

    @Test(arguments: [
        ("Refunds", true), ("Orders", false), ("c0ffee", true), ("refunds", false),
    ])
    func `knows an order's workflow by its id`(workflow: String, isMeant: Bool) throws {
        var filter = DeliveryFilter()
        filter.workflow = workflow
        let (_, order) = try Self.sample("Refunds:001")
        #expect(filter.includes(order, default: "Orders") == isMeant)
    }

    private static func sample(_ id: String) throws -> (Delivery, Order) {
        let id = try #require(OrderID(id))
        var order = Order(
            accepted: NewOrder(
                id: id,
                input: [],
                workflow: "c0ffee",
                createdAt: noon.addingTimeInterval(-60)
            )
        )
        order.status = .held
        let key = Delivery.Key(state: "A", visit: 2, name: "confirmation")
        let intent = Delivery.Intent(key: key, kind: .email, contentHash: "")
        return (Delivery(id: 1, of: id, intent, at: noon, fence: 1), order)
    }
}
