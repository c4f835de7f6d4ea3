package import FoundationEssentials
package import JSON
package import Logging

/// Where schedules are looked at, made, changed and deleted.
package struct ScheduleDesk: Sendable {
    private let store: any ScheduleStore
    private let rules: ScheduleRules
    private let keeper: ScheduleKeeper
    private let clock: any WallClock

    package init(
        store: any ScheduleStore,
        rules: ScheduleRules,
        keeper: ScheduleKeeper,
        clock: any WallClock
    ) {
        self.store = store
        self.rules = rules
        self.keeper = keeper
        self.clock = clock
    }

    /// What became of a wish to change schedules.
    package enum Result: Sendable {
        case created(ScheduleEntry)
        case changed(ScheduleEntry)
        /// It is as it was wished to be already.
        case same(ScheduleEntry)
        /// One of that name is there and another.
        case exists
        case deleted
        case unknown
        /// It stands in the file of schedules, and is changed there.
        case standsInFile
    }

    package func list() async throws -> ScheduleList { try await store.schedules() }

    package func find(_ name: ScheduleName) async throws -> ScheduleEntry? {
        try await store.schedule(name)
    }

    package func runs(of name: ScheduleName) async throws -> [ScheduleRun] {
        try await store.runs(of: name, limit: ScheduleRun.maximumCount)
    }

    /// The next times of a schedule; none when it is switched off or over.
    package func nextTimes(of entry: ScheduleEntry, limit: Int) -> [Date] {
        guard entry.schedule.isEnabled, let timetable = keeper.timetable(of: entry) else {
            return []
        }
        return timetable.times(after: entry.progress.handledUntil, limit: limit)
    }

    /// Makes a schedule.
    ///
    /// Throws `ScheduleFaults` with everything that is wrong with it.
    package func create(_ schedule: Schedule, by operator: Operator) async throws -> Result {
        let now = clock.now
        if let existing = try await store.schedule(schedule.name) {
            return existing.schedule == schedule ? .same(existing) : .exists
        }
        try check(rules.faults(inNew: schedule, at: now))
        try await checkRoom(for: schedule)
        let entry = ScheduleEntry(schedule, from: .api, at: now)
        let audit = AuditEntry(
            .createSchedule,
            by: `operator`,
            at: now,
            detail: schedule.name.text
        )
        guard let kept = try await store.keep(entry, run: nil, audit: audit) else {
            // Another one was quicker.
            return try await create(schedule, by: `operator`)
        }
        keeper.wake()
        return .created(kept)
    }

    /// Changes members of a schedule's document (RFC 7396).
    ///
    /// Throws `ScheduleFaults`.
    package func change(
        _ name: ScheduleName,
        _ patch: JSONValue,
        by operator: Operator
    ) async throws -> Result {
        // A run that begins meanwhile writes as well, and then what it wrote is changed.
        while true {
            guard let read = try await store.schedule(name) else { return .unknown }
            guard let entry = try await keeper.settled(read) else { continue }
            guard entry.source == .api else { return .standsInFile }
            let document = JSONValue.object(entry.schedule.document).merging(patch)
            let changed = try Schedule(name, document)
            guard changed != entry.schedule else { return .same(entry) }
            let now = clock.now
            try await checkRoom(for: changed)
            try check(
                changed.isEnabled
                    ? rules.faults(inNew: changed, at: now) : rules.faults(in: changed)
            )
            let audit = AuditEntry(
                .changeSchedule,
                by: `operator`,
                at: now,
                // The members, and not what a customer's data may be among.
                detail: "\(name): \(patch.object?.keys.joined(separator: ", ") ?? "")"
            )
            if let kept = try await keep(entry, as: changed, from: .api, at: now, audit) {
                keeper.wake()
                return .changed(kept)
            }
        }
    }

    /// Deletes a schedule; runs that have begun go on.
    ///
    /// One that is damaged can be deleted as well.
    package func delete(_ name: ScheduleName, by operator: Operator) async throws -> Result {
        let entry: ScheduleEntry?
        do { entry = try await store.schedule(name) } catch StoreError.damaged { entry = nil }
        if let entry, entry.source == .file { return .standsInFile }
        let audit = AuditEntry(
            .deleteSchedule,
            by: `operator`,
            at: clock.now,
            detail: name.text
        )
        guard try await store.deleteSchedule(name.text, audit: audit) else { return .unknown }
        keeper.wake()
        return .deleted
    }

    /// Writes the schedule as it is changed, and what of its times had come and was not run by then.
    private func keep(
        _ entry: ScheduleEntry,
        as changed: Schedule,
        from source: ScheduleEntry.Source,
        at now: Date,
        _ audit: AuditEntry
    ) async throws -> ScheduleEntry? {
        var entry = entry
        let isRetimed = changed.timing != entry.schedule.timing
        let timetable = isRetimed ? keeper.timetable(of: entry) : nil
        let overtaken = timetable.flatMap { entry.overtaken(at: now, $0) }
        if let overtaken { entry.note(overtaken) }
        entry.take(changed, from: source, at: now)
        let kept = try await store.keep(entry, run: overtaken, audit: audit)
        if kept != nil, let overtaken {
            keeper.count(overtaken)
            keeper.tell(missed: overtaken, of: entry.schedule.name)
        }
        return kept
    }

    private func checkRoom(for schedule: Schedule) async throws {
        let others = try await store.schedules().sound.map(\.schedule)
            .filter { $0.name != schedule.name }
        let size = (others + [schedule]).reduce(0) {
            $0 + JSONValue.object($1.document).bytes.count
        }
        guard size > Schedule.maximumSize else { return }
        let limit = "\(Schedule.maximumSize >> 20) MiB"
        throw ScheduleFaults([
            OrderFault("/target/input", "all schedules together have \(limit) at most")
        ])
    }

    private func check(_ faults: [OrderFault]) throws {
        guard faults.isEmpty else { throw ScheduleFaults(faults) }
    }

    /// Has the store hold what the file of schedules says.
    ///
    /// What is new begins now, what is the same goes on where it was, and what is gone from the file is deleted. Without a file those that an earlier one had go on: it may be missing by mistake.
    package func adopt(_ schedules: [Schedule]?, logger: Logger) async throws {
        let list = try await store.schedules()
        guard let schedules else {
            let left = list.sound.filter { $0.source == .file }.map(\.schedule.name.text)
            guard !left.isEmpty else { return }
            logger.warning(
                "there is no file of schedules, and those that it had go on: a file without any takes them away",
                metadata: ["schedules": "\(left.joined(separator: ", "))"]
            )
            return
        }
        let known = Dictionary(list.sound.map { ($0.schedule.name, $0) }) { first, _ in first }
        let names = Set(schedules.map(\.name))
        for entry in list.sound where entry.source == .file && !names.contains(entry.schedule.name)
        {
            let name = entry.schedule.name.text
            try await store.deleteSchedule(name, audit: audit(.deleteSchedule, name))
            logger.notice(
                "a schedule is gone from the file of schedules",
                metadata: ["schedule": "\(name)"]
            )
        }
        for schedule in schedules {
            if let found = known[schedule.name] {
                try await adopt(schedule, in: found, logger)
            } else {
                try await adopt(
                    schedule,
                    isDamaged: list.damaged.contains(schedule.name.text),
                    logger
                )
            }
        }
    }

    private func adopt(
        _ schedule: Schedule,
        in found: ScheduleEntry,
        _ logger: Logger
    ) async throws {
        guard found.schedule != schedule || found.source != .file else { return }
        let name = schedule.name.text
        if found.source == .api {
            logger.notice(
                "the file of schedules takes the place of a schedule that was made by the API",
                metadata: ["schedule": "\(name)"]
            )
        }
        let entry = try await keeper.settled(found) ?? found
        let audit = audit(.changeSchedule, name)
        _ = try await keep(entry, as: schedule, from: .file, at: clock.now, audit)
    }

    private func adopt(
        _ schedule: Schedule,
        isDamaged: Bool,
        _ logger: Logger
    ) async throws {
        let name = schedule.name.text
        if isDamaged {
            try await store.deleteSchedule(name, audit: nil)
            logger.error(
                "a schedule was damaged in the store and begins anew: what was run of it is not known",
                metadata: ["schedule": "\(name)"]
            )
        }
        let entry = ScheduleEntry(schedule, from: .file, at: clock.now)
        _ = try await store.keep(entry, run: nil, audit: audit(.createSchedule, name))
    }

    private func audit(_ action: AuditEntry.Action, _ name: String) -> AuditEntry {
        let by = Operator("orderd", reason: "the file of schedules")
        return AuditEntry(action, by: by, at: clock.now, detail: name)
    }
}
