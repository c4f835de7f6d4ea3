import FoundationEssentials
package import Orders
import Testing

/// One sentence of the `SuppressionStore` contract, and how it is checked on a store that has kept nothing yet.
package struct SuppressionFact: Sendable, CustomTestStringConvertible {
    /// The sentence.
    package let name: String
    package let check: @Sendable (any SuppressionStore) async throws -> Void

    package var testDescription: String { name }

    private init(
        _ name: String,
        check: @escaping @Sendable (any SuppressionStore) async throws -> Void
    ) {
        self.name = name
        self.check = check
    }

    /// The whole contract.
    package static let all = [
        SuppressionFact("an address is kept as it was put on the list") { store in
            let bounced = try suppression("B@Example.com", .bounce, detail: "550 no such user")
            #expect(try await store.suppress(bounced).before == nil)
            #expect(bounced.address == "b@example.com")
            #expect(try await store.suppression(of: "b@example.com") == bounced)
            #expect(try await store.suppression(of: "c@example.com") == nil)
        },
        SuppressionFact("an address that is on the list is replaced, and answered as it was") {
            store in
            let first = try suppression("a@example.com", .manual)
            let second = try suppression("a@example.com", .complaint, at: 9)
            _ = try await store.suppress(first)
            #expect(try await store.suppress(second).before == first)
            #expect(try await store.suppressions(after: "", limit: 9) == [second])
        },
        SuppressionFact("an address that is taken off is answered as it was, once") { store in
            let kept = try suppression("a@example.com", .refused)
            _ = try await store.suppress(kept)
            #expect(try await store.release("a@example.com", by: ada, at: noon).before == kept)
            #expect(try await store.release("a@example.com", by: ada, at: noon).before == nil)
            #expect(try await store.suppressions(after: "", limit: 9).isEmpty)
        },
        SuppressionFact("every change has a number that is higher than the one before") { store in
            let listed = try await store.suppress(try suppression("a@example.com", .manual))
            let other = try await store.suppress(try suppression("b@example.com", .manual))
            let released = try await store.release("a@example.com", by: ada, at: noon)
            #expect(listed.number < other.number && other.number < released.number)
        },
        SuppressionFact("the list goes by address, page by page") { store in
            for name in ["c", "a", "d", "b"] {
                _ = try await store.suppress(try suppression("\(name)@example.com", .manual))
            }
            let first = try await store.suppressions(after: "", limit: 3)
            #expect(first.map(\.address) == ["a@example.com", "b@example.com", "c@example.com"])
            let rest = try await store.suppressions(after: "c@example.com", limit: 3)
            #expect(rest.map(\.address) == ["d@example.com"])
        },
    ]

    private static func suppression(
        _ address: String,
        _ cause: Suppression.Cause,
        detail: String? = nil,
        at seconds: Double = 0
    ) throws -> Suppression {
        Suppression(
            try EmailAddress(address),
            cause,
            detail: detail,
            since: noon(plus: seconds),
            by: ada
        )
    }

    private static let ada = Operator("ada", reason: "she was asked")
}
