public import Orders
public import Testing

/// One sentence of the `OrderStore` contract, and how it is checked.
public struct StoreFact: Sendable, CustomTestStringConvertible {
    /// The sentence.
    public let name: String
    /// Checks it on a store of its own.
    public let check: @Sendable (any StoreFixture) async throws -> Void

    /// The sentence, as a test report shows it.
    public var testDescription: String { name }

    init(_ name: String, check: @escaping @Sendable (any StoreFixture) async throws -> Void) {
        self.name = name
        self.check = check
    }

    /// The whole contract.
    public static let all =
        submitting + identifying + claiming + recording + delivering + stepping + reading
        + revising + quarantining + redrivingMany + keeping
}

/// What every adapter offers.
public typealias TestedStore = OrderStore & OrderReader & BulkStore & RetentionStore

/// How a fact gets at the adapter under test.
public protocol StoreFixture: Sendable {
    /// The store, empty at first.
    var store: any TestedStore { get }

    /// The store as a new process of the same node finds it, after the old one was killed.
    func restarted() async throws -> any TestedStore

    /// The same after the process that had opened this one was killed.
    func restarted(from store: any OrderStore) async throws -> any TestedStore
}
