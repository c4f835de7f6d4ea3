import FoundationEssentials
import Glibc
import JSON
import StatesLanguage
import TestDigests

/// Runs definitions that nobody would write, until the time is over: nothing may crash or take long.
///
/// `swift run -c release StatesLanguageFuzzer [SECONDS] [SEED] [ROUNDS]`. Every round follows from its own
/// seed, which is told every thousand rounds and when something is wrong; one round is repeated by giving
/// its seed and 1. `StatesLanguageFuzzer hostile [SECONDS]` runs `HostileInputs` instead.
@main
struct Fuzzer {
    private var random: SplitMix
    private var garbler: Garbler

    static func main() {
        let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
        if CommandLine.arguments.contains("hostile") {
            let word = CommandLine.arguments.dropFirst(3).first
            var inputs = HostileInputs(limit: .seconds(Int(arguments.first ?? 1)), word: word)
            exit(inputs.run() ? 0 : 1)
        }
        let seconds = arguments.first ?? 10
        let seed = arguments.dropFirst().first ?? 1
        let rounds = arguments.dropFirst(2).first ?? .max
        let clock = ContinuousClock()
        let end = clock.now + .seconds(Int(seconds))
        var counts: [String: Int] = [:]
        var slowest = Duration.zero
        var round: UInt64 = 0
        while clock.now < end, round < rounds {
            var fuzzer = Fuzzer(seed: seed &+ round)
            if round.isMultiple(of: 1_000) { print("round \(round), seed \(seed &+ round)") }
            let start = clock.now
            let outcome = fuzzer.run()
            let took = start.duration(to: clock.now)
            counts[outcome, default: 0] += 1
            if took > .seconds(1) { print("slow: \(took), seed \(seed &+ round), \(outcome)") }
            slowest = max(slowest, took)
            round += 1
        }
        print("\(round) rounds, slowest \(slowest)")
        for (outcome, count) in counts.sorted(by: { $0.key < $1.key }) {
            print("  \(outcome): \(count)")
        }
    }

    init(seed: UInt64) {
        random = SplitMix(state: seed)
        garbler = Garbler()
    }

    /// One round: a definition, an input and outcomes made of good ones, and what came of them.
    private mutating func run() -> String {
        let text = garbler.definition(&random)
        _ = StateMachine.validate(text)
        guard let machine = try? StateMachine(parsing: text) else { return "refused" }
        var limits = InterpreterLimits()
        limits.maximumHistory = 2_000
        limits.maximumPayload = 65_536
        limits.maximumQuerySteps = 20_000
        var (outcomes, garbler) = (random, garbler)
        let offline = OfflineRun(
            Interpreter(machine: machine, limits: limits, digests: .openSSL).tracing,
            within: OfflineRun.Bounds(moves: 5_000)
        ) { _ in garbler.outcome(&outcomes) }
        var (generator, chance) = (random, random)
        let context = ExecutionContext.offline(
            machine: "fuzz",
            startTime: Date(timeIntervalSince1970: 1_700_000_000)
        )
        var isSound = true
        let outcome = offline.run(
            input: garbler.value(&random, depth: 3),
            context: context,
            random: &generator
        ) { execution in
            // Now and then the position is stored and taken up again.
            guard chance.next().isMultiple(of: 7) else { return }
            guard let copy = try? Execution(snapshot: execution.snapshot), copy == execution else {
                isSound = false
                return
            }
            execution = copy
        }
        precondition(isSound, "a snapshot is not what was stored")
        precondition(
            outcome.history.map(\.id) == Array(1...outcome.history.count),
            "ids have a gap"
        )
        precondition(
            outcome.history.allSatisfy { $0.previousEventId < $0.id },
            "an event follows a later one"
        )
        for event in outcome.history { precondition((try? JSONValue(parsing: event.bytes)) != nil) }
        _ = MermaidGraph.text(of: machine)
        return outcome.json["status"]?.string ?? "nothing"
    }
}

/// The same numbers for the same seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }
}
