import Foundation

/// Plays seeds of the simulation, and tells each that broke a promise.
///
/// `swift run -c release Simulator [SEEDS] [FIRST]`: so many seeds from the first on; one seed is repeated by `1 SEED`.
@main
struct Simulator {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
        let (count, first) = (arguments.first ?? 1_000, arguments.dropFirst().first ?? 1)
        let seeds = first..<(first + max(1, count))
        let clock = ContinuousClock()
        let start = clock.now
        let lanes = max(1, min(ProcessInfo.processInfo.activeProcessorCount, seeds.count))
        let broken = play(seeds, lanes: lanes)
        let seconds = start.duration(to: clock.now) / .seconds(1)
        let rate = (Double(seeds.count) / seconds * 10).rounded() / 10
        print(
            "\(seeds.count) seeds from \(first) in \(Int(seconds)) s (\(rate)/s), \(broken) broken"
        )
        exit(broken == 0 ? 0 : 1)
    }

    /// Plays every so manieth seed on a thread of its own; answers how many broke a promise.
    private static func play(_ seeds: Range<UInt64>, lanes: Int) -> Int {
        let counts = Counts()
        let threads = (0..<lanes).map { lane in
            let thread = Thread {
                for seed in seeds where Int(seed % UInt64(lanes)) == lane {
                    counts.add(check(seed))
                }
                counts.end()
            }
            // A debug build's frames are large.
            thread.stackSize = 16 << 20
            thread.start()
            return thread
        }
        return counts.wait(for: threads.count)
    }

    /// Whether the seed broke a promise, which is told.
    private static func check(_ seed: UInt64) -> Bool {
        let service = SimulatedService(seed: seed)
        do { try service.machine.run { await service.play() } } catch {
            print("seed \(seed): \(error)")
            return true
        }
        let broken = Promises(service).broken()
        for promise in broken { print("seed \(seed): \(promise)") }
        return !broken.isEmpty
    }

    private final class Counts: @unchecked Sendable {
        // Proof of Sendable: everything below is touched while the condition is locked.
        private let condition = NSCondition()
        private var broken = 0
        private var ended = 0

        func add(_ isBroken: Bool) {
            condition.withLock { if isBroken { broken += 1 } }
        }

        func end() {
            condition.withLock {
                ended += 1
                condition.signal()
            }
        }

        /// How many were broken, once so many threads have ended.
        func wait(for threads: Int) -> Int {
            condition.withLock {
                while ended < threads { condition.wait() }
                return broken
            }
        }
    }
}
