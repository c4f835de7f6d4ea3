internal import FoundationEssentials
package import JSON
internal import Synchronization

/// What the sandbox has accepted: the newest messages, and how many older ones made room for them.
package final class MessageStore: Sendable {
    private struct State {
        /// Those that are kept, behind those that were dropped and still take a place.
        var messages: [Kept] = []
        var droppedPlaces = 0
        var size = 0
        var lastNumber = 0
        var dropped = 0
    }

    private struct Kept {
        /// nil once it was dropped.
        var message: SandboxMessage?
        /// The size of its document.
        let size: Int
    }

    private let limit: Int
    private let byteLimit: Int
    private let file: MessageFile?
    private let state = Mutex(State())

    /// A store that goes on with what the file holds.
    init(limit: Int, byteLimit: Int, file: MessageFile?) throws {
        precondition(limit > 0, "a store keeps one message at least")
        self.limit = limit
        self.byteLimit = byteLimit
        self.file = file
        guard let file else { return }
        for (message, size) in try file.open() {
            state.withLock { keep(message, size, in: &$0) }
        }
    }

    /// The messages, oldest first.
    package var all: [SandboxMessage] { state.withLock { $0.messages.compactMap(\.message) } }

    /// How many were ever accepted.
    package var acceptedCount: Int { state.withLock { $0.lastNumber } }

    /// How many made room for newer ones.
    package var droppedCount: Int { state.withLock { $0.dropped } }

    /// Forgets all messages; the file keeps them.
    package func removeAll() {
        state.withLock { state in
            (state.messages, state.droppedPlaces) = ([], 0)
            state.size = 0
            state.dropped = 0
        }
    }

    /// Everything as `GET /sandbox/messages` answers it.
    package var document: JSONValue {
        let (messages, accepted, dropped) = state.withLock { state in
            (state.messages.compactMap(\.message), state.lastNumber, state.dropped)
        }
        return [
            "accepted": .number(accepted),
            "dropped": .number(dropped),
            "messages": .array(messages.map(\.document)),
        ]
    }

    /// Keeps a message, in the file first.
    ///
    /// An error means that it was not accepted.
    func accept(
        _ content: JSONObject,
        id: String,
        by service: SandboxMessage.Service,
        at now: Date
    ) throws {
        try state.withLock { state in
            let message = SandboxMessage(
                number: state.lastNumber + 1,
                id: id,
                service: service,
                receivedAt: now,
                content: content
            )
            let line = message.text
            try file?.append(line)
            keep(message, line.count, in: &state)
        }
    }

    private func keep(_ message: SandboxMessage, _ size: Int, in state: inout State) {
        state.lastNumber = max(state.lastNumber, message.number)
        state.messages.append(Kept(message: message, size: size))
        state.size += size
        while state.messages.count - state.droppedPlaces > limit
            || (state.size > byteLimit && state.messages.count - state.droppedPlaces > 1)
        {
            state.size -= state.messages[state.droppedPlaces].size
            state.messages[state.droppedPlaces].message = nil
            state.droppedPlaces += 1
            state.dropped += 1
        }
        // Moved up once in so many messages, not for each of them.
        guard state.droppedPlaces > limit else { return }
        state.messages.removeFirst(state.droppedPlaces)
        state.droppedPlaces = 0
    }
}
