internal import COpenSSL
internal import Synchronization

/// Certificates, roots and rules that many connections of one side share.
public final class TLSContext: @unchecked Sendable {
    // Proof of Sendable: the context is changed in `init` only, and OpenSSL lets every thread make
    // connections from a context that is not changed. The sessions have their lock.

    let pointer: OpaquePointer
    /// What ALPN offers or accepts, in its wire form, at an address that OpenSSL's callback is given.
    private let protocols: UnsafeMutablePointer<[UInt8]>
    /// What a client can resume.
    let sessions = Mutex(TLSSessions())
    /// How a client's errors call the place where roots are named.
    private(set) var rootsSetting = ""

    /// What a client trusts and offers: the suites with forward secrecy and authenticated encryption alone,
    /// keys and signatures of 112 bits of security or more, and certificates that keep RFC 5280.
    public convenience init(client configuration: TLSConfiguration.Client) throws(TLSError) {
        try self.init(TLS_client_method(), configuration.minimumVersion)
        rootsSetting = configuration.rootsSetting
        switch configuration.verification {
        case .full: SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, HandshakeRecord.verified)
        case .off: SSL_CTX_set_verify(pointer, SSL_VERIFY_NONE, nil)
        }
        try trust(configuration.roots)
        try restrict()
        _ = COpenSSL_keep_client_sessions(pointer)
        SSL_CTX_sess_set_new_cb(pointer, HandshakeRecord.gaveSession)
        let wire = try Self.wireForm(of: configuration.applicationProtocols)
        guard wire.isEmpty || SSL_CTX_set_alpn_protos(pointer, wire, UInt32(wire.count)) == 0 else {
            throw Self.failure("application protocols")
        }
    }

    public convenience init(server configuration: TLSConfiguration.Server) throws(TLSError) {
        try self.init(TLS_server_method(), configuration.minimumVersion)
        try use(chain: configuration.certificateChain)
        try use(key: configuration.privateKey)
        try ask(configuration.clientCertificates)
        try setCiphers()
        SSL_CTX_set_options(pointer, Self.serverPreference)
        // Without a name for its sessions, a server that asks for certificates resumes none.
        _ = Array("orderd".utf8).withUnsafeBufferPointer {
            SSL_CTX_set_session_id_context(pointer, $0.baseAddress, UInt32($0.count))
        }
        protocols.pointee = try Self.wireForm(of: configuration.applicationProtocols)
        if !protocols.pointee.isEmpty {
            SSL_CTX_set_alpn_select_cb(pointer, Self.selectProtocol, protocols)
        }
    }

    private init(
        _ method: OpaquePointer?,
        _ minimum: TLSConfiguration.MinimumVersion
    ) throws(TLSError) {
        ErrorQueue.clear()
        guard let pointer = SSL_CTX_new(method) else { throw Self.failure("context") }
        self.pointer = pointer
        protocols = .allocate(capacity: 1)
        protocols.initialize(to: [])
        let version =
            switch minimum {
            case .tls12: TLS1_2_VERSION
            case .tls13: TLS1_3_VERSION
            }
        _ = COpenSSL_set_min_version(pointer, version)
        // A connection that is idle gives its record buffers back.
        _ = COpenSSL_set_mode(pointer, Int(SSL_MODE_RELEASE_BUFFERS))
        // Without renegotiation a write never has to read first.
        SSL_CTX_set_options(pointer, Self.noRenegotiation | Self.noCompression)
    }

    deinit {
        SSL_CTX_free(pointer)
        protocols.deinitialize(count: 1)
        protocols.deallocate()
    }

    // SSL_OP_NO_RENEGOTIATION and SSL_OP_NO_COMPRESSION are macros with casts, which Swift cannot import.
    private static let noRenegotiation: UInt64 = 1 << 30
    private static let noCompression: UInt64 = 1 << 17
    private static let serverPreference: UInt64 = 1 << 22

    private static func failure(_ subject: String) -> TLSError {
        TLSError(subject, .badConfiguration(ErrorQueue.takeReason()))
    }
}

