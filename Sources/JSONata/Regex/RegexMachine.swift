/// Runs a program over a text: tries one way after the other, with a stack of its own and a bound on
/// its steps, so that no pattern can take the thread's stack or its time.
struct RegexMachine {
    private let program: RegexProgram
    private let input: [UInt16]
    /// How many steps are left.
    private(set) var steps: Int
    private var registers: [Int]
    private var stack: [Entry] = []

    /// How many ways and old values may be remembered at a time.
    private static let maximumStack = 1_000_000

    private enum Entry {
        /// Another way to go on.
        case way(step: Int, position: Int)
        /// Other lengths of a run: from here to there, in single code units.
        case run(step: Int, position: Int, last: Int)
        /// What a register held before.
        case old(register: Int, value: Int)
    }

    init(program: RegexProgram, input: [UInt16], steps: Int) {
        self.program = program
        self.input = input
        self.steps = steps
        registers = [Int](repeating: -1, count: program.registerCount)
    }

    mutating func firstMatch(from start: Int) throws(RegexError) -> RegexMatch? {
        guard start <= input.count else { return nil }
        for position in start...input.count {
            if let end = try run(from: 0, at: position) { return match(position..<end) }
            stack.removeAll(keepingCapacity: true)
            for register in registers.indices { registers[register] = -1 }
        }
        return nil
    }

    private func match(_ range: Range<Int>) -> RegexMatch {
        let groups = (1..<(program.groupCount + 1)).map { group -> Range<Int>? in
            let (start, end) = (registers[2 * group], registers[2 * group + 1])
            return start >= 0 && end >= start ? start..<end : nil
        }
        return RegexMatch(range: range, groups: groups)
    }

    /// Goes on from the step until it is accepted, and answers where; nil when no way leads there.
    private mutating func run(from first: Int, at start: Int) throws(RegexError) -> Int? {
        let base = stack.count
        var (step, position) = (first, start)
        while true {
            try spend(1)
            if case .accept = program.steps[step] { return position }
            if let next = try advance(step, &position) {
                step = next
            } else if let other = backtrack(to: base, &position) {
                step = other
            } else {
                return nil
            }
        }
    }

    private mutating func spend(_ count: Int) throws(RegexError) {
        steps -= count
        guard steps >= 0, stack.count <= Self.maximumStack else {
            throw RegexError(reason: "too many steps")
        }
    }

    /// Takes a step; answers the one after it, or nil when the way ends here.
    private mutating func advance(
        _ step: Int,
        _ position: inout Int
    ) throws(RegexError) -> Int? {
        switch program.steps[step] {
        case .accept: return nil
        case .one(let matcher, let isBackward):
            guard let unit = unit(position, isBackward), matches(unit, matcher) else { return nil }
            position += isBackward ? -1 : 1
            return step + 1
        case .run(let matcher, let count, let isBackward):
            return try takeRun(step, matcher, count, isBackward, &position)
        case .choice(let first, let second):
            stack.append(.way(step: second, position: position))
            return first
        case .jump(let target): return target
        case .save(let register):
            write(position, to: register)
            return step + 1
        case .set(let register, let value):
            write(value, to: register)
            return step + 1
        case .forget(let groups):
            for register in (2 * groups.lowerBound)..<(2 * groups.upperBound) {
                write(-1, to: register)
            }
            return step + 1
        case .loop(let counter, let count, let exit):
            return loop(step, registers[counter], count, exit, position)
        case .turn(let counter, let start, let least, let loop):
            let count = registers[counter]
            guard position != registers[start] || count < least else { return nil }
            write(count + 1, to: counter)
            return loop
        case .look(let isNegative, let next):
            return try look(step + 1, isNegative, position) ? next : nil
        case .backreference(let group, let isBackward):
            return try takeAgain(group, isBackward, &position) ? step + 1 : nil
        case .lineStart: return isLineStart(position) ? step + 1 : nil
        case .lineEnd: return isLineEnd(position) ? step + 1 : nil
        case .wordBoundary(let isNegative):
            let isBoundary = isWord(position - 1) != isWord(position)
            return isBoundary != isNegative ? step + 1 : nil
        }
    }

