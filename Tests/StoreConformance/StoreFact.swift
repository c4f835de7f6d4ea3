package import Orders
import Testing

/// One sentence of the `OrderStore` contract, and how it is checked.
package struct StoreFact: Sendable, CustomTestStringConvertible {
    /// The sentence.
    package let name: String
    /// Checks it on a store of its own.
    package let check: @Sendable (any StoreFixture) async throws -> Void

    /// The sentence, as a test report shows it.
    package var testDescription: String { name }

    init(_ name: String, check: @escaping @Sendable (any StoreFixture) async throws -> Void) {
        self.name = name
        self.check = check
    }

    /// The whole contract.
    package static let all =
        submitting + identifying + claiming + recording + delivering + waiting + stepping + reading
        + tasks + nesting + telling + revising + leaving + quarantining + redrivingMany + keeping
        + alerting
}

/// What every adapter offers.
package typealias TestedStore = OrderStore & OrderReader & BulkStore & RetentionStore & TaskStore
    & AlertStore & VersionStore

/// How a fact gets at the adapter under test.
package protocol StoreFixture: Sendable {
    /// The store, empty at first.
    var store: any TestedStore { get }

    /// The store as a new process of the same node finds it, after the old one was killed.
    func restarted() async throws -> any TestedStore

    /// The same after the process that had opened this one was killed.
    func restarted(from store: any OrderStore) async throws -> any TestedStore
}
