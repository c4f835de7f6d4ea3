internal import CLinux
internal import Glibc
internal import Synchronization

/// Finds the addresses of names.
///
/// getaddrinfo blocks, for half a minute when no server answers, so it runs on threads of its own; who
/// waits goes on at the deadline while the call is left to end by itself.
final class Resolver: Sendable {
    static let shared = Resolver(lookUp: addresses)

    /// Calls that may run at once: a dead name server holds up four names before it holds up all.
    static let threadLimit = 4
    /// Names that may wait for a thread.
    static let queueLimit = 256

    private struct Lookup: Sendable {
        let host: String
        let wait: Suspension<Result<[IPAddress], SocketError>>
    }

    private struct State {
        var queue: [Lookup] = []
        var threads = 0
    }

    private enum Admission {
        case startThread
        case queued
        case refused
    }

    private let state = Mutex(State())
    /// The call that blocks.
    private let lookUp: @Sendable (_ host: String) throws(SocketError) -> [IPAddress]

    init(lookUp: @escaping @Sendable (_ host: String) throws(SocketError) -> [IPAddress]) {
        self.lookUp = lookUp
    }

    /// The addresses of a host, in the order in which they are to be tried.
    ///
    /// An address literal and `localhost` are answered at once.
    func resolve(
        _ host: String,
        on loop: EventLoop,
        deadline: ContinuousClock.Instant?
    ) async throws(SocketError) -> [IPAddress] {
        if let literal = IPAddress(host) { return [literal] }
        if SocketAddress.isLocalhost(host) { return [.loopback, .loopbackV6] }
        let wait = Suspension<Result<[IPAddress], SocketError>>(on: loop)
        try enqueue(Lookup(host: host, wait: wait))
        switch await wait.outcome(until: deadline) {
        case .finished(let result): return try result.get()
        case .timedOut: throw SocketError(.resolve, host, .timedOut)
        case .cancelled: throw SocketError(.resolve, host, .cancelled)
        }
    }

    private func enqueue(_ lookup: Lookup) throws(SocketError) {
        switch admit(lookup) {
        case .startThread: try startThread()
        case .queued: return
        case .refused:
            throw SocketError(
                .resolve,
                lookup.host,
                .unresolved("too many names are being resolved")
            )
        }
    }

    private func admit(_ lookup: Lookup) -> Admission {
        state.withLock { state in
            guard state.queue.count < Self.queueLimit else { return .refused }
            state.queue.append(lookup)
            guard state.threads < Self.threadLimit else { return .queued }
            state.threads += 1
            return .startThread
        }
    }

    /// A thread that takes names until none is left.
    ///
    /// It is not joined: it may be stuck in getaddrinfo.
    private func startThread() throws(SocketError) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let resolver = Unmanaged.passRetained(self)
        let result = pthread_create(&thread, &attributes, Self.main, resolver.toOpaque())
        guard result != 0 else { return }
        resolver.release()
        let abandoned = state.withLock { state in
            state.threads -= 1
            return state.threads == 0 ? state.queue.popLast() : nil
        }
        guard let abandoned else { return }
        throw SocketError(.resolve, abandoned.host, .system(errno: result))
    }

    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        {
            guard let pointer = $0 else { return nil }
            pthread_setname_np(pthread_self(), "resolver")
            Unmanaged<Resolver>.fromOpaque(pointer).takeRetainedValue().work()
            return nil
        }

    private func work() {
        while let lookup = next() {
            lookup.wait.finish(
                Result { () throws(SocketError) in try lookUp(lookup.host) }
            )
        }
    }

    private func next() -> Lookup? {
        state.withLock { state in
            guard state.queue.isEmpty else { return state.queue.removeFirst() }
            state.threads -= 1
            return nil
        }
    }

    @Sendable
    private static func addresses(of host: String) throws(SocketError) -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_ADDRCONFIG
        var list: UnsafeMutablePointer<addrinfo>?
        let result = getaddrinfo(host, nil, &hints, &list)
        guard result == 0 else {
            throw SocketError(.resolve, host, .unresolved(String(cString: gai_strerror(result))))
        }
        defer { freeaddrinfo(list) }
        var addresses: [IPAddress] = []
        while let entry = list?.pointee {
            let bytes = UnsafeRawBufferPointer(start: entry.ai_addr, count: Int(entry.ai_addrlen))
            if let address = SocketAddress(bytes) { addresses.append(address.ip) }
            list = entry.ai_next
        }
        return addresses
    }
}
