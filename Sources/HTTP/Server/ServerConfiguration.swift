/// The limits and deadlines of a server; every one of them has a reason to exist and a test.
public struct ServerConfiguration: Sendable {
    /// The head of a request: start line and fields.
    public var head = HeadLimits()
    /// The largest body of a request, in bytes, unless the handler says otherwise for it.
    public var maximumBodySize = 256 * 1_024
    /// Connections at one time; more are answered 503 and closed.
    public var maximumConnections = 10_000
    /// Connections of one address at one time; nil: no limit of its own.
    public var maximumConnectionsPerAddress: Int?
    /// Requests on one connection, after which it closes; nil: any number.
    public var maximumRequestsPerConnection: Int?
    /// From a head's first byte to its last; also for the first byte on a new connection.
    public var headTimeout = Duration.seconds(10)
    /// From a body's beginning to its end, at a rate below `minimumBodyRate`.
    public var bodyTimeout = Duration.seconds(10)
    /// Bytes a second a client must keep up once `bodyTimeout` is used up.
    public var minimumBodyRate = 1_024
    /// How long a connection may be idle between requests.
    public var idleTimeout = Duration.seconds(75)
    /// How long the client may take to read each 64 KiB of an answer.
    public var writeTimeout = Duration.seconds(30)
    /// How long the TLS handshake may take.
    public var handshakeTimeout = Duration.seconds(10)
    /// After a refusal: how long we go on reading so that the client gets to read the answer.
    public var lingerTimeout = Duration.seconds(2)
    /// When shutting down: how long requests in progress may take to end.
    public var gracePeriod = Duration.seconds(20)

    public init() {}
}

/// How large the head of a message may be.
public struct HeadLimits: Sendable, Hashable {
    /// The start line, in bytes.
    public var startLine = 8_192
    /// One field line, in bytes.
    public var fieldLine = 16_384
    public var fieldLines = 100
    /// The whole head, in bytes.
    public var total = 32_768

    public init() {}
}
