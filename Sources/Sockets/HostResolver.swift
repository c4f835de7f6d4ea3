/// How the addresses of hosts are found.
public struct HostResolver: Sendable {
    public typealias LookUp =
        @Sendable (
            _ host: String,
            _ loop: EventLoop,
            _ deadline: ContinuousClock.Instant?
        ) async throws(SocketError) -> [IPAddress]

    private let lookUp: LookUp

    /// A way of one's own, for tests of what follows from it.
    public init(_ lookUp: @escaping LookUp) { self.lookUp = lookUp }

    /// The machine's own way: literals and `localhost` at once, names by getaddrinfo.
    public static let system = HostResolver {
        (host, loop, deadline) async throws(SocketError) -> [IPAddress] in
        try await Resolver.shared.resolve(host, on: loop, deadline: deadline)
    }

    /// The addresses of a host, in the order in which they are to be tried; to be called on the loop.
    public func addresses(
        of host: String,
        on loop: EventLoop,
        deadline: ContinuousClock.Instant?
    ) async throws(SocketError) -> [IPAddress] {
        try await lookUp(host, loop, deadline)
    }
}
