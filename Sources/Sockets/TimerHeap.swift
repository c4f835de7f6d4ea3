/// What is to happen at an instant, on a loop.
final class LoopTimer {
    /// When it is due.
    ///
    /// Changed only by the heap while it is in one.
    fileprivate(set) var due: ContinuousClock.Instant
    /// Its place in the heap, or nil while it is in none.
    fileprivate var place: Int?
    /// What happens then; called once for each time it is scheduled.
    let fire: () -> Void

    init(_ fire: @escaping () -> Void) {
        due = .now
        self.fire = fire
    }

    var isScheduled: Bool { place != nil }
}

/// The timers of a loop, the earliest on top.
///
/// Each timer knows its place, so moving one is cheap and the heap never holds a stale entry: it is
/// as large as there are waits with a deadline.
struct TimerHeap {
    private var timers: [LoopTimer] = []

    var earliest: ContinuousClock.Instant? { timers.first?.due }
    var count: Int { timers.count }

    /// Adds the timer, or moves it when it is there already.
    mutating func schedule(_ timer: LoopTimer, at due: ContinuousClock.Instant) {
        timer.due = due
        let place = timer.place ?? timers.count
        if timer.place == nil {
            timer.place = place
            timers.append(timer)
        }
        settle(place)
    }

    /// Takes the timer out, if it is there.
    mutating func cancel(_ timer: LoopTimer) {
        guard let place = timer.place else { return }
        timer.place = nil
        let last = timers.removeLast()
        guard last !== timer else { return }
        timers[place] = last
        last.place = place
        settle(place)
    }

    /// Takes out the earliest timer if it is due.
    mutating func popDue(at now: ContinuousClock.Instant) -> LoopTimer? {
        guard let first = timers.first, first.due <= now else { return nil }
        cancel(first)
        return first
    }

    mutating func popAny() -> LoopTimer? {
        guard let last = timers.last else { return nil }
        cancel(last)
        return last
    }

    private mutating func settle(_ place: Int) {
        siftDown(siftUp(place))
    }

    private mutating func siftUp(_ start: Int) -> Int {
        var place = start
        while place > 0 {
            let parent = (place - 1) / 2
            guard timers[place].due < timers[parent].due else { break }
            swap(place, parent)
            place = parent
        }
        return place
    }

    private mutating func siftDown(_ start: Int) {
        var place = start
        while true {
            var least = place
            for child in (2 * place + 1)..<(2 * place + 3) where child < timers.count {
                if timers[child].due < timers[least].due { least = child }
            }
            guard least != place else { return }
            swap(place, least)
            place = least
        }
    }

    private mutating func swap(_ one: Int, _ other: Int) {
        timers.swapAt(one, other)
        timers[one].place = one
        timers[other].place = other
    }
}
