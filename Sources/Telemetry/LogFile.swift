internal import Dispatch
internal import Glibc
internal import JSON
internal import Synchronization

/// A file that log lines are appended to, and that is opened again when somebody has moved it away.
///
/// It is made for its owner alone; one that is there keeps its rights. What finds no room on the disk is lost and counted; the
/// program goes on, and the next line that fits says how many.
package final class LogFile: Sendable {
    package let path: String
    private let state: Mutex<State>
    private let isToReopen = Atomic<Bool>(false)

    private struct State {
        var descriptor: Int32
        /// Lines that were lost since the last one that was written whole.
        var lost = 0
        /// Whether the last line in the file is not whole.
        var isTorn = false
    }

    /// Why a file cannot be opened.
    package struct Unopened: Error, CustomStringConvertible {
        package let description: String
    }

    /// Opens the file, or makes it; its folder is there.
    package init(_ path: String) throws(Unopened) {
        self.path = path
        state = Mutex(State(descriptor: try Self.open(path)))
    }

    deinit {
        let descriptor = state.withLock(\.descriptor)
        close(descriptor)
    }

    private static func open(_ path: String) throws(Unopened) -> Int32 {
        let descriptor = Glibc.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Unopened(description: String(cString: strerror(errno)))
        }
        return descriptor
    }

    /// Lines that were lost since the last one that was written whole.
    var lost: Int { state.withLock(\.lost) }

    /// Has the file opened anew before the next line, as logrotate asks for by SIGHUP.
    package func reopen() { isToReopen.store(true, ordering: .relaxed) }

    /// Appends lines, each with its end.
    package func write(_ lines: [UInt8]) {
        state.withLock { state in
            if isToReopen.exchange(false, ordering: .relaxed) { reopen(&state) }
            if state.lost > 0 || state.isTorn {
                let (lost, wasTorn) = (state.lost, state.isTorn)
                guard append(notice(state), &state) else {
                    state.lost = lost + Self.count(lines[...])
                    state.isTorn = state.isTorn || wasTorn
                    return
                }
                (state.lost, state.isTorn) = (0, false)
            }
            _ = append(lines, &state)
        }
    }

    /// What is there stays in use where nothing else can be opened.
    private func reopen(_ state: inout State) {
        guard let descriptor = try? Self.open(path) else { return }
        close(state.descriptor)
        state.descriptor = descriptor
        state.isTorn = false
    }

    /// What is said of what is not there, on a line of its own.
    private func notice(_ state: State) -> [UInt8] {
        let end: [UInt8] = state.isTorn ? [UInt8(ascii: "\n")] : []
        guard state.lost > 0 else { return end }
        var line = ObjectWriter(reservingCapacity: 80)
        line.add("level", "warning")
        line.add("message", "log lines dropped: the file took none")
        line.add("lines", state.lost)
        return end + line.finished() + [UInt8(ascii: "\n")]
    }

    /// Whether all of it was written; what was not is counted.
    private func append(_ bytes: [UInt8], _ state: inout State) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                Glibc.write(state.descriptor, $0.baseAddress, $0.count)
            }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                state.lost += Self.count(bytes[written...])
                state.isTorn =
                    state.isTorn || written > 0 && bytes[written - 1] != UInt8(ascii: "\n")
                return false
            }
        }
        return true
    }

    private static func count(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.count { $0 == UInt8(ascii: "\n") }
    }
}
