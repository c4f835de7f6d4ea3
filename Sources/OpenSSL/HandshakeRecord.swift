internal import COpenSSL

/// What OpenSSL tells by callbacks about one client connection.
final class HandshakeRecord {
    /// The first fault of the server's chain.
    private(set) var fault: CertificateFault?
    /// Takes the sessions that the server gives; nil until the server is proven, and when none are kept.
    private var keep: ((Given) -> Void)?
    /// Those that came before that: TLS 1.2 gives them within the handshake.
    private var early: [Given] = []
    private let rootsSetting: String

    /// A session as it comes, which does not know when its server was proven.
    private struct Given {
        let bytes: [UInt8]
        let isSingleUse: Bool
    }

    init(rootsSetting: String) { self.rootsSetting = rootsSetting }

    /// Lets the callbacks about `ssl` find this record, which must live as long.
    func attach(to ssl: OpaquePointer) {
        // Index 0 is the application's own (SSL_set_app_data).
        SSL_set_ex_data(ssl, 0, Unmanaged.passUnretained(self).toOpaque())
    }

    /// The server was proven at that time: its sessions are worth keeping.
    func keepSessions(
        provenAt since: ContinuousClock.Instant,
        _ keep: @escaping (TLSSessions.Session) -> Void
    ) {
        let add = { (given: Given) in
            keep(
                TLSSessions.Session(
                    bytes: given.bytes,
                    isSingleUse: given.isSingleUse,
                    since: since
                )
            )
        }
        self.keep = add
        for given in early { add(given) }
        early = []
    }

    private func add(_ given: Given) {
        if let keep { keep(given) } else { early.append(given) }
    }

    private static func of(_ ssl: OpaquePointer?) -> HandshakeRecord? {
        ssl.flatMap { SSL_get_ex_data($0, 0) }
            .map { Unmanaged<HandshakeRecord>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Takes down what is wrong with a chain, and lets the handshake fail.
    static let verified: @convention(c) (Int32, OpaquePointer?) -> Int32 = { isFine, context in
        guard isFine == 0, let context else { return isFine }
        let place = SSL_get_ex_data_X509_STORE_CTX_idx()
        let ssl = X509_STORE_CTX_get_ex_data(context, place).map(OpaquePointer.init)
        if let record = of(ssl), record.fault == nil {
            record.fault = CertificateFault(context, rootsSetting: record.rootsSetting)
        }
        return 0
    }

    /// Takes a session over as bytes; OpenSSL's own object goes with the connection.
    static let gaveSession: @convention(c) (OpaquePointer?, OpaquePointer?) -> Int32 = {
        ssl,
        session in
        guard let session, SSL_SESSION_is_resumable(session) == 1 else { return 0 }
        let length = i2d_SSL_SESSION(session, nil)
        guard length > 0 else { return 0 }
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(length)) { bytes, count in
            var end = bytes.baseAddress
            count = max(0, Int(i2d_SSL_SESSION(session, &end)))
        }
        of(ssl)?.add(
            Given(
                bytes: bytes,
                isSingleUse: SSL_SESSION_get_protocol_version(session) >= TLS1_3_VERSION
            )
        )
        return 0
    }
}
