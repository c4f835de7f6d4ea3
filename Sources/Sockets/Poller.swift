internal import CLinux
internal import Glibc

/// An epoll set and the eventfd that other threads wake it with.
final class Poller {
    /// What epoll reports for a registration.
    struct Event {
        let token: UInt64
        let flags: UInt32
    }

    /// The token of the wake-up descriptor; no registration has the number 0.
    static let wakeToken: UInt64 = 0
    private static let eventsPerTurn = 512

    private let epoll: Int32
    private let wakeUp: Int32
    private let events: UnsafeMutableBufferPointer<epoll_event>

    init() throws(SocketError) {
        epoll = try SystemCall.perform(.open, on: "epoll") { epoll_create1(Int32(EPOLL_CLOEXEC)) }
        wakeUp = try SystemCall.perform(.open, on: "eventfd") {
            eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        }
        events = .allocate(capacity: Self.eventsPerTurn)
        // Edge-triggered, so that the counter need never be read: each write is an event of its own.
        try register(wakeUp, token: Self.wakeToken, flags: EPOLLIN.rawValue | Self.edgeTriggered)
    }

    deinit {
        SystemCall.close(epoll)
        SystemCall.close(wakeUp)
        events.deallocate()
    }

    /// EPOLLET; Swift imports the enumerator but not its use as a bit of an unsigned number.
    private static let edgeTriggered: UInt32 = 1 << 31
    static let readable = EPOLLIN.rawValue
    static let writable = EPOLLOUT.rawValue
    static let readEnded = EPOLLRDHUP.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue
    static let writeEnded = EPOLLHUP.rawValue | EPOLLERR.rawValue

    /// Reports every change of the descriptor from now on, in both directions.
    func register(_ descriptor: Int32, token: UInt64) throws(SocketError) {
        let flags = Self.readable | Self.writable | EPOLLRDHUP.rawValue | Self.edgeTriggered
        try register(descriptor, token: token, flags: flags)
    }

    private func register(
        _ descriptor: Int32,
        token: UInt64,
        flags: UInt32
    ) throws(SocketError) {
        var event = epoll_event()
        event.events = flags
        event.data.u64 = token
        try SystemCall.perform(.register, on: "descriptor \(descriptor)") {
            epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event)
        }
    }

    /// Ends the wait that is going on, or the next one; from any thread.
    func wake() {
        var one: UInt64 = 1
        // Fails only when the counter is full, and then the wake-up is pending anyway.
        _ = write(wakeUp, &one, MemoryLayout<UInt64>.size)
    }

    /// Waits at most so many milliseconds (-1: for ever) and hands over what happened.
    func wait(milliseconds: Int32, _ body: (Event) -> Void) {
        let count = epoll_wait(epoll, events.baseAddress, Int32(Self.eventsPerTurn), milliseconds)
        // EINTR is the only error a valid set can give: the next turn waits again.
        for index in 0..<max(0, Int(count)) {
            body(Event(token: events[index].data.u64, flags: events[index].events))
        }
    }
}
