internal import Formats

extension ByteSet {
    /// What a method and a field name are made of (RFC 9110 §5.6.2).
    static let token = alphanumerics.adding("!#$%&'*+-.^_`|~")
    /// What a path is made of, percent signs apart (RFC 3986 §3.3).
    static let path = alphanumerics.adding("-._~!$&'()*+,;=:@/")
    /// What a query is made of, percent signs apart (RFC 3986 §3.4).
    static let query = alphanumerics.adding("-._~!$&'()*+,;=:@/?")
    /// What a registered name or an IPv4 address is made of, percent signs apart (RFC 3986 §3.2.2).
    static let registeredName = alphanumerics.adding("-._~!$&'()*+,;=")
    /// What stands between the brackets of an IPv6 address or a later one (RFC 3986 §3.2.2).
    static let bracketedAddress = alphanumerics.adding(":.-_~!$&'()*+,;=")
    /// What a client may put into a request id; nothing that a log or a field would have to escape, and no e-mail address.
    static let requestID = alphanumerics.adding("-._~:+/=")
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

    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
