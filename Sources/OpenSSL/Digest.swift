internal import COpenSSL

public enum Digest {
    /// The 16 bytes of MD5; a checksum, no protection.
    public static func md5(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, md5Algorithm) }

    /// The 20 bytes of SHA-1; a checksum, no protection.
    public static func sha1(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, sha1Algorithm) }

    /// The 32 bytes of SHA-256.
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, sha256Algorithm) }

    /// The 48 bytes of SHA-384.
    public static func sha384(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, sha384Algorithm) }

    /// The 64 bytes of SHA-512.
    public static func sha512(_ bytes: [UInt8]) -> [UInt8] { digest(bytes, sha512Algorithm) }

    // Fetched once: OpenSSL 3 looks an algorithm up by name at each use otherwise. They are never freed
    // and never change, so every thread may use them.
    private nonisolated(unsafe) static let md5Algorithm = EVP_MD_fetch(nil, "MD5", nil)
    private nonisolated(unsafe) static let sha1Algorithm = EVP_MD_fetch(nil, "SHA1", nil)
    private nonisolated(unsafe) static let sha256Algorithm = EVP_MD_fetch(nil, "SHA256", nil)
    private nonisolated(unsafe) static let sha384Algorithm = EVP_MD_fetch(nil, "SHA384", nil)
    private nonisolated(unsafe) static let sha512Algorithm = EVP_MD_fetch(nil, "SHA512", nil)

    private static func digest(_ bytes: [UInt8], _ algorithm: OpaquePointer?) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { output, count in
            var length: UInt32 = 0
            let result = EVP_Digest(bytes, bytes.count, output.baseAddress, &length, algorithm, nil)
            // Fails only when this OpenSSL was built without the algorithm.
            precondition(result == 1, "the digest is not available: \(ErrorQueue.takeReason())")
            count = Int(length)
        }
    }
}

/// Keyed digests (RFC 2104).
public enum HMAC {
    /// The 32 bytes of HMAC-SHA256.
    public static func sha256(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { output, count in
            var length: UInt32 = 0
            // A key without bytes must still be a key: nil would mean the key of the call before.
            let result = (key.isEmpty ? [0] : key).withUnsafeBytes { keyBytes in
                COpenSSL.HMAC(
                    EVP_sha256(),
                    keyBytes.baseAddress,
                    Int32(key.count),
                    bytes,
                    bytes.count,
                    output.baseAddress,
                    &length
                )
            }
            precondition(result != nil, "HMAC-SHA256 is not available")
            count = Int(length)
        }
    }
}

/// Whether the two are equal, in a time that does not tell where they differ.
///
/// For secrets and their digests; how long they are is no secret.
public func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
}
