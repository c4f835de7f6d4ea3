internal import FoundationEssentials
package import JSON
internal import Synchronization

/// What the sandbox has accepted: the newest messages, and how many older ones made room for them.
package final class MessageStore: Sendable {
    private struct State {
        var messages: [SandboxMessage] = []
        /// The sizes of the messages' documents, in the same order.
        var sizes: [Int] = []
        var size = 0
        var lastNumber = 0
        var dropped = 0
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
    package var all: [SandboxMessage] { state.withLock { $0.messages } }

    /// How many were ever accepted.
    package var acceptedCount: Int { state.withLock { $0.lastNumber } }

    /// How many made room for newer ones.
    package var droppedCount: Int { state.withLock { $0.dropped } }

    /// Forgets all messages; the file keeps them.
    package func removeAll() {
        state.withLock { state in
            state.messages = []
            state.sizes = []
            state.size = 0
            state.dropped = 0
        }
    }

    /// Everything as `GET /sandbox/messages` answers it.
    package var document: JSONValue {
        let (messages, accepted, dropped) = state.withLock { state in
            (state.messages, state.lastNumber, state.dropped)
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
            let line = message.document.bytes
            try file?.append(line)
            keep(message, line.count, in: &state)
        }
    }

    private func keep(_ message: SandboxMessage, _ size: Int, in state: inout State) {
        state.lastNumber = max(state.lastNumber, message.number)
        state.messages.append(message)
        state.sizes.append(size)
        state.size += size
        var surplus = 0
        while state.messages.count - surplus > limit
            || (state.size > byteLimit && state.messages.count - surplus > 1)
        {
            state.size -= state.sizes[surplus]
            surplus += 1
        }
        guard surplus > 0 else { return }
        state.messages.removeFirst(surplus)
        state.sizes.removeFirst(surplus)
        state.dropped += surplus
    }
}
