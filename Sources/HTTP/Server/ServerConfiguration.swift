/// The limits and deadlines of a server; every one of them has a reason to exist and a test.
package struct ServerConfiguration: Sendable {
    /// The head of a request: start line and fields.
    package var head = HeadLimits()
    /// The largest body of a request, in bytes, unless the handler says otherwise for it.
    package var maximumBodySize = 256 * 1_024
    /// Connections at one time; more are answered 503 and closed.
    package var maximumConnections = 10_000
    /// Connections of one address at one time; nil: no limit of its own.
    package var maximumConnectionsPerAddress: Int?
    /// Requests on one connection, after which it closes; nil: any number.
    package var maximumRequestsPerConnection: Int?
    /// From a head's first byte to its last; also for the first byte on a new connection.
    package var headTimeout = Duration.seconds(10)
    /// From a body's beginning to its end, at a rate below `minimumBodyRate`.
    package var bodyTimeout = Duration.seconds(10)
    /// Bytes a second a client must keep up once `bodyTimeout` is used up.
    package var minimumBodyRate = 1_024
    /// How long a connection may be idle between requests.
    package var idleTimeout = Duration.seconds(75)
    /// How long the client may take to read each 64 KiB of an answer.
    package var writeTimeout = Duration.seconds(30)
    /// How long the TLS handshake may take.
    package var handshakeTimeout = Duration.seconds(10)
    /// After a refusal: how long we go on reading so that the client gets to read the answer.
    package var lingerTimeout = Duration.seconds(2)
    /// When shutting down: how long requests in progress may take to end.
    package var gracePeriod = Duration.seconds(20)

    package init() {}
}

/// How large the head of a message may be.
package struct HeadLimits: Sendable, Hashable {
    /// The start line, in bytes.
    package var startLine = 8_192
    /// One field line, in bytes.
    package var fieldLine = 16_384
    package var fieldLines = 100
    /// The whole head, in bytes.
    package var total = 32_768

    package init() {}
}
