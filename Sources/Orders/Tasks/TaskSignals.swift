import Synchronization

/// Tells who waits for tasks that there may be one: hints, for polling alone is correct.
package final class TaskSignals: Sendable {
    /// Raised when the open tasks of an order have changed, so that an order it has started may be nobody's.
    package let changes = WakeSignal()
    private let pollers = Mutex<[String: [WakeSignal]]>([:])
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

    /// Notes what a run has recorded as open.
    func note(_ tasks: [TaskOpening]) {
        changes.raise()
        for opening in tasks where opening.task.kind == .activity {
            let next = pollers.withLock { pollers -> WakeSignal? in
                guard var waiting = pollers[opening.task.name] else { return nil }
                defer { pollers[opening.task.name] = waiting.isEmpty ? nil : waiting }
                return waiting.removeFirst()
            }
            next?.raise()
        }
    }

    /// Waits until there may be a task of that activity, for that long at most.
    func wait(forTaskOf activity: String, for duration: Duration, clock: any WallClock) async {
        let signal = WakeSignal()
        pollers.withLock { $0[activity, default: []].append(signal) }
        defer {
            pollers.withLock { pollers in
                pollers[activity]?.removeAll { $0 === signal }
                if pollers[activity]?.isEmpty == true { pollers[activity] = nil }
            }
        }
        await signal.wait(for: duration, clock: clock)
    }
}