    /// Undoes what was done since the last choice, and answers the way not taken there.
    private mutating func backtrack(to base: Int, _ position: inout Int) -> Int? {
        while stack.count > base, let entry = stack.popLast() {
            switch entry {
            case .old(let register, let value): registers[register] = value
            case .way(let step, let other):
                position = other
                return step
            case .run(let step, let other, let last):
                position = other
                if other != last {
                    let next = other < last ? other + 1 : other - 1
                    stack.append(.run(step: step, position: next, last: last))
                }
                return step
            }
        }
        return nil
    }

    private mutating func write(_ value: Int, to register: Int) {
        stack.append(.old(register: register, value: registers[register]))
        registers[register] = value
    }

    private mutating func loop(
        _ step: Int,
        _ turns: Int,
        _ count: RegexCount,
        _ exit: Int,
        _ position: Int
    ) -> Int {
        if turns < count.least { return step + 1 }
        if turns >= count.most { return exit }
        stack.append(.way(step: count.isLazy ? step + 1 : exit, position: position))
        return count.isLazy ? exit : step + 1
    }
}

extension RegexMachine {
    private func unit(_ position: Int, _ isBackward: Bool) -> UInt16? {
        let place = isBackward ? position - 1 : position
        return place >= 0 && place < input.count ? input[place] : nil
    }

    private func matches(_ unit: UInt16, _ matcher: RegexMatcher) -> Bool {
        switch matcher {
        case .unit(let wanted): (program.ignoresCase ? unit.folded : unit) == wanted
        case .any: !unit.endsLine
        case .set(let set): set.contains(unit)
        }
    }

    /// Takes as many code units as there may be, or as few, and remembers the other lengths.
    private mutating func takeRun(
        _ step: Int,
        _ matcher: RegexMatcher,
        _ count: RegexCount,
        _ isBackward: Bool,
        _ position: inout Int
    ) throws(RegexError) -> Int? {
        let direction = isBackward ? -1 : 1
        var (end, taken) = (position, 0)
        while taken < count.most, let unit = unit(end, isBackward), matches(unit, matcher) {
            end += direction
            taken += 1
        }
        try spend(taken / 4)
        guard taken >= count.least else { return nil }
        let least = position + direction * count.least
        position = count.isLazy ? least : end
        if end != least {
            stack.append(
                count.isLazy
                    ? .run(step: step + 1, position: least + direction, last: end)
                    : .run(step: step + 1, position: end - direction, last: least)
            )
        }
        return step + 1
    }

    /// Whether what follows the look's step is found at the position.
    private mutating func look(
        _ first: Int,
        _ isNegative: Bool,
        _ position: Int
    ) throws(RegexError) -> Bool {
        let base = stack.count
        let isFound = try run(from: first, at: position) != nil
        guard isFound, !isNegative else {
            var ignored = position
            while backtrack(to: base, &ignored) != nil {}
            return isFound != isNegative
        }
        // The ways inside are closed, but what the registers held must be known for going back.
        let ways = stack[base...]
        stack.removeLast(ways.count)
        for case .old(let register, let value) in ways {
            stack.append(.old(register: register, value: value))
        }
        return true
    }

    private mutating func takeAgain(
        _ group: Int,
        _ isBackward: Bool,
        _ position: inout Int
    ) throws(RegexError) -> Bool {
        let (start, end) = (registers[2 * group], registers[2 * group + 1])
        guard start >= 0, end >= start else { return true }
        try spend((end - start) / 4)
        let from = isBackward ? position - (end - start) : position
        guard from >= 0, from + end - start <= input.count else { return false }
        for offset in 0..<(end - start) {
            let (wanted, found) = (input[start + offset], input[from + offset])
            guard wanted == found || program.ignoresCase && wanted.folded == found.folded else {
                return false
            }
        }
        position = isBackward ? from : from + end - start
        return true
    }

    private func isLineStart(_ position: Int) -> Bool {
        position == 0 || program.isMultiline && input[position - 1].endsLine
    }

    private func isLineEnd(_ position: Int) -> Bool {
        position == input.count || program.isMultiline && input[position].endsLine
    }

    private func isWord(_ place: Int) -> Bool {
        place >= 0 && place < input.count && RegexSet.wordUnits.contains(input[place])
    }
}
