package import JSON
package import StatesLanguage

/// What was handed to a provider for a delivery, as people read it.
package struct DeliveryContent: Sendable, Equatable {
    package var message: Message
    /// Of what a state sends by an action of a service: its arguments, which may say more than `message` has room for.
    package var request: Request?

    package init(_ message: Message, request: Request? = nil) {
        self.message = message
        self.request = request
    }

    package struct Request: Sendable, Equatable {
        /// `sesv2:sendEmail`.
        package var action: String
        package var arguments: JSONValue

        package init(action: String, arguments: JSONValue) {
            self.action = action
            self.arguments = arguments
        }
    }

    /// By the kinds of deliveries.
    package enum Message: Sendable, Equatable {
        case email(Email)
        /// Where it goes, a topic mostly; several in one call stand in `request` alone.
        case notice(topic: String?, subject: String?, message: String?)
        case message(queue: String?, body: String?)
        /// The function by its name or ARN, and the event that it gets as JSON text.
        case invocation(function: String, payload: String)
    }

    package struct Email: Sendable, Equatable {
        package var from: String?
        package var to: [String] = []
        package var cc: [String] = []
        package var bcc: [String] = []
        package var replyTo: [String] = []
        package var words = Words.elsewhere
        package var attachments: [Attachment] = []

        package init(from: String?) { self.from = from }
    }

    /// Where an e-mail's words are.
    package enum Words: Sendable, Equatable {
        case texts(subject: String?, text: String?, html: String?)
        /// SES fills a template in that lies with it, with these data.
        case template(name: String, data: String?)
        /// A message that a workflow has written whole (RFC 5322).
        case raw(String)
        /// In `request` alone.
        case elsewhere
    }

    package struct Attachment: Sendable, Equatable {
        package var name: String
        /// `application/pdf`; nil where the provider finds it out.
        package var type: String?
        /// In bytes.
        package var size: Int

        package init(name: String, type: String?, size: Int) {
            self.name = name
            self.type = type
            self.size = size
        }
    }
}

extension DeliveryContent.Message {
    package var kind: Delivery.Kind {
        switch self {
        case .email: .email
        case .notice: .notice
        case .message: .message
        case .invocation: .invocation
        }
    }
}

/// Makes again what a task has sent, by the code that made it first; `Integrations` keeps it.
package protocol DeliveryWriter: Sendable {
    /// What a task that calls this resource with this input hands over for that delivery now; nil when it sends none of that
    /// kind.
    ///
    /// Throws `Unwritable` when it would fail today.
    func write(
        _ delivery: Delivery,
        resource: TaskResource,
        input: JSONValue
    ) async throws -> WrittenDelivery?
}

/// A delivery as it is written now.
package struct WrittenDelivery: Sendable {
    package var content: DeliveryContent
    /// SHA-256 as the ledger keeps it: `Delivery.Intent.contentHash`.
    package var contentHash: String
    /// What makes it another one where it is, as in "the templates have changed since".
    package var doubt: String

    package init(_ content: DeliveryContent, contentHash: String, doubt: String) {
        self.content = content
        self.contentHash = contentHash
        self.doubt = doubt
    }
}

/// Why a delivery cannot be written again.
package struct Unwritable: Error, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
