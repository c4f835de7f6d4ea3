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
        HMACKey(key).sha256(bytes)
    }
}

/// A key that has been taken in once: a digest with it costs a quarter of one that takes it in anew.
public final class HMACKey: @unchecked Sendable {
    // Proof of Sendable: once it has the key the context is only copied, which changes nothing in it, until `deinit`,
    // when nobody else is left.
    private let context: OpaquePointer

    // Fetched once, as the digests are; it is never freed and never changes.
    private nonisolated(unsafe) static let algorithm = EVP_MAC_fetch(nil, "HMAC", nil)

    public init(_ key: [UInt8]) {
        // A key without bytes must still be a key: nil would mean that there is none.
        guard let context = EVP_MAC_CTX_new(Self.algorithm),
            COpenSSL_set_hmac_key(context, key.isEmpty ? [0] : key, key.count) == 1
        else { preconditionFailure("HMAC-SHA256 is not available: \(ErrorQueue.takeReason())") }
        self.context = context
    }

    deinit { EVP_MAC_CTX_free(context) }

    /// The 32 bytes of HMAC-SHA256.
    public func sha256(_ bytes: [UInt8]) -> [UInt8] {
        guard let copy = EVP_MAC_CTX_dup(context) else {
            preconditionFailure("there is no memory for a copy of a key")
        }
        defer { EVP_MAC_CTX_free(copy) }
        return [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { output, count in
            // Both fail only without memory.
            let result =
                EVP_MAC_update(copy, bytes, bytes.count) == 1
                && EVP_MAC_final(copy, output.baseAddress, &count, output.count) == 1
            precondition(result, "HMAC-SHA256 failed: \(ErrorQueue.takeReason())")
        }
    }
}

/// Whether the two are equal, in a time that does not tell where they differ.
///
/// For secrets and their digests; how long they are is no secret.
public func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
}
