internal import JSON

/// A JSON value together with its compact text: the history, the size check and the snapshot need
/// the text, so it is made once.
struct Payload: Sendable, Equatable {
    let value: JSONValue
    let text: String

    init(_ value: JSONValue) {
        self.value = value
        text = value.text
    }

    /// The text's length in bytes.
    var size: Int { text.utf8.count }

    static func == (left: Payload, right: Payload) -> Bool { left.value == right.value }
}

extension Payload {
    /// Whether the texts are the same, byte for byte; `==` of strings would accept other spellings
    /// of one character.
    func isSameText(as other: Payload) -> Bool {
        size == other.size && text.utf8.elementsEqual(other.text.utf8)
    }
}
