import Dispatch
import FoundationEssentials
import JSON
import StatesLanguage
import Synchronization
import TestClock
import TestDigests
import Testing

@testable import Orders

struct `A workflow that is tried` {
    private static let endless = Array(
        #"{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":1,"Next":"B"},"B":{"Type":"Choice","Default":"A","Choices":[{"Variable":"$.x","IsPresent":true,"Next":"C"}]},"C":{"Type":"Succeed"}}}"#
            .utf8
    )

    private static func trials(_ clock: any WallClock) -> WorkflowTrials {
        WorkflowTrials(
            support: .complete,
            configuration: EngineConfiguration(digests: .openSSL),
            clock: clock
        )
    }

    private static func outcome(_ trials: WorkflowTrials) async throws -> OfflineRun.Outcome? {
        try await trials.run { trial in
            try await trial.subject(endless, as: .standard, called: "w")
                .result(of: ScriptedRun()).outcome
        }
    }

    @Test func `ends when its time is up`() async throws {
        let outcome = try #require(try await Self.outcome(Self.trials(HastyClock())))
        #expect(outcome.stop == .time)
        #expect(outcome.execution.status == .running)
        // A second goes by with the trial's begin, and one with each look: before a timer, and before the states behind it.
        #expect(outcome.history.count { $0.type.rawValue == "WaitStateExited" } == 2)
    }

    @Test func `ends when nobody waits for it any more`() async throws {
        let trials = Self.trials(ManualClock())
        let outcome = try await withThrowingTaskGroup(of: OfflineRun.Outcome?.self) { group in
            group.cancelAll()
            group.addTask { try await Self.outcome(trials) }
            return try await group.next()
        }
        #expect(outcome??.stop == .time)
    }

    @Test func `goes on under AWS's quotas where the clock stands`() async throws {
        let outcome = try #require(try await Self.outcome(Self.trials(ManualClock())))
        #expect(outcome.stop == nil)
        #expect(outcome.history.count == 25_000)
    }

    @Test func `leaves the cases unrun for which there is no time`() async throws {
        let cases = #"{"cases":[{"name":"a","expect":{}},{"name":"b","expect":{}}]}"#
        let report = try await Self.trials(HastyClock()).run { trial in
            let test = try WorkflowTest(JSONValue(parsing: cases))
            return try await trial.subject(Self.endless, as: .standard, called: "w")
                .report(of: test, mocks: nil)
        }
        #expect(
            report?.results.map(\.faults) == [
                ["the run was ended: it took too long"],
                ["was not run: there was no time left"],
            ]
        )
    }
    @Test func `runs no more cases once it has told much of those before`() async throws {
        let definition = Array(
            #"{"StartAt":"A","States":{"A":{"Type":"Fail","Error":"E","Cause":"\#(String(repeating: "ä", count: 4_000))"}}}"#
                .utf8
        )
        let count = WorkflowTrials.detail.size / 2_000 + 10
        let cases = JSONValue.array(
            Array(repeating: ["expect": ["cause": "none"]], count: count)
        )
        let report = try await Self.trials(ManualClock()).run { trial in
            try await trial.subject(definition, as: .standard, called: "w")
                .report(of: try WorkflowTest(["cases": cases]), mocks: nil)
        }
        let results = try #require(report?.results)
        #expect(results.count == count)
        let quoted = String(repeating: "ä", count: WorkflowTrials.detail.quotation)
        let fault = "cause: expected none, but was \(quoted)… (8000 bytes)"
        #expect(results.first?.faults == [fault])
        let told = results.count { $0.faults == [fault] }
        #expect(told == WorkflowTrials.detail.size / fault.utf8.count + 1)
        let unrun = "was not run: the faults before it have more than 4194304 bytes"
        #expect(results.dropFirst(told).allSatisfy { $0.faults == [unrun] })
    }

    /// A thread on which tasks take turns in the order in which they come.
    private final class OneThread: TaskExecutor {
        private let queue = DispatchQueue(label: "test.one-thread")

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }

    /// A clock on which a minute has gone by once that is said.
    private final class StoppableClock: WallClock {
        private let seconds = Mutex(0.0)

        var now: Date { Date(timeIntervalSince1970: seconds.withLock { $0 }) }

        func pass() { seconds.withLock { $0 = 60 } }

        func sleep(for duration: Duration) async throws {}
    }

    @Test(arguments: [false, true])
    func `lets others compute in between`(hasCases: Bool) async throws {
        let clock = StoppableClock()
        let executor = OneThread()
        let outcome = try await Self.trials(clock).run { trial in
            try await withTaskExecutorPreference(executor) {
                // It has no other thread: its turn comes only if the run gives it one.
                async let other: Void = clock.pass()
                let subject = try trial.subject(Self.endless, as: .standard, called: "w")
                let faults: [String]
                if hasCases {
                    let test = try WorkflowTest(["cases": [["expect": [:]]]])
                    faults = await subject.report(of: test, mocks: nil).results[0].faults
                } else {
                    let stop = try await subject.result(of: ScriptedRun()).outcome.stop
                    faults = [stop.map { "\($0)" } ?? "it was not ended"]
                }
                await other
                return faults
            }
        }
        #expect(outcome == ["the run was ended: it took too long"])
    }
}
