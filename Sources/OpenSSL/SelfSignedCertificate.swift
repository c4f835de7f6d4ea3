internal import COpenSSL
internal import Formats
internal import Sockets

/// A certificate that signs itself and is its own root, with its key; made in memory.
///
/// Who is given the certificate as a root trusts the server that has the key, and nobody else.
public struct SelfSignedCertificate: Sendable, Hashable {
    public let certificatePEM: [UInt8]
    /// Its private key (P-256).
    public let privateKeyPEM: [UInt8]

    /// A new key and a certificate for these host names and address literals, valid for so many days.
    public init(names: [String], days: Int = 30) throws(TLSError) {
        ErrorQueue.clear()
        guard let key = COpenSSL_make_p256_key() else { throw Self.failure("key") }
        defer { EVP_PKEY_free(key) }
        guard let certificate = X509_new() else { throw Self.failure("certificate") }
        defer { X509_free(certificate) }
        guard X509_set_pubkey(certificate, key) == 1 else { throw Self.failure("public key") }
        try Self.describe(certificate, names: names, days: days)
        guard X509_sign(certificate, key, EVP_sha256()) > 0 else { throw Self.failure("signature") }
        certificatePEM = try Self.text { PEM_write_bio_X509($0, certificate) }
        privateKeyPEM = try Self.text { PEM_write_bio_PrivateKey($0, key, nil, nil, 0, nil, nil) }
    }

    /// What a server needs to show it.
    public var server: TLSConfiguration.Server {
        TLSConfiguration.Server(
            certificateChain: .bytes(certificatePEM),
            privateKey: .bytes(privateKeyPEM)
        )
    }

    private static func describe(
        _ certificate: OpaquePointer,
        names: [String],
        days: Int
    ) throws(TLSError) {
        X509_set_version(certificate, 2)  // Version 3, counted from 0.
        // RFC 5280 §4.1.2.2: a positive number of at most 20 bytes, which nobody can guess.
        var serial = SecureRandom.bytes(16)
        serial[0] &= 0x7F
        let number = BN_bin2bn(serial, Int32(serial.count), nil)
        defer { BN_free(number) }
        BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate))
        // A minute back, so that a peer whose clock is behind accepts it too.
        X509_gmtime_adj(X509_getm_notBefore(certificate), -60)
        X509_gmtime_adj(X509_getm_notAfter(certificate), days * 86_400)
        let subject = X509_get_subject_name(certificate)
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, "orderd", -1, -1, 0)
        // A name of its own: of two roots with one name OpenSSL may take the wrong one.
        let own = serial.hexadecimal
        X509_NAME_add_entry_by_txt(subject, "serialNumber", MBSTRING_UTF8, own, -1, -1, 0)
        X509_set_issuer_name(certificate, subject)
        try add(NID_basic_constraints, "critical,CA:TRUE", to: certificate)
        try add(NID_key_usage, "critical,digitalSignature,keyCertSign", to: certificate)
        try add(NID_ext_key_usage, "serverAuth", to: certificate)
        try add(NID_subject_key_identifier, keyIdentifier(certificate), to: certificate)
        try add(NID_subject_alt_name, alternativeNames(names), to: certificate)
    }

    /// RFC 5280 §4.2.1.2: the digest of the public key, which every authority's certificate must have.
    private static func keyIdentifier(_ certificate: OpaquePointer) -> String {
        let digest = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { bytes, count in
            var length: UInt32 = 0
            X509_pubkey_digest(certificate, EVP_sha1(), bytes.baseAddress, &length)
            count = Int(length)
        }
        return digest.hexadecimal
    }

    private static func alternativeNames(_ names: [String]) throws(TLSError) -> String {
        var entries: [String] = []
        for name in names {
            let isHostName = !name.isEmpty && name.utf8.allSatisfy(hostNameBytes.contains)
            guard IPAddress(name) != nil || isHostName else {
                throw TLSError(name, .badConfiguration("neither a host name nor an address"))
            }
            entries.append(IPAddress(name) == nil ? "DNS:\(name)" : "IP:\(name)")
        }
        return entries.joined(separator: ",")
    }

    private static let hostNameBytes = Set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.*_".utf8
    )

    private static func add(
        _ kind: Int32,
        _ value: String,
        to certificate: OpaquePointer
    ) throws(TLSError) {
        guard let part = X509V3_EXT_conf_nid(nil, nil, kind, value) else { throw failure(value) }
        defer { X509_EXTENSION_free(part) }
        guard X509_add_ext(certificate, part, -1) == 1 else { throw failure(value) }
    }

    private static func text(_ write: (OpaquePointer?) -> Int32) throws(TLSError) -> [UInt8] {
        let bio = BIO_new(BIO_s_mem())
        defer { BIO_free(bio) }
        var bytes: UnsafeMutablePointer<CChar>?
        guard write(bio) == 1 else { throw failure("PEM") }
        let count = COpenSSL_get_memory(bio, &bytes)
        return Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }

    private static func failure(_ subject: String) -> TLSError {
        TLSError(subject, .badConfiguration(ErrorQueue.takeReason()))
    }
}
