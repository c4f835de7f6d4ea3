import Synchronization
import Testing

/// Runs the body and then closes what was opened in it, the last first, also when it throws.
///
/// The trait `.closing` does so for each test; a test that opens much in turn does it for each turn.
package func closing<Result>(_ body: () async throws -> Result) async throws -> Result {
    let closings = Closings()
    do {
        let result = try await Closings.$current.withValue(closings) { try await body() }
        await closings.run()
        return result
    } catch {
        await closings.run()
        throw error
    }
}

/// Runs that at the end of the test, or of the innermost `closing`, before what was said earlier.
///
/// Whoever opens something says at once how it is closed: `afterwards { try await store.close() }`.
package func afterwards(_ close: @escaping @Sendable () async throws -> Void) {
    guard let closings = Closings.current else {
        preconditionFailure(
            "nobody closes what this test opens: its suite lacks the trait .closing"
        )
    }
    closings.add(close)
}

/// What is to be done at the end of a test.
private final class Closings: Sendable {
    @TaskLocal static var current: Closings?

    private let steps = Mutex<[@Sendable () async throws -> Void]>([])

    func add(_ step: @escaping @Sendable () async throws -> Void) {
        steps.withLock { $0.append(step) }
    }

    func run() async {
        while let step = steps.withLock({ $0.popLast() }) {
            do { try await step() } catch { Issue.record(error, "while closing") }
        }
    }
}
