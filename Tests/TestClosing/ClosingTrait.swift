package import Testing

/// Closes what each test of a suite has opened, lets few of them run at a time, and ends one that hangs.
package struct ClosingTrait: SuiteTrait, TestTrait, TestScoping {
    /// What a test takes of the machine, in turns.
    let cost: Int
    /// After how many minutes a test counts as hung.
    let minutes: Int

    /// It is for the suites within too.
    package var isRecursive: Bool { true }

    /// Runs one test when its turn has come.
    @concurrent
    package func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        Leftovers.watch()
        try await Turns.shared.take(cost) {
            try await endHung(test) { try await TestClosing.closing { try await function() } }
        }
    }

    /// Cancels the test when it has not ended in time, which counts from its turn on: `.timeLimit` counts the wait as well.
    private func endHung(
        _ test: Test,
        _ body: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await withUnsafeCurrentTask { task in
            let hung = RunningTask(task: task)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await Task.sleep(for: .seconds(60 * minutes))
                    Issue.record("\(test.name) hangs: it has not ended after \(minutes) minutes")
                    hung.task?.cancel()
                }
                defer { group.cancelAll() }
                try await body()
            }
        }
    }
}

/// The task of a test.
private struct RunningTask: @unchecked Sendable {
    // Proof of Sendable: any thread may cancel a task, nothing else is done with it, and it waits for the child that has it.
    let task: UnsafeCurrentTask?
}

extension Trait where Self == ClosingTrait {
    /// For suites that open stores, loops, sockets or folders.
    package static var closing: Self { closing(minutes: 10) }

    /// The same for tests that may take longer.
    package static func closing(minutes: Int) -> Self { Self(cost: 1, minutes: minutes) }

    /// For suites that start programs, of which fewer run at a time.
    package static var closingPrograms: Self { closingPrograms(minutes: 10) }

    /// The same for tests that may take longer.
    package static func closingPrograms(minutes: Int) -> Self { Self(cost: 2, minutes: minutes) }
}
