import FoundationEssentials
import Synchronization
import Testing

@testable import Orders

struct `The suppression list in memory` {
    @Test func `knows every address of the store, whatever its capitals`() async throws {
        let list = try await SuppressionList(store: StubStore(["a@b.de"]), clock: SteadyClock())
        #expect(list.contains("A@b.de") && !list.contains("b@b.de") && list.count == 1)
    }

    @Test func `is as the store is, in whatever order two changes of an address end`() async throws
    {
        let store = StubStore([])
        let list = try await SuppressionList(store: store, clock: SteadyClock())
        let address = try EmailAddress("a@b.de")
        async let added = list.add(address, .manual, by: Operator("ada"))
        await store.heard.wait()
        // The store has it, and its answer is still on its way when the address is taken off again.
        _ = try await list.remove(address, by: Operator("ada"))
        store.answer.raise()
        _ = try await added
        #expect(!list.contains("a@b.de"))
    }
}

/// A store whose first answer waits until it may go.
private final class StubStore: SuppressionStore {
    let heard = WakeSignal()
    let answer = WakeSignal()
    private let addresses: [String]
    private let number = Mutex<Int64>(0)

    init(_ addresses: [String]) { self.addresses = addresses }

    private func next() -> Int64 {
        number.withLock { number in
            number += 1
            return number
        }
    }

    func suppress(_ suppression: Suppression) async throws -> SuppressionChange {
        let change = SuppressionChange(before: nil, number: next())
        heard.raise()
        await answer.wait()
        return change
    }

    func release(
        _ address: String,
        by operator: Operator,
        at now: Date
    ) async throws
        -> SuppressionChange
    {
        SuppressionChange(before: nil, number: next())
    }

    func suppression(of address: String) async throws -> Suppression? { nil }

    func suppressions(after address: String, limit: Int) async throws -> [Suppression] {
        try addresses.filter { $0 > address }.map {
            Suppression(try EmailAddress($0), .manual, since: .distantPast, by: Operator("ada"))
        }
    }
}
