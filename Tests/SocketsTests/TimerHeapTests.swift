import Testing

@testable import Sockets

struct TimerHeapTests {
    private let start = ContinuousClock.now

    private func instant(_ value: Int) -> ContinuousClock.Instant {
        start.advanced(by: .seconds(value))
    }

    @Test func `timers come out by their instants, however they were moved`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<50 {
            var heap = TimerHeap()
            var model: [Int: Int] = [:]
            let timers = (0..<40).map { _ in LoopTimer {} }
            for _ in 0..<300 {
                let index = Int.random(in: timers.indices, using: &generator)
                if Int.random(in: 0..<4, using: &generator) == 0 {
                    heap.cancel(timers[index])
                    model[index] = nil
                } else {
                    let due = Int.random(in: 0..<100, using: &generator)
                    heap.schedule(timers[index], at: instant(due))
                    model[index] = due
                }
                #expect(heap.count == model.count)
                #expect(heap.earliest == model.values.min().map(instant))
            }
            var popped: [ContinuousClock.Instant] = []
            while let timer = heap.popDue(at: instant(100)) { popped.append(timer.due) }
            #expect(popped == model.values.sorted().map(instant))
        }
    }

    @Test func `a timer that is not due stays`() {
        var heap = TimerHeap()
        heap.schedule(LoopTimer {}, at: instant(5))
        #expect(heap.popDue(at: instant(4)) == nil)
        #expect(heap.popDue(at: instant(5)) != nil)
        #expect(heap.earliest == nil)
    }
}
