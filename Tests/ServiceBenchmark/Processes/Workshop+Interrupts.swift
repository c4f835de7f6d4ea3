import Foundation
import Glibc
import UnixSignals

extension Workshop {
    /// Runs the measurement in a new workshop, and closes it: at its end, at an error, and at Ctrl-C or SIGTERM.
    static func run(_ measure: (Workshop) async throws -> Void) async throws {
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup)
        let workshop = try Workshop()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await workshop.closeAtSignal(signals) }
            defer {
                workshop.close()
                group.cancelAll()
            }
            try await measure(workshop)
        }
    }

    private func closeAtSignal(_ signals: UnixSignalsSequence) async {
        for await _ in signals {
            close()
            // A measurement may be in the midst of a blocking read: it has nothing more to say.
            exit(130)
        }
    }
}
