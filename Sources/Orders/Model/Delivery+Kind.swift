extension Delivery {
    /// How a delivery travels, by a name: a store may hold kinds of which this program knows nothing.
    package struct Kind: RawRepresentable, Sendable, Hashable {
        /// What settings, gates, metrics and the API call it: 1–32 of a–z, 0–9 and `-`.
        package let rawValue: String

        /// The kind of that name; nil when it is none.
        package init?(rawValue: String) {
            let isName = (1...Self.longestName).contains(rawValue.utf8.count)
            guard isName, rawValue.utf8.allSatisfy(Self.isOfName) else { return nil }
            self.rawValue = rawValue
        }

        private init(known name: String) { rawValue = name }

        private static let longestName = 32

        private static func isOfName(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }
}

extension Delivery.Kind {
    /// To a customer, by SES.
    package static let email = Delivery.Kind(known: "email")
    /// To a topic, by SNS.
    package static let notice = Delivery.Kind(known: "notice")

    /// To a queue, by SQS.
    package static let message = Delivery.Kind(known: "message")
    /// To a function that is not idempotent, by Lambda.
    package static let invocation = Delivery.Kind(known: "invocation")

    /// What this program sends: each has settings, a policy and a gate.
    package static let known = [email, notice, message, invocation]
}

extension Delivery.Kind: CustomStringConvertible {
    package var description: String { rawValue }
}
