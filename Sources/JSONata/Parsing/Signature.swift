import JSON

/// What arguments a function takes: `<s-nn?:s>`.
struct Signature {
    private(set) var parameters: [Parameter] = []

    /// More parameters a signature may not have.
    private static let maximumParameters = 255

    /// One parameter, with the kinds of values that it takes as jsonata-js's letters.
    struct Parameter {
        /// The letters of the kinds that it takes, `m` for a missing value among them.
        let kinds: [UInt8]
        let type: String
        /// The kinds of the elements, for arrays.
        var subtype: String?
        /// Whether the context value stands in for a missing argument.
        var takesContext = false
        var isOptional = false
        var isRepeated = false

        var isArray: Bool { type == "a" }
    }

    /// Reads the text between the angle brackets, with or without them.
    init(parsing text: String, at start: Int? = nil) throws(Fault) {
        let text = Array(text.utf8)
        var position = text.first == UInt8(ascii: "<") ? 1 : 0
        while position < text.count, text[position] != UInt8(ascii: ":") {
            do throws(Fault) {
                try read(text, &position)
            } catch {
                var fault = error
                fault.position = start.map { $0 + position }
                throw fault
            }
            position += 1
        }
        guard parameters.count <= Self.maximumParameters else {
            throw .limit(
                "A signature has more than \(Self.maximumParameters) parameters",
                at: start
            )
        }
    }

    private mutating func read(_ text: [UInt8], _ position: inout Int) throws(Fault) {
        let symbol = String(decoding: [text[position]], as: UTF8.self)
        switch symbol {
        case "s", "n", "b", "l", "o": append(symbol, kinds: symbol + "m")
        case "a", "x": append(symbol, kinds: "asnblfom")
        case "f": append(symbol, kinds: "f")
        case "j": append(symbol, kinds: "asnblom")
        case "-":
            change {
                $0.takesContext = true
                $0.isOptional = true
            }
        case "?": change { $0.isOptional = true }
        case "+": change { $0.isRepeated = true }
        case "(":
            let choice = Self.content(text, position, UInt8(ascii: "("), UInt8(ascii: ")"))
            guard !choice.contains("<") else {
                throw Fault("S0402", value: .string(choice))
            }
            append("(\(choice))", kinds: choice + "m")
            position += choice.utf8.count + 1
        case "<":
            let type = parameters.last?.type
            guard type == "a" || type == "f" else {
                throw Fault("S0401", value: type.map { .string($0) })
            }
            let subtype = Self.content(text, position, UInt8(ascii: "<"), UInt8(ascii: ">"))
            change { $0.subtype = subtype }
            position += subtype.utf8.count + 1
        default: return
        }
    }

    private mutating func append(_ type: String, kinds: String) {
        // A choice can name a kind a million times, and is asked for every argument.
        parameters.append(Parameter(kinds: Array(Set(kinds.utf8)), type: type))
    }

    private mutating func change(_ change: (inout Parameter) -> Void) {
        guard !parameters.isEmpty else { return }
        change(&parameters[parameters.count - 1])
    }

    /// What stands between the bracket at the position and the one that closes it.
    private static func content(
        _ text: [UInt8],
        _ position: Int,
        _ open: UInt8,
        _ close: UInt8
    ) -> String {
        var (depth, end) = (1, position + 1)
        while end < text.count {
            if text[end] == close { depth -= 1 }
            if text[end] == open { depth += 1 }
            if depth == 0 { break }
            end += 1
        }
        return String(decoding: text[(position + 1)..<end], as: UTF8.self)
    }
}

extension Signature {
    /// About how many looks it takes to fit these arguments.
    func looks(at arguments: [Value]) -> Int {
        var looks = parameters.count * (arguments.count + 1)
        guard parameters.contains(where: { $0.subtype != nil }) else { return looks }
        for case .array(let array) in arguments { looks += array.count }
        return looks
    }

    /// The arguments as the function wants them: the context filled in, single values as arrays.
    func validate(_ arguments: [Value], context: Value) throws(Fault) -> [Value] {
        let kinds = arguments.map(\.kindLetter)
        guard let counts = counts(kinds) else { throw mismatch(arguments, kinds) }
        var result: [Value] = []
        result.reserveCapacity(parameters.count)
        // A parameter that takes nothing passes an argument over all the same, as in jsonata-js: there may be none left
        // for the parameters after it.
        var next = 0
        for (parameter, count) in zip(parameters, counts) {
            if count == 0, parameter.takesContext {
                result.append(try parameter.standIn(context, for: next + 1))
                continue
            }
            for _ in 0..<max(count, 1) {
                let argument = next < arguments.count ? arguments[next] : .undefined
                next += 1
                result.append(count == 0 ? argument : try parameter.accept(argument, number: next))
            }
        }
        return result
    }

