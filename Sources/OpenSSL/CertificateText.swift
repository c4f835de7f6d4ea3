internal import COpenSSL

/// What errors tell of a certificate, which a stranger may have written: printable ASCII, and not much of it.
struct CertificateText {
    /// The certificate lives as long as what it was taken from.
    private let certificate: OpaquePointer

    init(_ certificate: OpaquePointer) { self.certificate = certificate }

    /// As in `CN=Example CA,O=Example`.
    var subject: String {
        Self.printed { COpenSSL_print_name($0, X509_get_subject_name(certificate)) }
    }

    var issuer: String {
        Self.printed { COpenSSL_print_name($0, X509_get_issuer_name(certificate)) }
    }

    /// As in `Nov 30 12:00:00 2026 GMT`.
    var notBefore: String { Self.printed { ASN1_TIME_print($0, X509_get0_notBefore(certificate)) } }

    var notAfter: String { Self.printed { ASN1_TIME_print($0, X509_get0_notAfter(certificate)) } }

    /// `DNS:localhost, IP Address:127.0.0.1`; empty without the extension.
    var alternativeNames: String {
        let place = X509_get_ext_by_NID(certificate, NID_subject_alt_name, -1)
        guard place >= 0, let names = X509_get_ext(certificate, place) else { return "" }
        return Self.printed { X509V3_EXT_print($0, names, 0, 0) }
    }

    private static let lengthLimit = 200

    private static func printed(_ write: (OpaquePointer?) -> Int32) -> String {
        let bio = BIO_new(BIO_s_mem())
        defer { BIO_free(bio) }
        guard write(bio) >= 0 else { return "?" }
        var bytes: UnsafeMutablePointer<CChar>?
        let count = COpenSSL_get_memory(bio, &bytes)
        let all = UnsafeRawBufferPointer(start: bytes, count: max(0, count))
        let text = all.prefix(lengthLimit).map { (0x20..<0x7F).contains($0) ? $0 : 0x3F }
        return String(decoding: text, as: UTF8.self) + (all.count > lengthLimit ? "…" : "")
    }
}
