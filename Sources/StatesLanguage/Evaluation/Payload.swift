internal import JSON

/// A JSON value together with its compact text: the history, the size check and the snapshot need
/// the text, so it is made once.
///
/// A class because it is handed on from state to state and never changes.
final class Payload: Sendable, Equatable {
    let value: JSONValue
    let text: String

    /// Whether it is what the execution was started with, which a snapshot then holds only once.
    let isExecutionInput: Bool

    /// A value that was computed or came from outside; states can wrap it again and again.
    ///
    /// The text may have so many bytes; else the state or task of that name is at fault. It is written up to there and
    /// no further: values that share their parts are small in memory and can be endless as text.
    convenience init(
        _ value: JSONValue,
        upTo maximum: Int,
        of name: String
    ) throws(EvaluationFailure) {
        guard let text = value.text(upTo: maximum) else { throw .tooLarge(name) }
        self.init(value: value, text: text)
        // Every level has two brackets, so that a short text cannot be too deep.
        guard size > 2 * Self.maximumDepth, value.isNested(deeperThan: Self.maximumDepth) else {
            return
        }
        throw .runtime("The JSON is nested deeper than \(Self.maximumDepth) levels.")
    }

    private init(value: JSONValue, text: String) {
        self.value = value
        self.text = text
        isExecutionInput = false
    }

    /// A value that was a payload before.
    init(stored value: JSONValue) {
        self.value = value
        text = value.text
        isExecutionInput = false
    }

    init(executionInput value: JSONValue) {
        self.value = value
        text = value.text
        isExecutionInput = true
    }

    /// As deep as a parser goes by default; a snapshot holds payloads a few levels down.
    private static let maximumDepth = 512

    /// The text's length in bytes.
    var size: Int { text.utf8.count }

    static func == (left: Payload, right: Payload) -> Bool { left.value == right.value }
}
