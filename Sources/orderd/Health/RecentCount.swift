import Foundation

/// How much a counter has grown within the last while.
struct RecentCount: Sendable {
    /// What it had counted when it had last grown, oldest first, and when.
    private var steps: [(at: Date, total: UInt64)] = []
    private var before: UInt64 = 0

    /// How many steps are remembered at most; older ones count as one.
    static let maximumSteps = 4_000

    /// Takes a reading, and answers by how much it grew within so many seconds.
    mutating func note(_ total: UInt64, at now: Date, within window: TimeInterval) -> Int {
        if total > steps.last?.total ?? before { steps.append((now, total)) }
        while let first = steps.first,
            now.timeIntervalSince(first.at) > window || steps.count > Self.maximumSteps
        {
            before = first.total
            steps.removeFirst()
        }
        return Int(clamping: (steps.last?.total ?? before) - before)
    }
}
