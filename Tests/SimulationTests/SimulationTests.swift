import Foundation
import JSON
import Orders
import StoreConformance
import Synchronization
import Testing

@testable import Simulator

/// The whole engine on one thread with a clock of its own: the same seed plays the same hours again.
///
/// The suite plays a few seeds; `swift run -c release Simulator 2000` plays so many, as `.ci/run` does, and `Simulator 1 17`
/// one of them alone.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct `A simulation` {
    private static let seeds: [UInt64] = Array(1...4)

    @Test func `keeps the promises, whatever the seed`() throws {
        for seed in Self.seeds {
            let service = SimulatedService(seed: seed)
            try service.machine.run { await service.play() }
            #expect(Promises(service).broken() == [], "seed \(seed)")
        }
    }

    @Test func `notices a store that forgets what is uncertain`() throws {
        let broken = try (UInt64(1)...6).flatMap { seed in
            let service = SimulatedService(seed: seed, isForgetful: true)
            try service.machine.run { await service.play() }
            return Promises(service).broken()
        }
        #expect(broken.contains { $0.contains("went out") })
    }

    @Test func `is the same again for the same seed`() throws {
        for seed in Self.seeds.prefix(2) {
            #expect(try trace(seed) == trace(seed), "seed \(seed)")
        }
    }

    private func trace(_ seed: UInt64) throws -> [String] {
        let service = SimulatedService(seed: seed)
        try service.machine.run { await service.play() }
        let entries = service.disk.state.withLock { $0.pruned + $0.orders }
        let histories = entries.flatMap {
            $0.history.map { String(decoding: $0.json, as: UTF8.self) }
        }
        return histories + ["\(service.machine.steps) steps", "\(service.machine.now)"]
    }

    @Test(arguments: ScheduleFact.all)
    func `has a store that keeps schedules`(fact: ScheduleFact) async throws {
        try await fact.check(ModelStore(ModelStore.Disk(), at: noon))
    }

    @Test(arguments: StoreFact.all)
    func `runs on a store that keeps the contract`(fact: StoreFact) async throws {
        try await fact.check(ModelFixture())
    }
}

extension `A simulation` {
    @Test(arguments: StoreFact.severalNodes)
    func `runs on a store that takes several nodes`(fact: NodeFact) async throws {
        let disk = ModelStore.Disk(forSeveralNodes: true)
        try await fact.check(
            Nodes(
                one: ModelStore(disk, node: "one", at: noon),
                other: ModelStore(disk, node: "other", at: noon),
                restartOne: { ModelStore(disk, node: "one", at: noon(plus: 50)) }
            )
        )
    }
}

/// The model store as a process finds it.
private final class ModelFixture: StoreFixture {
    private let first = ModelStore(
        ModelStore.Disk(),
        at: Date(timeIntervalSince1970: 1_790_000_000)
    )

    var store: any TestedStore { first }

    func restarted() async throws -> any TestedStore { try await restarted(from: first) }

    func restarted(from store: any OrderStore) async throws -> any TestedStore {
        guard let store = store as? ModelStore else { throw CancellationError() }
        // A copy of the disk: the old store keeps its own.
        let disk = ModelStore.Disk()
        let state = store.disk.state.withLock { $0 }
        disk.state.withLock { $0 = state }
        return ModelStore(disk, at: Date(timeIntervalSince1970: 1_790_000_050))
    }
}
