internal import Sockets
internal import Synchronization

/// The connections that are open, so that they can be counted and, at shutdown, found.
final class OpenConnections: Sendable {
    /// What the shutdown needs of a connection.
    final class Entry: Sendable {
        let stream: any ByteStream
        /// Whether it waits for a request's first byte; changed and read on the stream's loop.
        let isIdle = Atomic(false)

        init(_ stream: any ByteStream) {
            self.stream = stream
        }
    }

    private struct State {
        var admission: ConnectionAdmission
        var entries: [ObjectIdentifier: Entry] = [:]
    }

    private let state: Mutex<State>

    init(_ configuration: ServerConfiguration) {
        state = Mutex(State(admission: ConnectionAdmission(configuration)))
    }

    var count: Int { state.withLock { $0.admission.count } }

    func accepted(_ stream: TCPStream) -> ConnectionAdmission.Decision {
        state.withLock { $0.admission.accepted(from: stream.remoteAddress.ip) }
    }

    func closed(_ stream: TCPStream, after decision: ConnectionAdmission.Decision) {
        state.withLock { $0.admission.closed(from: stream.remoteAddress.ip, after: decision) }
    }

    func insert(_ entry: Entry) {
        state.withLock { $0.entries[ObjectIdentifier(entry)] = entry }
    }

    func remove(_ entry: Entry) {
        state.withLock { _ = $0.entries.removeValue(forKey: ObjectIdentifier(entry)) }
    }

    /// Lets the connections that wait for a request on this loop, on whose thread this is called, wait a
    /// moment longer and no more.
    func hurryIdle(on loop: EventLoop) {
        let entries = state.withLock { Array($0.entries.values) }
        let deadline = loop.now + ConnectionTimeouts.lastRequestTimeout
        for entry in entries
        where entry.stream.loop === loop && entry.isIdle.load(ordering: .relaxed) {
            entry.stream.deadline = deadline
        }
    }
}
