/// A set of ASCII characters that answers in two instructions.
struct ByteSet: Sendable {
    private let low: UInt64
    private let high: UInt64

    init(_ characters: String) {
        var (low, high): (UInt64, UInt64) = (0, 0)
        for byte in characters.utf8 {
            precondition(byte < 128, "A ByteSet holds ASCII characters only.")
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
        (self.low, self.high) = (low, high)
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        let word = byte < 64 ? low : high
        return byte < 128 && (word >> UInt64(byte & 63)) & 1 == 1
    }

    private static let alphanumerics =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

    /// What a method and a field name are made of (RFC 9110 §5.6.2).
    static let token = ByteSet(alphanumerics + "!#$%&'*+-.^_`|~")
    /// What a path is made of, percent signs apart (RFC 3986 §3.3).
    static let path = ByteSet(alphanumerics + "-._~!$&'()*+,;=:@/")
    /// What a query is made of, percent signs apart (RFC 3986 §3.4).
    static let query = ByteSet(alphanumerics + "-._~!$&'()*+,;=:@/?")
    /// What a registered name or an IPv4 address is made of, percent signs apart (RFC 3986 §3.2.2).
    static let registeredName = ByteSet(alphanumerics + "-._~!$&'()*+,;=")
    /// What stands between the brackets of an IPv6 address or a later one (RFC 3986 §3.2.2).
    static let bracketedAddress = ByteSet(alphanumerics + ":.-_~!$&'()*+,;=")
    /// What a client may put into a request id; nothing that a log or a field would have to escape, and no e-mail address.
    static let requestID = ByteSet(alphanumerics + "-._~:+/=")
    /// What a path segment may contain without escaping when we write it (RFC 3986 §2.3).
    static let unreserved = ByteSet(alphanumerics + "-._~")
}

extension UInt8 {
    /// The lowercase form of an ASCII letter; everything else as it is.
    @inline(__always)
    var asciiLowercased: UInt8 {
        self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self
    }

    /// Whether it may stand in a field value: HTAB, SP, VCHAR and obs-text (RFC 9110 §5.5).
    @inline(__always)
    var isFieldContent: Bool {
        (self >= 0x20 && self != 0x7F) || self == 0x09
    }

    @inline(__always)
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    /// Space or horizontal tab: what RFC 9110 §5.6.3 calls white space.
    @inline(__always)
    var isBlank: Bool { self == 0x20 || self == 0x09 }

    /// The value of a hexadecimal digit; nil for everything else.
    @inline(__always)
    var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
