import FoundationEssentials
import Orders

/// The clocks that a process of the simulation sees: the machine's wall clock, which somebody sets now and then, made
/// steady as the service does, and waiting by a clock that nobody can set.
struct SimulatedClock: WallClock {
    private let machine: SimulatedMachine
    private let steady: SteadyClock

    /// A clock for one life of the process.
    init(_ machine: SimulatedMachine) {
        self.machine = machine
        steady = SteadyClock(wall: { machine.wall }, elapsed: { machine.elapsed })
    }

    var now: Date { steady.now }

    func sleep(for duration: Duration) async throws { try await machine.sleep(for: duration) }
}
