internal import COpenSSL

/// Why a chain of certificates is no proof of a server's name.
public struct CertificateFault: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case expired(on: String)
        case notYetValid(until: String)
        /// It is for these names and addresses, as OpenSSL prints them; for none when empty.
        case otherName(names: String)
        /// It vouches for itself and is no trusted root.
        case selfSigned
        /// The chain ends in a root that is not trusted.
        case unknownRoot
        /// Who issued it is neither in the chain nor a trusted root.
        case unknownIssuer(String)
        /// It issued another, and is no certificate of a certification authority.
        case noAuthority
        /// There are more issuers below it than it allows.
        case pathTooLong
        /// Its extended key usage is not that of a TLS server, or of one that issues those.
        case otherPurpose
        /// It is for names that one of its issuers must not vouch for.
        case outsideNameConstraints
        case weakKey
        case weakSignature
        /// Its issuer says so in the status that the server sent along.
        case revoked
        /// It demands that the server sends its status along (RFC 7633), and none came.
        case noStatus
        /// The status that the server sent along (RFC 6066 §8) proves nothing.
        case badStatus(String)
        /// It breaks RFC 5280 in another way; OpenSSL's words.
        case irregular(String)
    }

    public let kind: Kind
    /// The subject of the certificate that it is about; nil: the server's own.
    public let issuer: String?
    /// Where the operator names roots.
    public let rootsSetting: String

    /// A fault of the server's own certificate, or of that issuer's.
    public init(_ kind: Kind, issuer: String? = nil, rootsSetting: String = "the trusted roots") {
        self.kind = kind
        self.issuer = issuer
        self.rootsSetting = rootsSetting
    }
}

extension CertificateFault: CustomStringConvertible {
    /// Whose certificate, what is wrong with it, and what to do.
    public var description: String {
        let whose = issuer.map { "that of its issuer \($0)" } ?? "it"
        return "\(whose) \(reason)"
    }

    private var reason: String {
        switch kind {
        case .expired(let date):
            "has expired on \(date): check this machine's clock, or have the server's "
                + "certificates renewed"
        case .notYetValid(let date):
            "is not valid until \(date): check this machine's clock"
        case .otherName(""):
            "names no host among its subject alternative names, and a common name alone does "
                + "not count: have it issued with the name"
        case .otherName(let names):
            "is for \(names) and not for this name: check the endpoint's host, or have it "
                + "issued for that name"
        case .selfSigned:
            "is self-signed and no trusted root: if this is the right server, add the "
                + "certificate to \(rootsSetting)"
        case .unknownRoot:
            "is a root that is not trusted: if this is the right server, add the root to "
                + "\(rootsSetting)"
        case .unknownIssuer(let name):
            "was issued by \(name), which is no trusted root and not sent by the server: let "
                + "the server send its whole chain, or add that issuer to \(rootsSetting)"
        case .noAuthority:
            "may not issue certificates: have the server's certificate issued by a "
                + "certification authority"
        case .pathTooLong:
            "has more issuers below it than it allows: have the chain issued anew"
        case .otherPurpose:
            "is not meant for TLS servers: have it issued with the extended key usage serverAuth"
        case .outsideNameConstraints:
            "is for names that one of its issuers may not vouch for: have it issued by another"
        case .weakKey:
            "has a key that is too weak: have it issued with RSA of 2048 bits or more, or P-256"
        case .weakSignature:
            "is signed with a digest that is too weak: have it issued with SHA-256 or better"
        case .revoked:
            "has been revoked by its issuer: do not trust this server until its certificate is "
                + "replaced"
        case .noStatus:
            "demands that the server sends its status along (OCSP stapling), and none came: let "
                + "the server do so"
        case .badStatus(let why):
            "came with a status that proves nothing: \(why); let the server fetch its status "
                + "(OCSP) anew"
        case .irregular(let text):
            "breaks the rules for certificates (RFC 5280): \(text); have it issued anew"
        }
    }
}

extension CertificateFault {
    /// What OpenSSL found while it verified a chain, at the certificate that it was looking at.
    init(_ context: OpaquePointer, rootsSetting: String) {
        let depth = X509_STORE_CTX_get_error_depth(context)
        let certificate = X509_STORE_CTX_get_current_cert(context).map(CertificateText.init)
        self.init(
            Kind(X509_STORE_CTX_get_error(context), certificate),
            issuer: depth > 0 ? certificate?.subject : nil,
            rootsSetting: rootsSetting
        )
    }
}

extension CertificateFault.Kind {
    init(_ verdict: Int32, _ certificate: CertificateText?) {
        switch verdict {
        case X509_V_ERR_CERT_HAS_EXPIRED: self = .expired(on: certificate?.notAfter ?? "")
        case X509_V_ERR_CERT_NOT_YET_VALID:
            self = .notYetValid(until: certificate?.notBefore ?? "")
        case X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH:
            self = .otherName(names: certificate?.alternativeNames ?? "")
        case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT: self = .selfSigned
        case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN: self = .unknownRoot
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
            self = .unknownIssuer(certificate?.issuer ?? "")
        case X509_V_ERR_INVALID_CA, X509_V_ERR_KEYUSAGE_NO_CERTSIGN: self = .noAuthority
        case X509_V_ERR_PATH_LENGTH_EXCEEDED: self = .pathTooLong
        case X509_V_ERR_INVALID_PURPOSE: self = .otherPurpose
        case X509_V_ERR_PERMITTED_VIOLATION, X509_V_ERR_EXCLUDED_VIOLATION:
            self = .outsideNameConstraints
        case X509_V_ERR_EE_KEY_TOO_SMALL, X509_V_ERR_CA_KEY_TOO_SMALL: self = .weakKey
        case X509_V_ERR_CA_MD_TOO_WEAK: self = .weakSignature
        default: self = .irregular(String(cString: X509_verify_cert_error_string(Int(verdict))))
        }
    }
}
