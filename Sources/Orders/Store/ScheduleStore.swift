package import FoundationEssentials

/// Where schedules live, with up to where each has been run.
///
/// Each verb that writes is one transaction; what it writes has survived a power cut when it returns.
package protocol ScheduleStore: AnyObject, Sendable {
    /// All schedules, by name.
    func schedules() async throws -> ScheduleList

    /// The schedule of that name as it was written; nil when there is none.
    ///
    /// Throws `StoreError.damaged` when it is not as it was written.
    func schedule(_ name: ScheduleName) async throws -> ScheduleEntry?

    /// Writes a schedule, if it still stands as whoever changes it has read it: at that revision, or not at all for 0.
    ///
    /// Answers it with its new revision, or nil: then nothing was written. A run is kept with it, and of the runs of a schedule
    /// the last `ScheduleRun.maximumCount`. Throws `StoreError.unavailable` when there are `Schedule.maximumCount` already.
    func keep(
        _ entry: ScheduleEntry,
        run: ScheduleRun?,
        audit: AuditEntry?
    ) async throws -> ScheduleEntry?

    /// Takes a schedule away with its runs, whether it is as it was written or not; with a revision only if it stands at that
    /// one. Whether it was taken away.
    func deleteSchedule(
        _ name: String,
        ifAt revision: Int64?,
        audit: AuditEntry?
    ) async throws -> Bool

    /// What became of its last times, the latest first.
    func runs(of name: ScheduleName, limit: Int) async throws -> [ScheduleRun]
}

extension ScheduleStore {
    /// Takes a schedule away, however it stands.
    @discardableResult
    package func deleteSchedule(_ name: String, audit: AuditEntry?) async throws -> Bool {
        try await deleteSchedule(name, ifAt: nil, audit: audit)
    }
}

/// All schedules of a store.
package struct ScheduleList: Sendable, Hashable {
    package var sound: [ScheduleEntry] = []
    /// The names of those that are not as they were written: these do not act.
    package var damaged: [String] = []
    /// When it was last found that the store is a copy of an earlier time; what was run after that it does not know.
    package var restoredAt: Date?

    package init() {}
}
