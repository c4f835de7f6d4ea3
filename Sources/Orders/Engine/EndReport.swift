import JSON

/// What is told of an order's end in log lines, health and metrics, where nothing of a customer may stand.
///
/// An error's name and its cause can be computed from an order, and a provider's cause can quote an address. So a cause
/// is told when it stands in the workflow's definition word for word, and a name when it has the form of one besides.
struct EndReport: Sendable, Equatable {
    let status: OrderStatus
    /// The state that it ended in; nil when there was none.
    let state: String?
    let error: String?
    let cause: String?

    /// What stands for the name of an error that is not told.
    static let otherError = "other"
    /// The longest text that is told, in characters.
    static let maximumLength = 200

    init(_ ending: Ending, in state: String?, of workflow: Workflow) {
        status = ending.status
        self.state = state.map(Self.shortened)
        error = ending.error.map { error in
            let isToldBy = workflow.failureTexts.contains(error) || Self.isName(error)
            return isToldBy ? Self.shortened(error) : Self.otherError
        }
        cause = ending.cause.map { cause in
            let isToldBy = workflow.failureTexts.contains(cause) || Ending.stuck.cause == cause
            return isToldBy ? Self.shortened(cause) : "not told here: it may quote the order"
        }
    }

    /// The name of an error that nobody knows a definition for: as it is, or `otherError`.
    static func name(_ error: String) -> String { isName(error) ? error : otherError }

    /// Whether it is written as errors are: 1–80 of A–Z, a–z, 0–9, `.`, `_` and `-`, the first a letter.
    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, first.isLetter, text.utf8.count <= 80 else {
            return false
        }
        return text.utf8.allSatisfy { byte in
            byte.isLetter || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || ".-_".utf8.contains(byte)
        }
    }

    private static func shortened(_ text: String) -> String {
        text.count > maximumLength ? text.prefix(maximumLength) + "…" : text
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool {
        let lowercase = self | 0x20
        return UInt8(ascii: "a")...UInt8(ascii: "z") ~= lowercase
    }
}

extension JSONValue {
    /// The texts that a definition gives as an error's name or cause, word for word.
    var failureTexts: Set<String> {
        switch self {
        case .array(let elements): elements.reduce(into: []) { $0.formUnion($1.failureTexts) }
        case .object(let members):
            members.reduce(into: []) { texts, member in
                guard ["Error", "Cause"].contains(member.key), let text = member.value.string else {
                    return texts.formUnion(member.value.failureTexts)
                }
                // An expression is no text, and what it makes is not in the definition.
                if !text.hasPrefix("{%") { texts.insert(text) }
            }
        default: []
        }
    }
}
