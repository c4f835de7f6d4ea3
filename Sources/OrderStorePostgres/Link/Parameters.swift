import FoundationEssentials

/// The values of a statement's parameters in PostgreSQL's binary formats, one behind the other.
struct Parameters {
    /// The types by their numbers in `pg_type`.
    private(set) var types: [UInt32] = []
    /// Never empty, so that an empty value has an address: without one it would be NULL.
    private(set) var bytes: [UInt8] = [0]
    /// Where each value lies; nil for NULL.
    private(set) var ranges: [Range<Int>?] = []

    init<each Value: Bindable>(_ values: repeat each Value) {
        for value in repeat each values { add(value) }
    }

    private mutating func add<Value: Bindable>(_ value: Value) {
        types.append(Value.type.rawValue)
        let start = bytes.count
        let isThere = value.write(to: &bytes)
        ranges.append(isThere ? start..<bytes.count : nil)
    }
}

/// What a statement's parameter can be given.
protocol Bindable {
    static var type: ValueType { get }

    /// Appends its bytes; false for NULL.
    func write(to bytes: inout [UInt8]) -> Bool
}

/// The types that the tables have, by their numbers in `pg_type`.
enum ValueType: UInt32 {
    case boolean = 16
    case bytes = 17
    case integer = 20
    case text = 25
    case booleans = 1000
    case byteses = 1001
    case texts = 1009
    case integers = 1016

    /// The type of an array of these.
    var list: ValueType {
        switch self {
        case .boolean: .booleans
        case .bytes: .byteses
        case .integer: .integers
        case .text: .texts
        case .booleans, .byteses, .texts, .integers: preconditionFailure("arrays hold no arrays")
        }
    }
}

extension Int64: Bindable {
    static var type: ValueType { .integer }

    func write(to bytes: inout [UInt8]) -> Bool {
        bytes.append(bigEndian: UInt64(bitPattern: self))
        return true
    }
}

extension Int: Bindable {
    static var type: ValueType { .integer }

    func write(to bytes: inout [UInt8]) -> Bool { Int64(self).write(to: &bytes) }
}

/// An instant is written in milliseconds since 1970.
extension Date: Bindable {
    static var type: ValueType { .integer }

    func write(to bytes: inout [UInt8]) -> Bool { milliseconds.write(to: &bytes) }
}

extension Bool: Bindable {
    static var type: ValueType { .boolean }

    func write(to bytes: inout [UInt8]) -> Bool {
        bytes.append(self ? 1 : 0)
        return true
    }
}

/// PostgreSQL's texts hold every character but U+0000, in whose place U+FFFD is written.
extension String: Bindable {
    static var type: ValueType { .text }

    func write(to bytes: inout [UInt8]) -> Bool {
        if utf8.contains(0) {
            for part in utf8.split(separator: 0, omittingEmptySubsequences: false).enumerated() {
                if part.offset > 0 { bytes.append(contentsOf: "\u{FFFD}".utf8) }
                bytes.append(contentsOf: part.element)
            }
        } else {
            bytes.append(contentsOf: utf8)
        }
        return true
    }
}

extension [UInt8]: Bindable {
    static var type: ValueType { .bytes }

    func write(to bytes: inout [UInt8]) -> Bool {
        bytes.append(contentsOf: self)
        return true
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    static var type: ValueType { Wrapped.type }

    func write(to bytes: inout [UInt8]) -> Bool { self?.write(to: &bytes) ?? false }
}

/// An array of values, for `unnest` and `any`.
struct List<Element: Bindable>: Bindable {
    private let elements: [Element]

    init(_ elements: [Element]) { self.elements = elements }

    static var type: ValueType { Element.type.list }

    func write(to bytes: inout [UInt8]) -> Bool {
        // Dimensions, whether there may be nulls, the type; for the dimension its size and the first index.
        for word in [1, 1, Element.type.rawValue, UInt32(elements.count), 1] {
            bytes.append(bigEndian: word)
        }
        for element in elements {
            let start = bytes.count
            bytes.append(bigEndian: UInt32.max)
            guard element.write(to: &bytes) else { continue }
            let count = UInt32(bytes.count - start - 4)
            for index in 0..<4 {
                bytes[start + index] = UInt8(truncatingIfNeeded: count >> (24 - 8 * index))
            }
        }
        return true
    }
}

extension [UInt8] {
    fileprivate mutating func append(bigEndian word: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: word.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: word >> shift))
        }
    }
}

extension Date {
    /// Milliseconds since 1970, as the tables keep instants.
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
