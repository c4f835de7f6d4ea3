internal import JSON

/// A JSON value together with its compact text: the history, the size check and the snapshot need
/// the text, so it is made once.
struct Payload: Sendable, Equatable {
    let value: JSONValue
    let text: String

    /// Whether it is what the execution was started with, which a snapshot then holds only once.
    let isExecutionInput: Bool

    init(_ value: JSONValue) {
        self.value = value
        text = value.text
        isExecutionInput = false
    }

    init(executionInput value: JSONValue) {
        self.value = value
        text = value.text
        isExecutionInput = true
    }

    /// The text's length in bytes.
    var size: Int { text.utf8.count }

    static func == (left: Payload, right: Payload) -> Bool { left.value == right.value }
}
