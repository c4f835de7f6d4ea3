import Synchronization

/// Tells who waits for tasks that there may be one: hints, for polling alone is correct.
package final class TaskSignals: Sendable {
    /// Raised when the open tasks of an order have changed, so that an order it has started may be nobody's.
    package let changes = WakeSignal()
    private let pollers = Mutex(Pollers())
    private let children = Mutex<[OrderID: [OrderID]]>([:])

    /// So many orders are known whose ends others wait for; those of the rest are noticed by polling.
    static let maximumChildren = 100_000

    package init() {}

    /// Notes that a task of the parent waits for the order's end.
    func noteAwaited(_ child: OrderID, by parent: OrderID) {
        children.withLock { children in
            guard children.count < Self.maximumChildren else { return }
            if children[child]?.contains(parent) != true {
                children[child, default: []].append(parent)
            }
        }
    }

    /// The orders whose tasks waited for the order's end, which has come.
    func takeAwaited(_ child: OrderID) -> [OrderID] {
        children.withLock { $0.isEmpty ? [] : $0.removeValue(forKey: child) ?? [] }
    }

    /// Those who wait for tasks of an activity, by its name.
    private struct Pollers {
        var waiting: [String: [WakeSignal]] = [:]
        /// Whether waiting is of no use any more.
        var isOver = false

        mutating func takeFirst(_ activity: String) -> WakeSignal? {
            guard var signals = waiting[activity], !signals.isEmpty else { return nil }
            defer { set(signals, for: activity) }
            return signals.removeFirst()
        }

        mutating func remove(_ signal: WakeSignal, from activity: String) {
            guard let signals = waiting[activity] else { return }
            set(signals.filter { $0 !== signal }, for: activity)
        }

        private mutating func set(_ signals: [WakeSignal], for activity: String) {
            waiting[activity] = signals.isEmpty ? nil : signals
        }
    }

    /// Notes what a run has recorded as open.
    func note(_ tasks: [TaskOpening]) {
        changes.raise()
        for opening in tasks where opening.task.kind == .activity {
            noteTask(of: opening.task.name)
        }
    }

    /// Wakes the one that has waited longest for tasks of that activity.
    func noteTask(of activity: String) {
        pollers.withLock { $0.takeFirst(activity) }?.raise()
    }

    /// Waits until there may be a task of that activity, for that long at most.
    func wait(forTaskOf activity: String, for duration: Duration, clock: any WallClock) async {
        let signal = WakeSignal()
        pollers.withLock { pollers in
            if pollers.isOver { signal.raise() }
            pollers.waiting[activity, default: []].append(signal)
        }
        defer { pollers.withLock { $0.remove(signal, from: activity) } }
        await signal.wait(for: duration, clock: clock)
    }

    /// Lets nobody wait any more: the service stops.
    func end() {
        let waiting = pollers.withLock { pollers in
            pollers.isOver = true
            return pollers.waiting.values.flatMap(\.self)
        }
        for signal in waiting { signal.raise() }
    }
}
