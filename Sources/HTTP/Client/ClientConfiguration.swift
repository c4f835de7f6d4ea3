/// The limits and deadlines of a client.
package struct ClientConfiguration: Sendable {
    /// Connections to one host and port at one time; further calls wait for one.
    package var maximumConnectionsPerHost = 32
    /// Connections in all.
    package var maximumConnections = 256
    /// Calls that may wait for a connection; more fail at once.
    package var maximumWaiting = 1_024
    /// How long an unused connection is kept.
    package var idleTimeout = Duration.seconds(30)
    /// Name resolution and TCP's handshake.
    package var connectTimeout = Duration.seconds(3)
    /// The TLS handshake.
    package var handshakeTimeout = Duration.seconds(5)
    /// Giving the whole request to the socket.
    package var writeTimeout = Duration.seconds(10)
    /// From the request's end to the answer's first byte.
    package var firstByteTimeout = Duration.seconds(30)
    /// The head of an answer.
    package var head = HeadLimits()
    /// The largest body of an answer, in bytes.
    package var maximumBodySize = 4 * 1_024 * 1_024

    package init() {}
}
