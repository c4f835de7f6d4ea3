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
            try trial.subject(endless, as: .standard, called: "w")
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
            return try trial.subject(Self.endless, as: .standard, called: "w")
                .report(of: test, mocks: nil)
        }
        #expect(
            report?.results.map(\.faults) == [
                ["the run was ended: it took too long"],
                ["was not run: there was no time left"],
            ]
        )
    }
}
