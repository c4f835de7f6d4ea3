package import JSON

/// What a patch makes of an order's input.
package struct PatchedOrder: Sendable {
    package let order: OrderID
    /// The input as the order would begin with it, or what is wrong with it.
    package let input: Result<JSONValue, OrderFaults>

    /// Tries the patch on the order's own input, and the outcome by what is demanded of the order's kind.
    init(_ patch: JSONPatch, of order: Order, _ rules: OrderRules) {
        self.order = order.id
        input = Result { () throws(OrderFaults) in try Self.input(patch, of: order, rules) }
    }

    private static func input(
        _ patch: JSONPatch,
        of order: Order,
        _ rules: OrderRules
    ) throws(OrderFaults) -> JSONValue {
        guard order.damage == nil else {
            throw OrderFaults([OrderFault("/input", "what is stored of the order is damaged")])
        }
        guard let own = try? JSONValue(parsing: order.input) else {
            throw OrderFaults([OrderFault("/input", "its input is not there any more")])
        }
        do {
            return try rules.edited(patch.applied(to: own), of: order.id.number)
        } catch let faults as OrderFaults {
            throw faults
        } catch let fault as JSONPatch.Fault {
            throw OrderFaults([OrderFault("/input/\(fault.operation)", fault.reason)])
        } catch is OtherNumber {
            throw OrderFaults([OrderFault("/input/orderId", "must stay \(order.id.number)")])
        } catch {
            throw OrderFaults([OrderFault("/input", "\(error)")])
        }
    }
}

extension OrderFaults {
    /// All of them in one line.
    package var reason: String {
        faults.map { "\($0.pointer) \($0.detail)" }.joined(separator: "; ")
    }
}
