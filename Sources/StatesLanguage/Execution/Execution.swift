package import FoundationEssentials
package import JSON

/// An order's position in its workflow: a value that can be stored and taken up again at any point.
package struct Execution: Sendable, Equatable {
    package internal(set) var context: ExecutionContext {
        get { origin.context }
        set { origin = Origin(context: newValue, input: origin.input) }
    }
    /// Whether it runs, and how it ended.
    package internal(set) var status: Status = .running
    /// The id of the next history event.
    package internal(set) var nextEventId = 1

    var input: Payload { origin.input }
    private(set) var origin: Origin
    /// What it came to, when it has succeeded.
    var output: Payload?
    /// When the machine's `TimeoutSeconds` are over.
    package internal(set) var deadline: Date?
    /// Every line of control that has not ended, by its id; the machine's own is 0.
    var branches = Branches()
    /// The branch that waits for each outstanding task or timer.
    var waiting = Waiting()
    /// Branches that can be moved on, in order; not empty only between `proceed` and its answer.
    var ready: [Int] = []
    var nextBranchId = 0
    /// What the last entered state of a silent branch is known by; counts down from 0.
    var lastSilentId = 0
    package internal(set) var nextCommandId = 1

    init(context: ExecutionContext, input: Payload) {
        origin = Origin(context: context, input: input)
    }

    /// Who an execution is and what it was started with: shared, for it is the same at every move.
    final class Origin: Sendable, Equatable {
        let context: ExecutionContext
        let input: Payload

        init(context: ExecutionContext, input: Payload) {
            self.context = context
            self.input = input
        }

        static func == (left: Origin, right: Origin) -> Bool {
            left.context == right.context && left.input == right.input
        }
    }

    /// Stands where an execution is to be moved to.
    static let none = Execution(
        context: ExecutionContext(
            id: "",
            name: "",
            roleArn: "",
            startTime: Date(timeIntervalSinceReferenceDate: 0),
            stateMachineId: "",
            stateMachineName: ""
        ),
        input: Payload(stored: .null)
    )

    /// Whether an execution runs, and how it ended.
    package enum Status: Sendable, Equatable {
        case running
        case succeeded(output: JSONValue)
        case failed(ErrorOutput)
        case timedOut
        case aborted(ErrorOutput)

        var isRunning: Bool {
            switch self {
            case .running: true
            case .succeeded, .failed, .timedOut, .aborted: false
            }
        }
    }

    /// What it came to, as compact JSON text, when it has succeeded.
    package var outputText: String? { output?.text }

    /// The name of the state that the machine's own line of control is in, or failed in; nil when the
    /// execution has succeeded.
    package var currentState: String? { branches[0]?.state }

    /// Whether it ended badly, so that it can be run again from where it failed.
    package var canBeRedriven: Bool {
        switch status {
        case .running, .succeeded: false
        case .failed, .timedOut, .aborted: true
        }
    }

    /// What is outstanding, oldest first: after a restart this is what must be done again.
    package var commands: [Command] {
        guard status == .running else { return [] }
        let waits = waiting.sorted.compactMap { branches[$0.branch]?.command }
        return ready.isEmpty ? waits : waits + [.proceed]
    }

    /// The tasks whose ends somebody outside tells, oldest first.
    package var awaitedTasks: [TaskRequest] {
        guard status == .running else { return [] }
        var tasks: [TaskRequest] = []
        // Nearly always there is none: nothing is made for that.
        for branch in waiting.branches {
            guard let branch = branches[branch], case .task(let task) = branch.activity,
                task.token != nil
            else { continue }
            tasks.append(task.request(in: branch))
        }
        return tasks.count < 2 ? tasks : tasks.sorted { $0.id < $1.id }
    }

    /// The earliest instant at which a timer must fire.
    package var nextTimer: Date? {
        guard status == .running else { return nil }
        return waiting.branches.lazy.compactMap { branches[$0]?.timer }.min()
    }
}
