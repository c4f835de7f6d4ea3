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

    fileprivate struct Kept {
        /// nil once it was dropped.
        var message: SandboxMessage?
        /// The size of its document.
        let size: Int
    }

    /// Some messages, the newest first.
    package struct Page: Sendable {
        package var messages: [SandboxMessage]
        /// The number of the last one, when there are more behind it.
        package var next: Int?
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

    /// So many messages, the newest first: those that came before the one with that number, or the newest of all.
    package func page(_ limit: Int, before number: Int? = nil) -> Page {
        state.withLock { state in
            let kept = state.messages[state.droppedPlaces...]
            let end = number.map { number in kept.partition { $0 >= number } } ?? kept.endIndex
            let start = max(kept.startIndex, end - limit)
            let messages = kept[start..<end].reversed().compactMap(\.message)
            return Page(
                messages: messages,
                next: start > kept.startIndex ? messages.last?.number : nil
            )
        }
    }

    /// Notes for which order a message was sent, which notices do not say; unknown is one that was dropped since, or is
    /// not among the newest.
    package func note(order: String, of id: String) {
        state.withLock { state in
            let first = max(state.droppedPlaces, state.messages.count - Self.newest)
            // Mostly the last one: who sends it has just been answered. No slice outlives this: it would share the array,
            // which were copied then when it is written to.
            guard
                let place = state.messages[first...].lastIndex(where: { $0.message?.id == id })
            else { return }
            state.messages[place].message?.orderID = order
        }
    }

    /// Among how many messages one is looked for: more than can be on their way at a time.
    private static let newest = 10_000

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

extension ArraySlice<MessageStore.Kept> {
    /// The place of the first message whose number passes, when all behind it do.
    fileprivate func partition(_ passes: (Int) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if passes(self[middle].message?.number ?? 0) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
