import JSON

/// What is told of an order's end in log lines, health and metrics, where nothing of a customer may stand.
///
/// An error's name and its cause can be computed from an order, and a provider's cause can quote an address. So both are
/// told when they stand in the workflow's definition word for word, and a name also when no state of the workflow makes up
/// names and it has the form of one, or is one of the language's own.
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
        error = ending.error.map { Self.told($0, in: workflow) }
        cause = ending.cause.map { cause in
            let isToldBy = workflow.failureTexts.told.contains(cause) || Ending.stuck.cause == cause
            return isToldBy ? Self.shortened(cause) : "not told here: it may quote the order"
        }
    }

    /// What is told of the name of an error that an order of the workflow has met.
    static func told(_ error: String, in workflow: Workflow) -> String {
        let texts = workflow.failureTexts
        let isToldBy =
            texts.told.contains(error) || languageNames.contains(error)
            || !texts.areMadeUp && isName(error)
        return isToldBy ? shortened(error) : otherError
    }

    /// The names of errors that the interpreter gives (States Language, Appendix A).
    private static let languageNames: Set<String> = [
        "States.BranchFailed", "States.DataLimitExceeded", "States.ExceedToleratedFailureThreshold",
        "States.HeartbeatTimeout", "States.IntrinsicFailure", "States.ItemReaderFailed",
        "States.NoChoiceMatched", "States.ParameterPathFailure", "States.Permissions",
        "States.QueryEvaluationError", "States.ResultPathMatchFailure", "States.ResultWriterFailed",
        "States.Runtime", "States.TaskFailed", "States.Timeout",
    ]

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

/// What a definition says of errors and causes.
struct FailureTexts: Sendable, Equatable {
    /// What it gives word for word.
    var told: Set<String> = []
    /// Whether a state makes up an error's name, by an expression or a path.
    var areMadeUp = false

    init(of definition: JSONValue) { add(definition) }

    private mutating func add(_ value: JSONValue) {
        switch value {
        case .array(let elements): for element in elements { add(element) }
        case .object(let members):
            for (name, value) in members {
                guard let text = value.string else {
                    add(value)
                    continue
                }
                switch name {
                case "ErrorPath": areMadeUp = true
                // An expression is no text, and what it makes is not in the definition.
                case "Error" where text.hasPrefix("{%"): areMadeUp = true
                case "Error", "Cause": if !text.hasPrefix("{%") { told.insert(text) }
                default: break
                }
            }
        case .null, .bool, .number, .string: break
        }
    }
}
