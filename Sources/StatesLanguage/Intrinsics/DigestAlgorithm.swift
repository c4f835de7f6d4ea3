/// The algorithms of `States.Hash` and of JSONata's `$hash`, under the names that definitions call them.
package enum DigestAlgorithm: String, Sendable, CaseIterable {
    /// RFC 1321.
    case md5 = "MD5"
    /// FIPS 180-4 §6.1.
    case sha1 = "SHA-1"
    /// FIPS 180-4 §6.2.
    case sha256 = "SHA-256"
    /// FIPS 180-4 §6.5.
    case sha384 = "SHA-384"
    /// FIPS 180-4 §6.4.
    case sha512 = "SHA-512"
}
