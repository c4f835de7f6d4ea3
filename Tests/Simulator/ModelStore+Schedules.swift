import FoundationEssentials
import Orders

extension ModelStore: ScheduleStore {
    func schedules() async throws -> ScheduleList {
        try await change { state in
            var list = ScheduleList()
            list.sound = state.schedules.values.sorted { $0.schedule.name < $1.schedule.name }
            return list
        }
    }

    func schedule(_ name: ScheduleName) async throws -> ScheduleEntry? {
        try await change { $0.schedules[name.text] }
    }

    func keep(
        _ entry: ScheduleEntry,
        run: ScheduleRun?,
        audit: AuditEntry?
    ) async throws -> ScheduleEntry? {
        try await change { state in
            let name = entry.schedule.name.text
            let before = state.schedules[name]
            guard before?.revision ?? 0 == entry.revision else { return nil }
            guard before != nil || state.schedules.count < Schedule.maximumCount else {
                throw StoreError.unavailable("there are too many schedules")
            }
            var entry = entry
            entry.revision += 1
            state.schedules[name] = entry
            if let run {
                let runs = [run] + (state.runs[name] ?? [])
                state.runs[name] = Array(runs.prefix(ScheduleRun.maximumCount))
            }
            return entry
        }
    }

    func deleteSchedule(
        _ name: String,
        ifAt revision: Int64?,
        audit: AuditEntry?
    ) async throws -> Bool {
        try await change { state in
            if let revision, state.schedules[name]?.revision != revision { return false }
            state.runs[name] = nil
            return state.schedules.removeValue(forKey: name) != nil
        }
    }

    func runs(of name: ScheduleName, limit: Int) async throws -> [ScheduleRun] {
        try await change { Array(($0.runs[name.text] ?? []).prefix(limit)) }
    }
}
