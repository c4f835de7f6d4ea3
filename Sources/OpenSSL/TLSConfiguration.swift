/// What a TLS connection is to be like, for each side.
public enum TLSConfiguration {
    /// Certificates or a key in PEM form.
    public enum PEM: Sendable, Hashable {
        case bytes([UInt8])
        case file(String)
    }

    /// Whom a client trusts to vouch for servers.
    public enum Roots: Sendable, Hashable {
        /// The machine's own list.
        case system
        /// These certificates alone, one or more.
        case only(PEM)
    }

    /// Whether a client asks for proof.
    public enum Verification: Sendable, Hashable {
        /// The chain must lead to a root and the certificate must name the host.
        case full
        /// Anybody may pretend to be the server; for tests.
        case off
    }

    public enum MinimumVersion: Sendable, Hashable {
        case tls12
        case tls13
    }

    /// Whether a server asks its clients for certificates.
    public enum ClientCertificates: Sendable, Hashable {
        /// It does not ask.
        case ignored
        /// Who shows one must show one that these roots vouch for.
        case optional(PEM)
        /// Who shows none is turned away.
        case required(PEM)
    }

    public struct Client: Sendable, Hashable {
        public var roots: Roots
        /// Where the operator names the roots: errors say it to who has to add one.
        public var rootsSetting = "the trusted roots"
        public var verification: Verification
        public var minimumVersion: MinimumVersion
        /// What it offers to speak over TLS, best first (ALPN); none offers nothing.
        public var applicationProtocols: [String]

        /// The safe defaults, and what differs from them.
        public init(
            roots: Roots = .system,
            verification: Verification = .full,
            minimumVersion: MinimumVersion = .tls12,
            applicationProtocols: [String] = []
        ) {
            self.roots = roots
            self.verification = verification
            self.minimumVersion = minimumVersion
            self.applicationProtocols = applicationProtocols
        }
    }

    public struct Server: Sendable, Hashable {
        /// Its certificate, then those that lead to a root.
        public var certificateChain: PEM
        public var privateKey: PEM
        public var minimumVersion: MinimumVersion
        /// What it agrees to speak over TLS, best first (ALPN).
        public var applicationProtocols: [String]
        public var clientCertificates = ClientCertificates.ignored

        /// The certificate and its key, and what differs from the defaults.
        public init(
            certificateChain: PEM,
            privateKey: PEM,
            minimumVersion: MinimumVersion = .tls12,
            applicationProtocols: [String] = []
        ) {
            self.certificateChain = certificateChain
            self.privateKey = privateKey
            self.minimumVersion = minimumVersion
            self.applicationProtocols = applicationProtocols
        }
    }
}

extension TLSConfiguration.PEM {
    /// What errors call it.
    var name: String {
        switch self {
        case .bytes: "PEM given as bytes"
        case .file(let path): path
        }
    }
}
