import Testing

@testable import OrderStoreSQLite

struct `Gathering for a transaction` {
    @Test(arguments: [
        // One or a few callers never wait for others.
        (last: 0, waiting: 1, waits: false),
        (last: 1, waiting: 1, waits: false),
        (last: 3, waiting: 1, waits: false),
        // Several did share the last transaction, and fewer have come back yet.
        (last: 4, waiting: 1, waits: true),
        (last: 64, waiting: 63, waits: true),
        // All have.
        (last: 4, waiting: 4, waits: false),
        (last: 64, waiting: 200, waits: false),
    ])
    func `waits only while fewer have come than shared the last transaction`(
        last: Int,
        waiting: Int,
        waits: Bool
    ) {
        var gathering = Gathering()
        gathering.lastBatch = last
        #expect(gathering.isWorthwhile(waiting: waiting) == waits)
    }
}
