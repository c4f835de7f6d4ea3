import Foundation
import Synchronization

/// Starts processes one after the other.
///
/// Foundation's `Process.run` was seen to die of a bad pointer when many threads called it at one time.
enum Launch {
    private static let turn = Mutex(())

    static func run(_ process: Process) throws {
        let result = turn.withLock { _ in Result { try process.run() } }
        try result.get()
    }
}
