public import Sockets

/// The limits and deadlines of a client.
public struct ClientConfiguration: Sendable {
    /// Connections to one host and port at one time; further calls wait for one.
    public var maximumConnectionsPerHost = 32
    /// Connections in all.
    public var maximumConnections = 256
    /// Calls that may wait for a connection; more fail at once.
    public var maximumWaiting = 1_024
    /// How long an unused connection is kept.
    public var idleTimeout = Duration.seconds(30)
    /// How old a connection may become: a new one follows what the host's name means by then.
    ///
    /// Each lives for 80 to 100 hundredths of it, so that those of one moment do not end in one moment.
    public var connectionAge = Duration.seconds(300)
    /// Which hosts are reached through which proxy.
    public var proxies = ProxySettings()
    /// Which hosts may be called at all; nil: any.
    ///
    /// With them a proxy is used for `https:` alone, and is asked for the address that was checked.
    public var hosts: HostRules?
    /// What hosts' names mean where `hosts` has them checked.
    public var resolver = HostResolver.system
    /// Name resolution and TCP's handshake; a proxy has as long again for the connection to its host.
    public var connectTimeout = Duration.seconds(3)
    /// The TLS handshake.
    public var handshakeTimeout = Duration.seconds(5)
    /// Giving the whole request to the socket.
    public var writeTimeout = Duration.seconds(10)
    /// From the request's end to the answer's first byte.
    public var firstByteTimeout = Duration.seconds(30)
    /// The head of an answer.
    public var head = HeadLimits()
    /// The largest body of an answer, in bytes.
    public var maximumBodySize = 4 * 1_024 * 1_024

    public init() {}
}
