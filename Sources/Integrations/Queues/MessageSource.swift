package import AWS

/// Where a consumer takes messages from; a stand-in takes its place in tests.
package protocol MessageSource: Sendable {
    /// Makes sure that messages may be taken from it: throws why not.
    func check() async throws

    /// Waits for messages and keeps those it gets from others.
    func receive() async throws -> [ReceivedMessage]

    /// Takes messages out for good; answers those that are not.
    func delete(_ messages: [ReceivedMessage]) async throws -> [ReceivedMessage]

    /// Keeps messages from others for another while.
    func prolong(_ messages: [ReceivedMessage]) async throws

    /// Lets others have the messages at once.
    func release(_ messages: [ReceivedMessage]) async throws
}

/// A queue of Amazon SQS as a source.
package struct SQSMessageSource: MessageSource {
    package let queue: QueueClient
    /// How long a message is kept from others unless that is prolonged, in seconds.
    private let visibility: Int
    /// How long a call may take beside what it waits for.
    private let timeout: Duration
    /// Whether it has to move what is rejected to a dead-letter queue, or it would come again for days.
    private let needsRedrivePolicy: Bool

    package init(
        _ queue: QueueClient,
        visibility: Int,
        timeout: Duration,
        needsRedrivePolicy: Bool
    ) {
        self.queue = queue
        self.visibility = visibility
        self.timeout = timeout
        self.needsRedrivePolicy = needsRedrivePolicy
    }

    /// A queue whose rejected messages nobody would take away.
    package struct NoRedrivePolicy: Error, CustomStringConvertible {
        package init() {}

        package var description: String {
            "the queue has no redrive policy, so a message that is no order would come again until it is too old; give the "
                + "queue a dead-letter queue, or say rejects=delete or rejects=leave behind its URL"
        }
    }

    package func check() async throws {
        guard needsRedrivePolicy else { return }
        let attributes = try await queue.attributes(deadline: .now + timeout)
        guard attributes.hasRedrivePolicy else { throw NoRedrivePolicy() }
    }

    package func receive() async throws -> [ReceivedMessage] {
        let wait = QueueClient.Limit.wait
        return try await queue.receive(
            wait: wait,
            visibility: visibility,
            deadline: .now + timeout + .seconds(wait)
        )
    }

    package func delete(_ messages: [ReceivedMessage]) async throws -> [ReceivedMessage] {
        try await queue.delete(messages, deadline: .now + timeout).map(\.message)
    }

    package func prolong(_ messages: [ReceivedMessage]) async throws {
        _ = try await queue.changeVisibility(messages, to: visibility, deadline: .now + timeout)
    }

    package func release(_ messages: [ReceivedMessage]) async throws {
        _ = try await queue.changeVisibility(messages, to: 0, deadline: .now + timeout)
    }
}
