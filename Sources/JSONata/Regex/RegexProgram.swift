/// A pattern as steps for the machine.
struct RegexProgram: Sendable {
    var steps: [Step] = []
    var groupCount = 0
    /// Places where a loop's count and the start of its turn are kept, after those of the groups.
    var registerCount = 0
    var ignoresCase = false
    var isMultiline = false

    enum Step: Sendable {
        case one(RegexMatcher, isBackward: Bool)
        /// One code unit repeated.
        case run(RegexMatcher, RegexCount, isBackward: Bool)
        case choice(first: Int, second: Int)
        case jump(Int)
        /// Puts the position into a register.
        case save(Int)
        case set(Int, to: Int)
        /// Makes the groups forget.
        case forget(Range<Int>)
        case loop(counter: Int, RegexCount, exit: Int)
        /// Ends a turn, which must not be empty once there have been enough; goes back to the loop.
        case turn(counter: Int, start: Int, least: Int, loop: Int)
        case look(isNegative: Bool, next: Int)
        case backreference(Int, isBackward: Bool)
        case lineStart
        case lineEnd
        case wordBoundary(isNegative: Bool)
        /// Ends the pattern or what a look was about.
        case accept
    }
}

/// Turns a pattern into a program.
struct RegexCompiler {
    private var program = RegexProgram()

    /// How many steps a program may have.
    private static let maximumSteps = 100_000

    init(ignoresCase: Bool, isMultiline: Bool) {
        program.ignoresCase = ignoresCase
        program.isMultiline = isMultiline
    }

    mutating func compile(
        _ tree: RegexTree,
        groupCount: Int
    ) throws(RegexError) -> RegexProgram {
        program.groupCount = groupCount
        program.registerCount = 2 * (groupCount + 1)
        try add(tree, isBackward: false)
        program.steps.append(.accept)
        return program
    }

    private var next: Int { program.steps.count }

    private mutating func add(_ tree: RegexTree, isBackward: Bool) throws(RegexError) {
        guard next < Self.maximumSteps else { throw RegexError(reason: "Pattern too large") }
        switch tree {
        case .empty: return
        case .one(let matcher):
            program.steps.append(.one(folded(matcher), isBackward: isBackward))
        case .sequence(let items):
            for item in isBackward ? items.reversed() : items {
                try add(item, isBackward: isBackward)
            }
        case .alternatives(let choices): try add(choices[...], isBackward: isBackward)
        case .capture(let body, let group):
            program.steps.append(.save(2 * group + (isBackward ? 1 : 0)))
            try add(body, isBackward: isBackward)
            program.steps.append(.save(2 * group + (isBackward ? 0 : 1)))
        case .look(let body, let isNegative, let isBehind):
            try addLook(body, isNegative: isNegative, isBehind: isBehind)
        case .backreference(let group):
            program.steps.append(.backreference(group, isBackward: isBackward))
        case .lineStart: program.steps.append(.lineStart)
        case .lineEnd: program.steps.append(.lineEnd)
        case .wordBoundary(let isNegative):
            program.steps.append(.wordBoundary(isNegative: isNegative))
        case .repeated(.one(let matcher), let count, _):
            program.steps.append(.run(folded(matcher), count, isBackward: isBackward))
        case .repeated(let body, let count, let groups):
            try addLoop(body, count, groups, isBackward: isBackward)
        }
    }

    private func folded(_ matcher: RegexMatcher) -> RegexMatcher {
        guard program.ignoresCase else { return matcher }
        switch matcher {
        case .unit(let unit): return .unit(unit.folded)
        case .set(let set): return .set(set.folded)
        case .any: return .any
        }
    }

    private mutating func add(
        _ choices: ArraySlice<RegexTree>,
        isBackward: Bool
    ) throws(RegexError) {
        var jumps: [Int] = []
        for choice in choices.dropLast() {
            let split = next
            program.steps.append(.accept)
            try add(choice, isBackward: isBackward)
            jumps.append(next)
            program.steps.append(.accept)
            program.steps[split] = .choice(first: split + 1, second: next)
        }
        if let last = choices.last { try add(last, isBackward: isBackward) }
        for jump in jumps { program.steps[jump] = .jump(next) }
    }

    private mutating func addLook(
        _ body: RegexTree,
        isNegative: Bool,
        isBehind: Bool
    ) throws(RegexError) {
        let look = next
        program.steps.append(.accept)
        try add(body, isBackward: isBehind)
        program.steps.append(.accept)
        program.steps[look] = .look(isNegative: isNegative, next: next)
    }

    private mutating func addLoop(
        _ body: RegexTree,
        _ count: RegexCount,
        _ groups: Range<Int>,
        isBackward: Bool
    ) throws(RegexError) {
        let counter = program.registerCount
        let start = counter + 1
        program.registerCount += 2
        program.steps.append(.set(counter, to: 0))
        let loop = next
        program.steps.append(.accept)
        if !groups.isEmpty { program.steps.append(.forget(groups)) }
        program.steps.append(.save(start))
        try add(body, isBackward: isBackward)
        program.steps.append(
            .turn(counter: counter, start: start, least: count.least, loop: loop)
        )
        program.steps[loop] = .loop(counter: counter, count, exit: next)
    }
}
