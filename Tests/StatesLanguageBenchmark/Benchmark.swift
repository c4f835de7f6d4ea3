import FoundationEssentials
import JSON
import StatesLanguage
import TestDigests

/// How fast the interpreter runs executions in memory, on one thread.
///
/// `swift run -c release StatesLanguageBenchmark [NAME] [ROUNDS]`; Tests/ServiceBenchmark/README.md has figures.
@main
struct Benchmark {
    let name: String
    let definition: String
    let input: String
    let rounds: Int

    static let all = [
        Benchmark(
            name: "order",
            definition: order,
            input: #"{"orderId": "001", "customerEmail": "buyer@example.com", "total": 12}"#,
            rounds: 200_000
        ),
        Benchmark(name: "jsonata", definition: jsonata, input: #"{"total": 12}"#, rounds: 50_000),
        Benchmark(name: "map 1000", definition: map, input: numbers(1_000), rounds: 20),
        Benchmark(name: "map 10000", definition: map, input: numbers(10_000), rounds: 5),
    ]

    static func main() throws {
        let wanted = CommandLine.arguments.dropFirst().first
        let rounds = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) }
        for benchmark in all where wanted == nil || wanted == benchmark.name {
            try benchmark.run(rounds: rounds ?? benchmark.rounds)
        }
    }

    private func run(rounds: Int) throws {
        let machine = try StateMachine(parsing: Array(definition.utf8))
        var limits = InterpreterLimits()
        limits.maximumHistory = .max
        let paid: JSONValue = ["paid": true]
        let offline = OfflineRun(Interpreter(machine: machine, limits: limits, digests: .openSSL)) {
            _ in
            .succeeded(paid)
        }
        let value = try JSONValue(parsing: input)
        let epoch = Date(timeIntervalSince1970: 0)
        let context = ExecutionContext.offline(machine: "benchmark", startTime: epoch)
        var random = SystemRandomNumberGenerator()
        var events = 0
        let clock = ContinuousClock()
        let start = clock.now
        for _ in 0..<rounds {
            let outcome = offline.run(input: value, context: context, random: &random)
            guard case .succeeded = outcome.execution.status else {
                return print("\(name): \(outcome.execution.status)")
            }
            events += outcome.history.count
        }
        let took = start.duration(to: clock.now)
        let seconds = Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        let rate = Int((Double(rounds) / seconds).rounded())
        let microseconds = (seconds / Double(rounds) * 1e8).rounded() / 100
        let share = "\(microseconds) µs and \(events / rounds) events each"
        print("\(name): \(rate) executions/s, \(share)")
    }

    private static func numbers(_ count: Int) -> String {
        "[" + (0..<count).map { "{\"n\": \($0)}" }.joined(separator: ",") + "]"
    }

    /// The measure of the issue: Pass, Choice, Task, Succeed.
    private static let order = #"""
        {
          "StartAt": "Prepare",
          "States": {
            "Prepare": {"Type": "Pass", "Result": "new", "ResultPath": "$.state", "Next": "Big?"},
            "Big?": {"Type": "Choice", "Default": "Done",
                     "Choices": [{"Variable": "$.total", "NumericGreaterThan": 10, "Next": "Charge"}]},
            "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:1:function:Charge",
                       "ResultPath": "$.charge", "Next": "Done"},
            "Done": {"Type": "Succeed"}
          }
        }
        """#

    private static let jsonata = #"""
        {
          "QueryLanguage": "JSONata",
          "StartAt": "Prepare",
          "States": {
            "Prepare": {"Type": "Pass", "Output": {"total": "{% $states.input.total * 2 %}"}, "Next": "Big?"},
            "Big?": {"Type": "Choice", "Default": "Done",
                     "Choices": [{"Condition": "{% $states.input.total > 10 %}", "Next": "Charge"}]},
            "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:1:function:Charge",
                       "Output": "{% $merge([$states.input, $states.result]) %}", "Next": "Done"},
            "Done": {"Type": "Succeed"}
          }
        }
        """#

    private static let map = #"""
        {
          "StartAt": "Each",
          "States": {
            "Each": {"Type": "Map", "End": true, "ItemSelector": {"item.$": "$$.Map.Item.Value"},
                     "ItemProcessor": {"StartAt": "Keep", "States": {"Keep": {"Type": "Pass", "End": true}}}}
          }
        }
        """#
}
