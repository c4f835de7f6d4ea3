import FoundationEssentials
import OrderAPI
import Orders

extension ScheduleKeeper {
    /// How long a missed run is told of, in seconds.
    private static let memory = 86_400.0

    /// Whether each schedule's times are run: what waits, what was missed within a day, what is damaged.
    func observation(at now: Date) -> HealthReport.Observation {
        let standing = standing
        let missed = standing.missed.filter { now.timeIntervalSince($0.value) < Self.memory }.keys
        let problems =
            (standing.fault.map { ["the schedules cannot be looked at: \($0)"] } ?? [])
            + standing.damaged.map { "\($0) is damaged in the store and does not run" }
            + standing.waiting.sorted { $0.key < $1.key }.map { "\($0.key) waits: \($0.value)" }
            + missed.sorted().map { "\($0) has missed runs; see GET /schedules/\($0)" }
        let shown = problems.prefix(Self.maximumShown)
        let rest = problems.count - shown.count
        let output = shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
        return HealthReport.Observation(
            "schedules:runs",
            problems.isEmpty ? .pass : .warn,
            value: problems.count,
            unit: "problems",
            output: problems.isEmpty ? Self.sentence(standing.enabled) : output
        )
    }

    private static func sentence(_ count: Int) -> String {
        switch count {
        case 0: "no schedule is switched on"
        case 1: "one schedule's runs begin at their times"
        default: "the runs of \(count) schedules begin at their times"
        }
    }

    private static let maximumShown = 5
}
