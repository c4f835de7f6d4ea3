internal import OpenSSL
internal import Sockets

/// Why there is no connection; nothing of a request has been sent.
struct ConnectFailure: Error {
    let reason: HTTPClientError.Reason

    init(_ reason: HTTPClientError.Reason) { self.reason = reason }

    /// What went wrong between here and the proxy.
    init(_ error: SocketError, through proxy: Proxy) {
        reason =
            error.isCancelled
            ? .cancelled : .connectFailed("the proxy \(proxy) (\(proxy.setting)): \(error)")
    }
}

/// Opens connections: to the host or its proxy, through that to the host, and TLS in it.
struct ConnectionOpener: Sendable {
    let configuration: ClientConfiguration
    let tls: TLSContext

    /// A connection on the loop, which the calling task runs on.
    func open(
        _ origin: ConnectionPool.Origin,
        on loop: EventLoop,
        until deadline: ContinuousClock.Instant
    ) async throws(ConnectFailure) -> any ByteStream {
        let stream = try await connect(origin, on: loop, until: deadline)
        switch origin.scheme {
        case .http: return stream
        case .https: return try await secure(stream, origin, until: deadline)
        }
    }

    /// TCP to the host, if need be through its proxy.
    private func connect(
        _ origin: ConnectionPool.Origin,
        on loop: EventLoop,
        until deadline: ContinuousClock.Instant
    ) async throws(ConnectFailure) -> TCPStream {
        guard let port = UInt16(exactly: origin.port), port > 0 else {
            let error = SocketError(.connect, origin.host, .unresolved("no such port"))
            throw ConnectFailure(HTTPClientError.Reason(error, .connect))
        }
        let limit = min(deadline, loop.now + configuration.connectTimeout)
        let proxy = configuration.proxy(for: origin)
        let checked = try await checkedAddresses(of: origin, on: loop, until: limit)
        let stream: TCPStream
        do throws(SocketError) {
            if proxy == nil, let checked {
                stream = try await TCPStream.connect(
                    to: origin.host,
                    at: checked,
                    port: port,
                    on: loop,
                    deadline: limit
                )
            } else {
                stream = try await TCPStream.connect(
                    to: proxy?.host ?? origin.host,
                    port: proxy?.port ?? port,
                    on: loop,
                    deadline: limit
                )
            }
        } catch {
            throw proxy.map { ConnectFailure(error, through: $0) }
                ?? ConnectFailure(HTTPClientError.Reason(error, .connect))
        }
        guard let proxy, origin.scheme == .https else { return stream }
        // The proxy resolves the name and connects: that has the same time once more.
        stream.deadline = min(deadline, loop.now + configuration.connectTimeout)
        do throws(ConnectFailure) {
            // A name would be looked up once more, by the proxy.
            let host = checked?.first?.description ?? origin.host
            let tunnel = ProxyTunnel(through: proxy, to: host, port: origin.port)
            try await tunnel.open(over: stream, limits: configuration.head)
        } catch {
            stream.close()
            throw error
        }
        return stream
    }

    /// What the host's name means, when that has to be checked; then these alone are dialled.
    private func checkedAddresses(
        of origin: ConnectionPool.Origin,
        on loop: EventLoop,
        until deadline: ContinuousClock.Instant
    ) async throws(ConnectFailure) -> [IPAddress]? {
        guard let rules = configuration.hosts else { return nil }
        let addresses: [IPAddress]
        do throws(SocketError) {
            addresses = try await configuration.resolver.addresses(
                of: origin.host,
                on: loop,
                deadline: deadline
            )
        } catch {
            throw ConnectFailure(HTTPClientError.Reason(error, .connect))
        }
        if let objection = rules.objection(to: addresses, of: origin) {
            throw ConnectFailure(.hostRefused(objection))
        }
        return addresses
    }

    private func secure(
        _ stream: TCPStream,
        _ origin: ConnectionPool.Origin,
        until deadline: ContinuousClock.Instant
    ) async throws(ConnectFailure) -> any ByteStream {
        stream.deadline = min(deadline, stream.loop.now + configuration.handshakeTimeout)
        do throws(TLSError) {
            return try await TLSStream.client(
                over: stream,
                context: tls,
                serverName: origin.host,
                sessions: "\(origin.host):\(origin.port)"
            )
        } catch {
            stream.close()
            throw ConnectFailure(HTTPClientError.Reason(error))
        }
    }
}

extension ClientConfiguration {
    /// The proxy for calls of that origin.
    ///
    /// Where hosts are checked, none is given a whole request: it would look the name up by itself.
    func proxy(for origin: ConnectionPool.Origin) -> Proxy? {
        guard hosts == nil || origin.scheme == .https else { return nil }
        return proxies.proxy(for: origin.scheme, host: origin.host, port: origin.port)
    }
}

extension HostRules {
    func objection(to origin: ConnectionPool.Origin) -> String? {
        objection(to: origin.scheme, host: origin.host, port: origin.port)
    }

    func objection(to addresses: [IPAddress], of origin: ConnectionPool.Origin) -> String? {
        objection(to: addresses, of: origin.scheme, host: origin.host, port: origin.port)
    }
}

extension HTTPClientError.Reason {
    fileprivate init(_ error: TLSError) {
        switch error.reason {
        case .transport(let error) where error.isCancelled || error.isTimeout:
            self.init(error, .handshake)
        case .transport, .certificateRejected, .handshakeFailed, .badConfiguration:
            self = .handshakeFailed(error.description)
        }
    }
}
