internal import Formats
internal import OpenSSL

extension Email {
    /// SHA-256 of the e-mail as SES is given it, in hexadecimal digits: equal e-mails have equal hashes.
    package var contentHash: String { Digest.sha256(requestV2.body).hexadecimal }
}
