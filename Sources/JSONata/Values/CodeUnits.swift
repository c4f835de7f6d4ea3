/// A string as a key: equal only to the same code units, as in JavaScript.
struct CodeUnits: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: CodeUnits, right: CodeUnits) -> Bool { left.text.isSame(as: right.text) }

    func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
}

extension String {
    /// Whether both are the same code units; `==` would take two spellings of a character for one.
    func isSame(as other: String) -> Bool {
        // `==` is quick to say no, and never says no to equal code units.
        self == other && utf8.elementsEqual(other.utf8)
    }

    var couldBeIndex: Bool {
        guard let first = utf8.first else { return false }
        return first &- UInt8(ascii: "0") < 10
    }

    /// The number when the text is an index of an array in JavaScript's sense, which sorts first.
    var arrayIndex: UInt32? {
        guard couldBeIndex, utf8.count <= 10, let index = UInt32(self), index < .max,
            String(index) == self
        else { return nil }
        return index
    }
}
