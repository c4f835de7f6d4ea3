internal import JSON

/// An argument as what a function needs it to be.
extension JSONValue {
    /// The value as an error shows it: one that shares its parts may be endless as text.
    var excerpt: String { text(upTo: 10_000) ?? "a value of more than 10000 bytes" }

    var elements: [JSONValue] {
        get throws(IntrinsicError) {
            guard let array else { throw IntrinsicError("expected an array but got \(excerpt)") }
            return array
        }
    }

    var characters: String {
        get throws(IntrinsicError) {
            guard let string else { throw IntrinsicError("expected a string but got \(excerpt)") }
            return string
        }
    }

    var integer: Int {
        get throws(IntrinsicError) {
            guard let int else { throw IntrinsicError("expected an integer but got \(excerpt)") }
            return int
        }
    }

    /// The number rounded as Java's `Math.round` does: half goes up, also below zero.
    var rounded: Int {
        get throws(IntrinsicError) {
            guard let number else { throw IntrinsicError("expected a number but got \(excerpt)") }
            if let int = number.int { return int }
            let value = (number.double + 0.5).rounded(.down)
            guard let rounded = Int(exactly: value) else {
                throw IntrinsicError("the number \(text) is out of range")
            }
            return rounded
        }
    }
}
