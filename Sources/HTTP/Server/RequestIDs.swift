internal import Formats
internal import Synchronization

/// Makes request ids: seven characters that tell processes apart, and a counter.
///
/// Fifteen characters at most fit into a `String` without an allocation, for eight billion requests.
final class RequestIDs: Sendable {
    private let prefix: [UInt8]
    private let counter = Atomic<UInt64>(0)

    /// Ids that begin with seven characters made of these random bits.
    init(random: UInt64) {
        let digits = String(random % 78_364_164_096, radix: 36)
        prefix = Array((String(repeating: "0", count: 7 - digits.count) + digits + "-").utf8)
    }

    /// An id nobody had before.
    func next() -> String {
        var number = counter.wrappingAdd(1, ordering: .relaxed).oldValue
        // From the right, in place: the standard library's way through any radix takes five times as long.
        let length = prefix.count + number.digitCount
        return String(unsafeUninitializedCapacity: length) { text in
            var place = length
            repeat {
                place -= 1
                text[place] = Self.digits[Int(number % 36)]
                number /= 36
            } while number > 0
            for index in prefix.indices { text[index] = prefix[index] }
            return length
        }
    }

    private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

    /// The client's own id, if it is fit for logs and fields.
    static func accept(_ text: String?) -> String? {
        guard let text, (1...128).contains(text.utf8.count),
            text.utf8.allSatisfy({ ByteSet.requestID.contains($0) })
        else { return nil }
        return text
    }
}

extension UInt64 {
    /// How many digits it has to the base of 36.
    fileprivate var digitCount: Int {
        var (count, rest) = (1, self / 36)
        while rest > 0 {
            count += 1
            rest /= 36
        }
        return count
    }
}
