internal import COpenSSL
internal import Formats
public import Sockets
internal import Synchronization

extension TLSStream {
    /// Speaks TLS as a client with the server of that name, which is proven before this returns.
    ///
    /// The TCP stream's deadline holds for the handshake. The name is sent to the server (SNI) unless it is
    /// an address. With a name for its sessions (host and port), one that the server gave under that name is
    /// resumed, and those that it gives are kept.
    public static func client(
        over transport: TCPStream,
        context: TLSContext,
        serverName: String,
        sessions: String? = nil
    ) async throws(TLSError) -> TLSStream {
        let stream = try TLSStream(over: transport, context: context)
        try stream.expect(serverName)
        SSL_set_connect_state(stream.ssl)
        _ = COpenSSL_ask_for_status(stream.ssl)
        let offered = sessions.flatMap { stream.offerSession(of: $0, context) }
        do throws(TLSError) {
            try await stream.handshake(with: serverName)
            try stream.checkStatus(serverName, context)
        } catch {
            if let sessions { context.sessions.withLock { $0.forget(sessions) } }
            throw error
        }
        if let sessions {
            // A resumed handshake shows no chain and no status: the proof is as old as the session's.
            let proof = stream.isResumed ? offered?.since : nil
            stream.record.keepSessions(provenAt: proof ?? stream.loop.now) { session in
                context.sessions.withLock { $0.add(session, of: sessions) }
            }
        }
        return stream
    }

    /// Speaks TLS as a server.
    ///
    /// `received` is what has been read from the transport already.
    public static func server(
        over transport: TCPStream,
        context: TLSContext,
        received: [UInt8] = []
    ) async throws(TLSError) -> TLSStream {
        let stream = try TLSStream(over: transport, context: context)
        stream.take(received)
        SSL_set_accept_state(stream.ssl)
        try await stream.handshake(with: transport.remoteAddress.description)
        return stream
    }

    /// Whether the handshake took up an earlier session, whose server was proven then.
    public var isResumed: Bool { SSL_session_reused(ssl) == 1 }

    /// The protocol's version: `TLSv1.3`.
    public var version: String { String(cString: SSL_get_version(ssl)) }

    /// The common name in the peer's certificate, which has been verified; the certificate's digest when it
    /// has none.
    public var peerName: String? {
        guard let certificate = SSL_get1_peer_certificate(ssl) else { return nil }
        defer { X509_free(certificate) }
        guard SSL_get_verify_result(ssl) == X509_V_OK else { return nil }
        let name = [UInt8](unsafeUninitializedCapacity: 256) { bytes, count in
            let length = X509_NAME_get_text_by_NID(
                X509_get_subject_name(certificate),
                NID_commonName,
                bytes.baseAddress,
                256
            )
            count = max(0, Int(length))
        }
        let isPlain = name.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        if !name.isEmpty, isPlain { return String(decoding: name, as: UTF8.self) }
        let digest = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { bytes, count in
            var length: UInt32 = 0
            X509_digest(certificate, EVP_sha256(), bytes.baseAddress, &length)
            count = Int(length)
        }
        return "sha256:\(digest.hexadecimal)"
    }

    /// What both sides agreed to speak over TLS (ALPN), if they did.
    public var applicationProtocol: String? {
        var bytes: UnsafePointer<UInt8>?
        var length: UInt32 = 0
        SSL_get0_alpn_selected(ssl, &bytes, &length)
        guard let bytes, length > 0 else { return nil }
        let name = UnsafeBufferPointer(start: bytes, count: Int(length))
        return String(decoding: name, as: UTF8.self)
    }

