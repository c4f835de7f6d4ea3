extension Value {
    /// What JavaScript's `===` says, save that arrays and objects are never the same here.
    func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.undefined, .undefined), (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.long(let left), .long(let right)): left == right
        case (.long(let left), .number(let right)), (.number(let right), .long(let left)):
            Double(left) == right
        case (.string(let left), .string(let right)): left.isSame(as: right)
        case (.object(let left), .object(let right)): left === right
        case (.function(let left), .function(let right)): left.isIdentical(to: right)
        default: false
        }
    }
}

/// A value as a key: equal to what it is equal to all the way down.
struct ValueKey: Hashable {
    let value: Value

    static func == (left: ValueKey, right: ValueKey) -> Bool {
        left.value.isSame(as: right.value)
    }

    func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

extension Value {
    /// Whether both are the same all the way down; whoever asks has counted the steps.
    fileprivate func isSame(as other: Value) -> Bool {
        switch (self, other) {
        case (.array(let left), .array(let right)):
            left.count == right.count
                && zip(left.elements, right.elements).allSatisfy { $0.isSame(as: $1) }
        case (.object(let left), .object(let right)): left === right || left.isSame(as: right)
        default: isIdentical(to: other)
        }
    }

    fileprivate func hash(into hasher: inout Hasher) {
        switch self {
        case .undefined, .null, .function, .tuples: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let number): hasher.combine(number)
        case .long(let number): hasher.combine(Double(number))
        case .string(let text): hasher.combine(text)
        case .array(let array):
            hasher.combine(array.count)
            for element in array.elements { element.hash(into: &hasher) }
        case .object(let object):
            // The order of the members must not count.
            var sum = object.count
            for (name, value) in object.members {
                var member = Hasher()
                member.combine(name)
                value.hash(into: &member)
                sum &+= member.finalize()
            }
            hasher.combine(sum)
        }
    }
}

extension ObjectValue {
    fileprivate func isSame(as other: ObjectValue) -> Bool {
        guard count == other.count else { return false }
        return members.allSatisfy { name, value in
            let counterpart = other[name]
            return !counterpart.isUndefined && value.isSame(as: counterpart)
        }
    }
}

extension String {
    /// Negative, zero or positive as JavaScript orders the two: by UTF-16 code units.
    func order(to other: String) -> Int {
        var (left, right) = (utf16.makeIterator(), other.utf16.makeIterator())
        while true {
            switch (left.next(), right.next()) {
            case (nil, nil): return 0
            case (nil, .some): return -1
            case (.some, nil): return 1
            case (let first?, let second?):
                if first != second { return first < second ? -1 : 1 }
            }
        }
    }
}
