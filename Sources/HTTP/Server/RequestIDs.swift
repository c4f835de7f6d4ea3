internal import Synchronization

/// Makes request ids: seven characters that tell processes apart, and a counter.
///
/// Fifteen characters at most fit into a `String` without an allocation, for eight billion requests.
final class RequestIDs: Sendable {
    private let prefix: String
    private let counter = Atomic<UInt64>(0)

    /// Ids that begin with seven characters made of these random bits.
    init(random: UInt64) {
        let digits = String(random % 78_364_164_096, radix: 36)
        prefix = String(repeating: "0", count: 7 - digits.count) + digits + "-"
    }

    /// An id nobody had before.
    func next() -> String {
        let number = counter.wrappingAdd(1, ordering: .relaxed).oldValue
        return prefix + String(number, radix: 36)
    }

    /// The client's own id, if it is fit for logs and fields.
    static func accept(_ text: String?) -> String? {
        guard let text, (1...128).contains(text.utf8.count),
            text.utf8.allSatisfy({ ByteSet.requestID.contains($0) })
        else { return nil }
        return text
    }
}
