package import FoundationEssentials

/// One e-mail or notice with its ledger entry: the intent before the first byte, the outcome after the answer.
package struct Delivery: Sendable, Equatable {
    /// The entry's number in the ledger.
    package var id: Int64
    package var order: OrderID
    /// What makes it one delivery, however often it is tried.
    package var key: Key
    package var kind: Kind
    package var status: Status
    /// SHA-256 of the content, in hexadecimal digits.
    package var contentHash: String
    /// The provider's name for it, once it is sent.
    package var messageID: String?
    /// Why it was refused, why it waits, or why its fate is uncertain.
    package var reason: String?
    /// How often sending began.
    package var attempts: Int
    /// When sending last began.
    package var intendedAt: Date
    /// When its status became what it is.
    package var concludedAt: Date?
    /// The fence of the lease under which sending last began.
    package var fence: Int64 = 0

    /// An entry as the ledger holds it.
    package init(
        id: Int64,
        order: OrderID,
        intent: Intent,
        status: Status,
        attempts: Int,
        intendedAt: Date
    ) {
        self.id = id
        self.order = order
        key = intent.key
        kind = intent.kind
        contentHash = intent.contentHash
        self.status = status
        self.attempts = attempts
        self.intendedAt = intendedAt
    }
}

extension Delivery {
    /// What makes it one delivery: the visit of a state and the delivery's name there.
    ///
    /// A retry of the state is the same visit, so it finds what was sent before.
    package struct Key: Sendable, Hashable {
        /// The state's name.
        package var state: String
        /// What that visit of the state is known by in the order's execution: `TaskRequest.visit`.
        package var visit: Int
        /// The delivery's name within the state.
        package var name: String

        /// A delivery of that name during that visit of that state.
        package init(state: String, visit: Int, name: String) {
            self.state = state
            self.visit = visit
            self.name = name
        }
    }

    /// What is known of a delivery.
    package enum Status: String, Sendable, Hashable, CaseIterable {
        /// It is being sent, or was when the process ended.
        case intended
        /// The provider accepted it.
        case sent
        /// It would have been sent, and the service sends nothing: it runs in the shadow of another. It is never sent.
        case withheld
        /// It was certainly not accepted, and the order is not to blame for what keeps its provider from it: the next
        /// attempt of its task sends it again. Where the task is given up it waits until its order has ended.
        case waiting
        /// It was certainly not accepted.
        case refused
        /// It may have been accepted; nobody can tell from here.
        case uncertain
        /// A person or the policy has ordered that an uncertain one be sent again.
        case resend
    }

    /// What is about to be sent.
    package struct Intent: Sendable, Hashable {
        package var key: Key
        package var kind: Kind
        /// SHA-256 of the content, in hexadecimal digits.
        package var contentHash: String
        /// Under which name it is withheld and not sent; nil: it is to be sent.
        package var withheldAs: String?

        package init(key: Key, kind: Kind, contentHash: String) {
            self.key = key
            self.kind = kind
            self.contentHash = contentHash
        }
    }

    /// How an attempt to send ended.
    package enum Outcome: Sendable, Equatable {
        /// The provider accepted it under this name; nil when a decision says so and no name is known.
        case sent(messageID: String?)
        /// It was certainly not accepted, and may be once the provider has room.
        case postponed(reason: String)
        /// It was certainly not accepted.
        case refused(reason: String)
        /// It may have been accepted.
        case uncertain(reason: String)

        /// The status that this leaves the delivery in.
        package var status: Status {
            switch self {
            case .sent: .sent
            case .postponed: .waiting
            case .refused: .refused
            case .uncertain: .uncertain
            }
        }
    }

    /// What a person decides about an uncertain delivery.
    package enum Decision: String, Sendable, CaseIterable {
        /// Send it again: at least once.
        case resend
        /// Take it as sent: at most once.
        case assumeSent = "assume-sent"
    }
}
