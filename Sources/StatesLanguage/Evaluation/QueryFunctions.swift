internal import JSON
internal import JSONata
internal import Synchronization

/// The functions that AWS adds to JSONata.
enum QueryFunctions {
    /// All of them; those that need nothing but their arguments are given.
    static func all(
        _ pure: [String: JSONataFunction],
        _ random: QueryRandom
    ) -> [String: JSONataFunction] {
        var functions = pure
        functions["random"] = function("<n?:n>", 0...1) { arguments throws(JSONataError) in
            guard let seed = arguments.first??.number else { return number(random.fraction()) }
            var seeded = JavaRandom(seed: try whole(.number(seed)))
            return number(seeded.double())
        }
        functions["uuid"] = function("<:s>", 0...0) { _ throws(JSONataError) in
            IntrinsicFunction.uuid(random)
        }
        return functions
    }

    /// Those that need nothing but their arguments.
    static func pure(_ digest: @escaping Digests.Function) -> [String: JSONataFunction] {
        var functions = pure
        functions["hash"] = function("<ss?:s>", 2...2, bytesPerStep: 16) {
            arguments throws(JSONataError) in
            try hash(arguments, digest)
        }
        return functions
    }

    private static let pure: [String: JSONataFunction] = [
        "partition": function("<an?:a>", 2...2) { arguments throws(JSONataError) in
            try partition(arguments)
        },
        "range": function("<nnn?:a>", 3...3, .sequence) { arguments throws(JSONataError) in
            try range(arguments)
        },
        "parse": function("<s?:x>", 1...1) { arguments throws(JSONataError) in
            try parse(arguments)
        },
    ]

    private static func function(
        _ signature: String,
        _ arity: ClosedRange<Int>,
        _ answer: JSONataFunction.Answer = .value,
        bytesPerStep: Int = 64,
        _ body: @escaping JSONataFunction.Body
    ) -> JSONataFunction {
        let count = arity.upperBound
        // A signature that does not parse would be found by the first test; the function stays usable.
        var function =
            (try? JSONataFunction(
                signature: signature,
                arity: count,
                answer: answer,
                body: body
            )) ?? JSONataFunction(arity: count, answer: answer, body: body)
        function.bytesPerStep = bytesPerStep
        return function
    }

    /// The array in pieces of that many elements; the last may be shorter.
    ///
    /// Measured: pieces of no elements are nothing and no error, without a size all is one piece, and one piece alone
    /// is an array all the same.
    private static func partition(_ arguments: [JSONValue?]) throws(JSONataError) -> JSONValue? {
        guard let elements = arguments[0]?.array, !elements.isEmpty else { return nil }
        guard arguments.count > 1, arguments[1] != nil else { return [.array(elements)] }
        let size = try whole(arguments[1])
        guard size != 0 else { return nil }
        guard size > 0 else { throw refusal("Second argument must be zero or greater") }
        let pieces = stride(from: 0, to: elements.count, by: size).map { start in
            JSONValue.array(Array(elements[start..<min(start + size, elements.count)]))
        }
        return .array(pieces)
    }

    /// The most elements that `$range` makes, as measured on AWS.
    private static let longestRange = 360_145

    /// From the first number up to and with the last; nothing without a step or with none, as measured.
    private static func range(_ arguments: [JSONValue?]) throws(JSONataError) -> JSONValue? {
        guard arguments.count > 2, arguments[2] != nil else { return nil }
        let (first, last) = (try whole(arguments[0]), try whole(arguments[1]))
        let step = try whole(arguments[2])
        guard step != 0 else { return nil }
        var numbers: [JSONValue] = []
        for number in stride(from: first, through: last, by: step) {
            guard numbers.count < longestRange else {
                throw .outOfMemory
            }
            numbers.append(.number(number))
        }
        return .array(numbers)
    }

    private static func hash(
        _ arguments: [JSONValue?],
        _ digest: Digests.Function
    ) throws(JSONataError) -> JSONValue? {
        guard let text = arguments[0]?.string, arguments.count > 1,
            let algorithm = arguments[1]?.string
        else { return nil }
        guard DigestAlgorithm(rawValue: algorithm) != nil else {
            throw refusal("Hash algorithm \(algorithm) is not supported")
        }
        do {
            return try IntrinsicFunction.hash(.string(text), algorithm: algorithm, digest)
        } catch {
            throw refusal(error.reason)
        }
    }

    private static func parse(_ arguments: [JSONValue?]) throws(JSONataError) -> JSONValue? {
        guard let text = arguments.first??.string else { return nil }
        do {
            let value = try JSONValue(
                parsing: text,
                options: JSONValue.ParsingOptions(duplicateNames: .refused)
            )
            guard value.isFinite else { throw refusal("Invalid JSON") }
            return value
        } catch {
            throw refusal("Invalid JSON")
        }
    }

    /// Measured: AWS cuts the fraction off; `$range(-1.7, 2, 1)` begins with -1.
    private static func whole(_ value: JSONValue?) throws(JSONataError) -> Int {
        let number = value?.number?.double ?? 0
        // The greatest whole number is this one as a double.
        if number == 0x1p63 { return .max }
        guard let whole = Int(exactly: number.rounded(.towardZero)) else {
            throw JSONataError(code: "D1001", message: "Number out of range: \(number)")
        }
        return whole
    }

    private static func number(_ number: Double) -> JSONValue {
        JSONNumber(number).map(JSONValue.number) ?? .null
    }

    /// Measured: AWS's own functions refuse under the code that `$error` has.
    private static func refusal(_ reason: String) -> JSONataError {
        JSONataError(code: "D3137", message: reason)
    }
}

/// The random numbers of one evaluation: they follow from one draw of the caller's generator.
final class QueryRandom: RandomNumberGenerator, Sendable {
    private let state: Mutex<UInt64>

    init(_ source: RandomSource) { state = Mutex(source.draw()) }

    /// SplitMix64.
    func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }

    /// 0 or more and less than 1.
    func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }
}

extension JSONValue {
    /// Whether a double can hold each of its numbers.
    fileprivate var isFinite: Bool {
        switch self {
        case .null, .bool, .string: true
        case .number(let number): number.double.isFinite
        case .array(let elements): elements.allSatisfy(\.isFinite)
        case .object(let members): members.allSatisfy { $0.value.isFinite }
        }
    }
}