extension TLSContext {
    /// What forward secrecy and authenticated encryption leave of TLS 1.2; TLS 1.3 knows nothing else.
    private func setCiphers() throws(TLSError) {
        guard SSL_CTX_set_cipher_list(pointer, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1 else {
            throw Self.failure("ciphers")
        }
    }

    /// Refuses what is weak or irregular, whatever the machine's own OpenSSL settings allow.
    private func restrict() throws(TLSError) {
        try setCiphers()
        // 112 bits: no RSA below 2048, no SHA-1 or MD5 in a signature.
        SSL_CTX_set_security_level(pointer, 2)
        // A certificate among the roots is a root, whether or not it signed itself. The store has the
        // flags, and so have the checks of stapled statuses.
        let flags = UInt(X509_V_FLAG_X509_STRICT | X509_V_FLAG_PARTIAL_CHAIN)
        guard X509_STORE_set_flags(SSL_CTX_get_cert_store(pointer), flags) == 1 else {
            throw Self.failure("verification")
        }
    }

    private func trust(_ roots: TLSConfiguration.Roots) throws(TLSError) {
        switch roots {
        case .system:
            guard SSL_CTX_set_default_verify_paths(pointer) == 1 else {
                throw Self.failure("the machine's roots")
            }
        case .only(let pem):
            let store = SSL_CTX_get_cert_store(pointer)
            try PEMReader(pem).forEachCertificate { (certificate) throws(TLSError) in
                guard X509_STORE_add_cert(store, certificate) == 1 else {
                    throw Self.failure(pem.name)
                }
            }
        }
    }

    private func ask(_ certificates: TLSConfiguration.ClientCertificates) throws(TLSError) {
        switch certificates {
        case .ignored: break
        case .optional(let roots): try ask(SSL_VERIFY_PEER, roots)
        case .required(let roots):
            try ask(SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, roots)
        }
    }

    private func ask(_ mode: Int32, _ roots: TLSConfiguration.PEM) throws(TLSError) {
        SSL_CTX_set_verify(pointer, mode, nil)
        try trust(.only(roots))
        // The names of the roots tell a client which of its certificates to show.
        try PEMReader(roots).forEachCertificate { (certificate) throws(TLSError) in
            guard SSL_CTX_add_client_CA(pointer, certificate) == 1 else {
                throw Self.failure(roots.name)
            }
        }
    }

    private func use(chain: TLSConfiguration.PEM) throws(TLSError) {
        var isLeaf = true
        try PEMReader(chain).forEachCertificate { (certificate) throws(TLSError) in
            let result =
                isLeaf
                ? Int(SSL_CTX_use_certificate(pointer, certificate))
                : COpenSSL_add_chain_certificate(pointer, certificate)
            guard result == 1 else { throw Self.failure(chain.name) }
            isLeaf = false
        }
    }

    private func use(key: TLSConfiguration.PEM) throws(TLSError) {
        try PEMReader(key).withPrivateKey { (privateKey) throws(TLSError) in
            guard SSL_CTX_use_PrivateKey(pointer, privateKey) == 1,
                SSL_CTX_check_private_key(pointer) == 1
            else { throw Self.failure(key.name) }
        }
    }

    /// RFC 7301 §3.1: each name with its length before it.
    private static func wireForm(of names: [String]) throws(TLSError) -> [UInt8] {
        var wire: [UInt8] = []
        for name in names {
            guard let length = UInt8(exactly: name.utf8.count), length > 0 else {
                throw TLSError(name, .badConfiguration("a protocol's name has 1 to 255 bytes"))
            }
            wire.append(length)
            wire.append(contentsOf: name.utf8)
        }
        return wire
    }

    /// Picks the first of ours that the client offers; without one the connection goes on without ALPN.
    private static let selectProtocol: SSL_CTX_alpn_select_cb_func = {
        _,
        chosen,
        chosenLength,
        offered,
        offeredLength,
        context in
        guard let ours = context?.assumingMemoryBound(to: [UInt8].self).pointee else {
            return SSL_TLSEXT_ERR_NOACK
        }
        var pick: UnsafeMutablePointer<UInt8>?
        // The pick points into `offered`, or into `ours` when there is none in common: the context
        // holds that array as long as it lives.
        let result = SSL_select_next_proto(
            &pick,
            chosenLength,
            ours,
            UInt32(ours.count),
            offered,
            offeredLength
        )
        guard result == OPENSSL_NPN_NEGOTIATED else { return SSL_TLSEXT_ERR_NOACK }
        chosen?.pointee = UnsafePointer(pick)
        return SSL_TLSEXT_ERR_OK
    }
}