    /// Lets the handshake fail unless the certificate names the host in its subject alternative names.
    private func expect(_ serverName: String) throws(TLSError) {
        ErrorQueue.clear()
        let parameters = SSL_get0_param(ssl)
        // A set1_host with an address would look for it among the DNS names.
        if let ip = IPAddress(serverName) {
            let text = String(ip.description.prefix { $0 != "%" })
            guard X509_VERIFY_PARAM_set1_ip_asc(parameters, text) == 1 else {
                throw TLSError(serverName, .badConfiguration(ErrorQueue.takeReason()))
            }
            return
        }
        let strict = X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT
        SSL_set_hostflags(ssl, UInt32(strict))
        let name = serverName.hasSuffix(".") ? String(serverName.dropLast()) : serverName
        guard !name.isEmpty, SSL_set1_host(ssl, name) == 1,
            COpenSSL_set_server_name(ssl, name) == 1
        else {
            throw TLSError(serverName, .badConfiguration("not a server's name"))
        }
    }

    private func handshake(with peer: String) async throws(TLSError) {
        do throws(SocketError) {
            while true {
                switch step({ SSL_do_handshake(ssl) }) {
                case .done: return try await flush()
                case .needsBytes: try await exchange()
                case .ended: throw failure(.connect, .truncated)
                case .failed(let reason):
                    // The alert tells the peer why; that it may not arrive changes nothing.
                    try? await flush()
                    throw failure(.connect, reason)
                }
            }
        } catch {
            close()
            throw TLSError(peer, reason(for: error))
        }
    }

    private func reason(for error: SocketError) -> TLSError.Reason {
        guard case .protocolFailure(let text) = error.reason else { return .transport(error) }
        guard SSL_is_server(ssl) == 0 else { return .handshakeFailed(text) }
        if let fault = record.fault { return .certificateRejected(fault) }
        return .handshakeFailed(Self.meanings[text].map { "\(text): \($0)" } ?? text)
    }

    /// What a client's operator makes of OpenSSL's words (of 3.0, and of later ones).
    private static let meanings = [
        "wrong version number": "the server does not speak TLS on this port",
        "unsupported protocol": "the server speaks no TLS from 1.2 on; have it brought up to date",
        "tlsv1 alert protocol version":
            "the server speaks no TLS from 1.2 on; have it brought up to date",
        "sslv3 alert handshake failure": noCommonSuite,
        "ssl/tls alert handshake failure": noCommonSuite,
        "dh key too small": "the server's key exchange is too weak; have it brought up to date",
        "wrong signature type": "the server's signature is too weak; have it brought up to date",
    ]

    private static let noCommonSuite =
        "the server knows no cipher suite with forward secrecy and authenticated encryption, or "
        + "wants a client certificate"
}

// What a client does besides the handshake.
extension TLSStream {
    /// Offers the newest session of that server, if there is one, and answers which.
    private func offerSession(
        of server: String,
        _ context: TLSContext
    ) -> TLSSessions.Session? {
        let kept = context.sessions.withLock { $0.take(of: server, now: loop.now) }
        guard let kept else { return nil }
        let session = kept.bytes.withUnsafeBufferPointer { bytes in
            var start = bytes.baseAddress
            return d2i_SSL_SESSION(nil, &start, bytes.count)
        }
        guard let session else { return nil }
        defer { SSL_SESSION_free(session) }
        // A certificate that has expired since then has to be shown again.
        guard let certificate = SSL_SESSION_get0_peer(session),
            X509_cmp_current_time(X509_get0_notAfter(certificate)) > 0
        else { return nil }
        return SSL_set_session(ssl, session) == 1 ? kept : nil
    }

    /// A session that is resumed was given to who had checked the status.
    private func checkStatus(_ serverName: String, _ context: TLSContext) throws(TLSError) {
        guard SSL_get_verify_mode(ssl) != SSL_VERIFY_NONE, !isResumed,
            let kind = StapledStatus(of: ssl, in: context.pointer).fault
        else { return }
        close()
        let fault = CertificateFault(kind, rootsSetting: context.rootsSetting)
        throw TLSError(serverName, .certificateRejected(fault))
    }
}