    /// How many arguments each parameter takes, greedily from the left; nil when they do not fit.
    private func counts(_ kinds: [UInt8]) -> [Int]? {
        if let counts = simpleCounts(kinds) { return counts }
        // fits[p][a]: whether the parameters from p can take the arguments from a.
        var fits = [[Bool](repeating: false, count: kinds.count) + [true]]
        for parameter in parameters.reversed() {
            fits.append(parameter.starts(kinds, before: fits[fits.count - 1]))
        }
        fits.reverse()
        guard fits[0][0] else { return nil }
        var (counts, argument): ([Int], Int) = ([], 0)
        for (place, parameter) in parameters.enumerated() {
            let count = parameter.choices(kinds[argument...])
                .last { fits[place + 1][argument + $0] }
            counts.append(count ?? 0)
            argument += count ?? 0
        }
        return counts
    }

    /// One argument for each parameter, when that fits, which it nearly always does.
    private func simpleCounts(_ kinds: [UInt8]) -> [Int]? {
        guard kinds.count == parameters.count else { return nil }
        for (parameter, kind) in zip(parameters, kinds) where !parameter.kinds.contains(kind) {
            return nil
        }
        return [Int](repeating: 1, count: kinds.count)
    }

    /// The error for the first argument that no parameter takes: as many match as would with a regular expression
    /// that has no end.
    private func mismatch(_ arguments: [Value], _ kinds: [UInt8]) -> Fault {
        // reached[a]: whether the parameters up to here can take all arguments before a.
        var reached = [true] + [Bool](repeating: false, count: kinds.count)
        var good = 0
        for parameter in parameters {
            reached = parameter.ends(kinds, after: reached)
            guard let length = reached.lastIndex(of: true) else { break }
            good = length
        }
        let value = good < arguments.count ? arguments[good].shown : nil
        return Fault("T0410", value: value, index: good + 1)
    }
}

extension Signature.Parameter {
    /// Before which arguments it can stand, when what follows it can stand before these.
    fileprivate func starts(_ kinds: [UInt8], before next: [Bool]) -> [Bool] {
        var starts = isOptional ? next : [Bool](repeating: false, count: next.count)
        for argument in kinds.indices.reversed() where self.kinds.contains(kinds[argument]) {
            if next[argument + 1] || isRepeated && starts[argument + 1] { starts[argument] = true }
        }
        return starts
    }

    /// Behind which arguments it can end, when what precedes it can end behind these.
    fileprivate func ends(_ kinds: [UInt8], after last: [Bool]) -> [Bool] {
        var ends = isOptional ? last : [Bool](repeating: false, count: last.count)
        for argument in kinds.indices where self.kinds.contains(kinds[argument]) {
            if last[argument] || isRepeated && ends[argument] { ends[argument + 1] = true }
        }
        return ends
    }

    /// How many of the arguments it can take.
    fileprivate func choices(_ kinds: ArraySlice<UInt8>) -> Range<Int> {
        let fitting = kinds.prefix { self.kinds.contains($0) }.count
        let most = isRepeated ? fitting : min(1, fitting)
        let least = isOptional ? 0 : 1
        return least..<max(least, most + 1)
    }

    fileprivate func standIn(_ context: Value, for number: Int) throws(Fault) -> Value {
        guard kinds.contains(context.kindLetter) else {
            throw Fault("T0411", value: context.shown, index: number)
        }
        return context
    }

    fileprivate func accept(_ argument: Value, number: Int) throws(Fault) -> Value {
        guard isArray, !argument.isUndefined else { return argument }
        if let subtype, !argument.isArray(of: subtype) {
            throw Fault(
                "T0412",
                value: argument.shown,
                index: number,
                detail: Self.plurals[subtype] ?? subtype
            )
        }
        if case .array = argument { return argument }
        return .array(of: [argument])
    }

    private static let plurals = [
        "a": "arrays", "b": "booleans", "f": "functions", "n": "numbers", "o": "objects",
        "s": "strings",
    ]
}

extension Value {
    /// jsonata-js's letter for the kind of value.
    var kindLetter: UInt8 {
        switch self {
        case .undefined: UInt8(ascii: "m")
        case .null: UInt8(ascii: "l")
        case .bool: UInt8(ascii: "b")
        case .number, .long: UInt8(ascii: "n")
        case .string: UInt8(ascii: "s")
        case .array, .tuples: UInt8(ascii: "a")
        case .object: UInt8(ascii: "o")
        case .function: UInt8(ascii: "f")
        }
    }

    /// Whether this is an array, or one element of an array, of values of the kind.
    fileprivate func isArray(of subtype: String) -> Bool {
        guard case .array(let array) = self else {
            return subtype.utf8.elementsEqual([kindLetter])
        }
        guard let first = array.elements.first else { return true }
        let kind = first.kindLetter
        return kind == subtype.utf8.first && array.elements.allSatisfy { $0.kindLetter == kind }
    }
}
