import JSON

/// What looks at values all the way down costs steps, for values that share their parts can be small in
/// memory and without end to look at.
extension Evaluator {
    /// Whether both are the same all the way down.
    func isEqual(_ left: Value, _ right: Value) throws(Fault) -> Bool {
        switch (left, right) {
        case (.array(let left), .array(let right)):
            guard left.count == right.count else { return false }
            try spend(looksAt: left.count)
            for (left, right) in zip(left.elements, right.elements) {
                guard try isEqual(left, right) else { return false }
            }
            return true
        case (.object(let left), .object(let right)):
            if left === right { return true }
            return try isEqual(left, right)
        default: return try isIdentical(left, right)
        }
    }

    private func isEqual(_ left: ObjectValue, _ right: ObjectValue) throws(Fault) -> Bool {
        guard left.count == right.count else { return false }
        try spend(1 + 2 * left.count)
        for (name, value) in left.members {
            let counterpart = right[name]
            guard !counterpart.isUndefined, try isEqual(value, counterpart) else { return false }
        }
        return true
    }

    /// What JavaScript's `===` says, save that arrays are never the same here.
    func isIdentical(_ left: Value, _ right: Value) throws(Fault) -> Bool {
        if case .string(let left) = left, case .string(let right) = right {
            try spend(compares: left, right)
        }
        return left.isIdentical(to: right)
    }

    /// Negative, zero or positive as JavaScript orders the two.
    func order(_ left: String, _ right: String) throws(Fault) -> Int {
        // They are read by code units, which takes longer than to see that they are equal.
        try spend(min(left.utf8.count, right.utf8.count) / 16)
        return left.order(to: right)
    }

    private func spend(compares left: String, _ right: String) throws(Fault) {
        let length = min(left.utf8.count, right.utf8.count)
        if length >= Self.bytesPerStep { try spend(2 * length / Self.bytesPerStep) }
    }

    /// JSONata's idea of true, as `$boolean` has it; nothing is false.
    func isTrue(_ value: Value) throws(Fault) -> Bool {
        switch value {
        case .undefined, .null: return false
        // A regular expression is a function of JavaScript, others are objects there, and so true.
        case .function(.regex), .function(.nextMatch): return false
        case .function: return true
        case .bool(let value): return value
        case .number(let number): return try value.finiteNumber() != nil && number != 0
        case .long: return true
        case .string(let text): return !text.isEmpty
        case .object(let object): return object.count > 0
        case .tuples(let stream): return !stream.tuples.isEmpty
        case .array(let array):
            try spend(looksAt: array.count)
            for element in array.elements where try isTrue(element) { return true }
            return false
        }
    }

    /// Counts the steps that it takes to look at a value all the way down.
    func spend(walksThrough value: Value) throws(Fault) {
        switch value {
        case .undefined, .null, .bool, .number, .long, .function, .tuples: return
        case .string(let text): try spend(text.utf8.count / Self.bytesPerStep)
        case .array(let array):
            try spend(looksAt: array.count)
            for element in array.elements { try spend(walksThrough: element) }
        case .object(let object):
            try spend(1 + 2 * object.count)
            for (_, value) in object.members { try spend(walksThrough: value) }
        }
    }

    /// Counts the steps that it takes to look at so many elements.
    func spend(looksAt count: Int) throws(Fault) { try spend(1 + count / Self.looksPerStep) }

    /// How many elements are looked at in the time of a step.
    private static let looksPerStep = 16
    /// How many bytes of text are read in the time of a step.
    static let bytesPerStep = 64
}
