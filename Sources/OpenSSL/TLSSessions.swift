/// Sessions that a client can resume (RFC 8446 §2.2, RFC 5077), few for each of few servers.
///
/// It belongs to one context, so that a session is never offered under other roots than those that the
/// server was proven with.
struct TLSSessions {
    struct Session: Hashable {
        /// As OpenSSL writes them; they contain the session's secret.
        let bytes: [UInt8]
        /// Whether it must not be used twice: in TLS 1.3 who watches could link two connections (RFC 8446 §C.4).
        let isSingleUse: Bool
        /// When the server showed its certificate: a session that a resumed connection was given is as old as the
        /// one that it resumed.
        let since: ContinuousClock.Instant
    }

    /// For how long a proof of the server's name is relied on without a new one.
    static let lifetime = Duration.seconds(3_600)
    static let serverLimit = 64
    /// A burst of new connections finds one each; a server hands out two for a connection.
    static let limitPerServer = 32

    /// The newest of a server last.
    private var sessions: [String: [Session]] = [:]
    /// The servers, the longest without a new session first.
    private var servers: [String] = []

    /// Keeps a session that the server has given.
    mutating func add(_ session: Session, of server: String) {
        servers.removeAll { $0 == server }
        servers.append(server)
        // One that may be used again needs no second.
        var kept = session.isSingleUse ? sessions[server, default: []] : []
        kept.append(session)
        sessions[server] = kept.suffix(Self.limitPerServer)
        if servers.count > Self.serverLimit { forget(servers[0]) }
    }

    /// The newest session of the server that is not too old.
    mutating func take(of server: String, now: ContinuousClock.Instant) -> Session? {
        // The newest may rest on an older proof than one before it.
        sessions[server]?.removeAll { $0.since + Self.lifetime <= now }
        guard let session = sessions[server]?.last else {
            forget(server)
            return nil
        }
        if session.isSingleUse { sessions[server]?.removeLast() }
        return session
    }

    /// Offers the server nothing of what it has given so far.
    mutating func forget(_ server: String) {
        sessions[server] = nil
        servers.removeAll { $0 == server }
    }
}
