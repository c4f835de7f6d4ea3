import FoundationEssentials
package import StatesLanguage

/// Where definitions are looked at and tried: offline, with tasks that a script ends, in virtual time.
///
/// Nothing is sent, stored or started, and AWS's quotas hold. What is tried computes for seconds and waits for nothing, so
/// it is done beside the loops, only so many at a time, and lets others compute between two moves.
package final class WorkflowTrials: Sendable {
    private let support: TaskSupport
    private let configuration: EngineConfiguration
    private let clock: any WallClock

    /// How many are tried at a time.
    package let runs = Places(2)
    /// How many are looked at at a time; trials, which take long, keep none of them from it.
    package let checks = Places(2)
    /// How long all runs of one trial may take.
    package static let longest = Duration.seconds(5)
    /// The most bytes of a run's history, about.
    package static let largestHistory = 8_388_608
    /// How much is told of the cases of one trial: thousands may each come to a large output.
    package static let detail = WorkflowTest.Detail(quotation: 1_000, size: 4_194_304)

    /// Trials of definitions of which that is performed here; with the digests and the random numbers of orders.
    package init(
        support: TaskSupport,
        configuration: EngineConfiguration,
        clock: any WallClock
    ) {
        self.support = support
        self.configuration = configuration
        self.clock = clock
    }

    /// Everything that is wrong or doubtful about a definition, as `orderd workflow validate` tells it; it may take long.
    package func diagnostics(of text: [UInt8], as type: MachineType) -> [Diagnostic] {
        StateMachine.validate(text, type: type, support: support)
    }

    /// What `body` makes of a look at a definition beside the loops; nil when as many are looked at as may be.
    package func check<Value: Sendable>(
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value? {
        try await checks.take {
            try await withTaskExecutorPreference(globalConcurrentExecutor) { try await body() }
        }
    }

    /// What `body` makes of a trial beside the loops; nil when as many are under way as may be.
    ///
    /// A trial ends early when the task is cancelled.
    package func run<Value: Sendable>(
        _ body: @escaping @Sendable (Trial) async throws -> Value
    ) async throws -> Value? {
        try await runs.take {
            try await withTaskExecutorPreference(globalConcurrentExecutor) {
                try await body(self.trial())
            }
        }
    }

    private func trial() -> Trial {
        let start = clock.now
        let end = start.addingTimeInterval(Self.longest / .seconds(1))
        return Trial(
            support: support,
            digests: configuration.digests,
            seed: configuration.seed(),
            start: start,
            bounds: OfflineRun.Bounds(historySize: Self.largestHistory) { [clock] in
                !Task.isCancelled && clock.now < end
            }
        )
    }

    /// One trial, which holds its place until it has ended.
    package struct Trial {
        let support: TaskSupport
        let digests: Digests
        let seed: UInt64
        let start: Date
        let bounds: OfflineRun.Bounds

        /// How many states are entered between two looks at the clock: each may compute for a second.
        static let stepsPerTurn = 1

        /// The definition that is to be tried, by that name.
        package func subject(
            _ text: [UInt8],
            as type: MachineType,
            called name: String
        ) throws(DefinitionError) -> Subject {
            Subject(
                trial: self,
                machine: try StateMachine(parsing: text, type: type, support: support),
                context: .offline(machine: name, startTime: start, type: type)
            )
        }

        /// A definition that is tried.
        package struct Subject {
            let trial: Trial
            package let machine: StateMachine
            /// What the execution knows of itself where no context object says otherwise.
            package let context: ExecutionContext

            private var interpreter: Interpreter {
                var limits = InterpreterLimits.aws
                limits.maximumStepsPerTurn = Trial.stepsPerTurn
                return Interpreter(machine: machine, limits: limits, digests: trial.digests)
            }

            /// One run; throws when its input is given twice.
            package func result(
                of run: ScriptedRun
            ) async throws(ScriptError) -> ScriptedRun.Result {
                var random = JitterGenerator(seed: trial.seed)
                return try await run.result(
                    on: interpreter,
                    context: context,
                    within: trial.bounds,
                    random: &random
                )
            }

            /// A run for each case, with what AWS's mock configuration has for those that name a case of it.
            package func report(
                of test: WorkflowTest,
                mocks: [UInt8]?
            ) async -> WorkflowTest.Report {
                await test.report(
                    on: interpreter,
                    mocks: mocks,
                    context: context,
                    within: trial.bounds,
                    telling: WorkflowTrials.detail
                )
            }
        }
    }
}
