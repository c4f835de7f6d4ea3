import Formats
import FoundationEssentials
import JSON
import Orders
import Synchronization

/// What must be true in the end of every run.
struct Promises {
    let service: SimulatedService
    let entries: [ModelState.Entry]

    init(_ service: SimulatedService) {
        self.service = service
        entries = service.disk.state.withLock { $0.pruned + $0.orders }
    }

    func broken() -> [String] {
        let ledger = service.ledger.value
        var broken = ledger.workedTwice.map { "\($0) was worked on twice at a time" }
        broken += ledger.heartbeats.map { "heartbeats: \($0)" }
        broken += ledger.modes.map { "the queue is \($0)" }
        broken += service.waits.short
        if ledger.acknowledged.count != SimulatedService.orders { broken.append("not all are in") }
        let numbers = entries.map(\.order.id.text)
        if Set(numbers).count != numbers.count { broken.append("a number was given twice") }
        broken += ledger.acknowledged.subtracting(numbers).sorted().map { "\($0) is lost" }
        broken += brokenSchedules()
        for entry in entries {
            broken += brokenEnd(entry) + brokenHistory(entry)
            for delivery in entry.order.deliveries {
                broken += brokenDelivery(delivery, entry.order)
            }
        }
        return broken
    }

    /// Each time of a schedule has one order, or is told as skipped; none that has not come has one.
    private func brokenSchedules() -> [String] {
        let schedules = service.disk.state.withLock { $0.schedules }
        return schedules.values.flatMap { schedule in
            let name = schedule.schedule.name
            let table = schedule.schedule.timing.timetable(in: .utc, madeAt: schedule.madeAt)
            let begin = schedule.madeAt.addingTimeInterval(-1)
            let times = table.times(after: begin, limit: 100_000)
                .prefix { $0 <= schedule.progress.handledUntil }
            let expected = Set(times.map { ScheduledOrder(schedule.schedule, at: $0).number })
            let prefix = "\(name)."
            let orders = Set(entries.map(\.order.id.number).filter { $0.text.hasPrefix(prefix) })
            var broken: [String] = []
            let progress = schedule.progress
            let waiting = progress.buffered == nil ? 0 : 1
            if times.isEmpty { broken.append("\(name) was never run") }
            // One may have begun whose note the end of the last process took along.
            if orders.subtracting(expected).count > 1 { broken.append("\(name) has too many runs") }
            if progress.missed > 0 { broken.append("\(name) has missed \(progress.missed)") }
            if progress.started + progress.skipped + waiting != times.count {
                broken.append("\(name): not every time is dealt with")
            }
            if orders.intersection(expected).count != progress.started {
                broken.append("\(name): \(progress.started) are told as begun and have not orders")
            }
            return broken
        }
    }

    private func brokenEnd(_ entry: ModelState.Entry) -> [String] {
        let order = entry.order
        switch order.status {
        case .succeeded:
            // What was uncertain before somebody had it run again stays so: it is his to decide about.
            let since = order.audit.last { $0.action == .redrive }?.at ?? .distantPast
            let open = order.deliveries.filter { delivery in
                delivery.status != .sent && delivery.status != .refused
                    && delivery.intendedAt >= since
            }
            return open.isEmpty ? [] : ["\(order.id) succeeded with \(open)"]
        case .failed, .timedOut: return []
        case .aborted:
            let wasStopped = service.ledger.value.stopped.contains(order.id.text)
            // A process that dies while it answers has stopped the order and told nobody.
            let isAudited = order.audit.contains { $0.action == .stop }
            return wasStopped || isAudited ? [] : ["\(order.id) was stopped by nobody"]
        case .queued, .running, .held: return ["\(order.id) is \(order.status)"]
        }
    }

    private func brokenHistory(_ entry: ModelState.Entry) -> [String] {
        let number = entry.order.id
        // Who is erased has no history any more.
        guard entry.order.erasedAt == nil else { return [] }
        let ids = entry.history.map(\.id)
        guard !ids.isEmpty, ids == Array(1...ids.count) else {
            return ["\(number)'s history has a gap"]
        }
        let types = entry.history.map { (try? JSONValue(parsing: $0.json))?["type"]?.string ?? "" }
        let ends = [
            "ExecutionSucceeded", "ExecutionFailed", "ExecutionAborted", "ExecutionTimedOut",
        ]
        var broken: [String] = []
        if types.first != "ExecutionStarted" { broken.append("\(number) begins oddly") }
        if !ends.contains(types.last ?? "") {
            broken.append("\(number) ends in \(types.last ?? "")")
        }
        let redrives = types.filter { $0 == "ExecutionRedriven" }.count
        if types.filter(ends.contains).count != redrives + 1 {
            broken.append("\(number) ends oddly")
        }
        return broken
    }

    /// Nothing goes out twice unless somebody, or the policy, decided so.
    private func brokenDelivery(_ delivery: Delivery, _ order: Order) -> [String] {
        let key = "\(order.id)/\(delivery.key.visit)/\(delivery.key.name)"
        let accepted = service.providers.accepted(key)
        let decisions = order.audit.filter { $0.action == .decide }.count
        guard accepted.count <= 1 + decisions else {
            return ["\(key) went out \(accepted.count) times"]
        }
        guard delivery.status == .sent else { return [] }
        if let id = delivery.messageID {
            return accepted.contains(id) ? [] : ["\(key) was never sent"]
        }
        return decisions > 0 || service.policy == .assumeSent
            ? [] : ["\(key) is taken as sent by nobody"]
    }
}
