/// What a TLS connection is to be like, for each side.
package enum TLSConfiguration {
    /// Certificates or a key in PEM form.
    package enum PEM: Sendable, Hashable {
        case bytes([UInt8])
        case file(String)
    }

    /// Whom a client trusts to vouch for servers.
    package enum Roots: Sendable, Hashable {
        /// The machine's own list.
        case system
        /// These certificates alone, one or more.
        case only(PEM)
    }

    /// Whether a client asks for proof.
    package enum Verification: Sendable, Hashable {
        /// The chain must lead to a root and the certificate must name the host.
        case full
        /// Anybody may pretend to be the server; for tests.
        case off
    }

    package enum MinimumVersion: Sendable, Hashable {
        case tls12
        case tls13
    }

    /// Whether a server asks its clients for certificates.
    package enum ClientCertificates: Sendable, Hashable {
        /// It does not ask.
        case ignored
        /// Who shows one must show one that these roots vouch for.
        case optional(PEM)
        /// Who shows none is turned away.
        case required(PEM)
    }

    package struct Client: Sendable, Hashable {
        package var roots: Roots
        package var verification: Verification
        package var minimumVersion: MinimumVersion
        /// What it offers to speak over TLS, best first (ALPN); none offers nothing.
        package var applicationProtocols: [String]

        /// The safe defaults, and what differs from them.
        package init(
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

    package struct Server: Sendable, Hashable {
        /// Its certificate, then those that lead to a root.
        package var certificateChain: PEM
        package var privateKey: PEM
        package var minimumVersion: MinimumVersion
        /// What it agrees to speak over TLS, best first (ALPN).
        package var applicationProtocols: [String]
        package var clientCertificates = ClientCertificates.ignored

        /// The certificate and its key, and what differs from the defaults.
        package init(
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
