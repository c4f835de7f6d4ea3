internal import COpenSSL

/// Random numbers that nobody can foretell.
public struct SecureRandom: RandomNumberGenerator, Sendable {
    /// A generator; all of them draw from OpenSSL's.
    public init() {}

    public mutating func next() -> UInt64 {
        var value: UInt64 = 0
        withUnsafeMutableBytes(of: &value) { Self.fill($0) }
        return value
    }

    public static func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            fill(UnsafeMutableRawBufferPointer(buffer))
            initialized = count
        }
    }

    private static func fill(_ buffer: UnsafeMutableRawBufferPointer) {
        let bytes = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        // Fails only when the kernel gives no randomness; then nothing secret can be made.
        precondition(RAND_bytes(bytes, Int32(buffer.count)) == 1, "no randomness")
    }
}
