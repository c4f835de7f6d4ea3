internal import Formats
internal import OpenSSL

extension Notice {
    /// SHA-256 of the notice as SNS is given it, in hexadecimal digits: equal notices have equal hashes.
    package var contentHash: String { Digest.sha256(request.body).hexadecimal }
}
