/// What a caller says of the trace that its call belongs to: W3C's `traceparent` and `tracestate`, or X-Ray's header.
package struct TraceContext: Sendable, Hashable {
    package var traceID: TraceID
    /// The caller's span; nil where X-Ray's header names none.
    package var spanID: SpanID?
    /// Whether the caller records the trace; nil where it leaves that to us.
    package var isSampled: Bool?
    /// Whether the trace's number is random (Trace Context Level 2, §3.2.2.5.2), as those behind us may want to know.
    package var isRandom = false
    /// What vendors keep with the trace, as `TraceState` has checked it; empty: nothing.
    package var state = ""

    package init(_ traceID: TraceID, _ spanID: SpanID?, isSampled: Bool?) {
        (self.traceID, self.spanID, self.isSampled) = (traceID, spanID, isSampled)
    }

    /// Reads the two fields; nil for a `traceparent` that is none.
    ///
    /// A `tracestate` that is none is passed over (§4.3).
    package init?(traceparent: String, tracestate: String? = nil) {
        let bytes = Array(traceparent.utf8)
        let dash = UInt8(ascii: "-")
        guard bytes.count >= Self.length, bytes[2] == dash, bytes[35] == dash, bytes[52] == dash,
            let version = HexadecimalDigits.number(bytes[0..<2]), version != 0xff,
            // Versions to come may say more, behind another dash (§3.2.4).
            bytes.count == Self.length || version > 0 && bytes[Self.length] == dash,
            let high = HexadecimalDigits.number(bytes[3..<19]),
            let low = HexadecimalDigits.number(bytes[19..<35]),
            let traceID = TraceID(high: high, low: low),
            let spanID = HexadecimalDigits.number(bytes[36..<52]).flatMap(SpanID.init),
            let flags = HexadecimalDigits.number(bytes[53..<55])
        else { return nil }
        self.init(traceID, spanID, isSampled: flags & 1 == 1)
        isRandom = flags & 2 == 2
        if let tracestate { state = TraceState.checked(tracestate) ?? "" }
    }

    /// What version 00 has (§3.2.2).
    private static let length = 55

    /// In version 00; nil where no span is named.
    ///
    /// What is not decided goes out as not sampled.
    package var traceparent: String? {
        guard let spanID else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.length)
        bytes.append(contentsOf: "00-".utf8)
        bytes.append(hexadecimal: traceID.high)
        bytes.append(hexadecimal: traceID.low)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(hexadecimal: spanID.value)
        let flags: UInt8 = (isSampled == true ? 1 : 0) | (isRandom ? 2 : 0)
        bytes.append(contentsOf: "-0".utf8)
        bytes.append(UInt8(ascii: "0") + flags)
        return String(decoding: bytes, as: UTF8.self)
    }
}

// X-Ray's header, which AWS's services hand on ("X-Ray concepts", Tracing header).
extension TraceContext {
    /// The longest header that is looked at, in bytes; what stands behind is others' own.
    private static let longestXRayHeader = 512

    /// Reads `Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1`; nil without a root that is one.
    ///
    /// Parts may stand in any order, and others among them; a parent that is none counts as not said.
    package init?(xray header: String) {
        guard header.utf8.count <= Self.longestXRayHeader else { return nil }
        var (root, parent, sampled): (TraceID?, SpanID?, Bool?) = (nil, nil, nil)
        for part in header.utf8.split(separator: UInt8(ascii: ";")) {
            let blank = UInt8(ascii: " ")
            let trimmed = part.drop { $0 == blank }
            let sides = trimmed.split(separator: UInt8(ascii: "="), maxSplits: 1)
            guard sides.count == 2 else { continue }
            let value = Array(sides[1])
            switch String(Substring(sides[0])).lowercased() {
            case "root": root = Self.xrayRoot(value)
            case "parent" where value.count == 16:
                parent = HexadecimalDigits.number(value, allowsUpperCase: true)
                    .flatMap(SpanID.init)
            case "sampled":
                if value == [UInt8(ascii: "1")] { sampled = true }
                if value == [UInt8(ascii: "0")] { sampled = false }
            default: break
            }
        }
        guard let root else { return nil }
        self.init(root, parent, isSampled: sampled)
    }

    private static func xrayRoot(_ value: [UInt8]) -> TraceID? {
        let dash = UInt8(ascii: "-")
        guard value.count == 35, value[0] == UInt8(ascii: "1"), value[1] == dash, value[10] == dash
        else { return nil }
        let digits = Array(value[2..<10] + value[11...])
        guard let high = HexadecimalDigits.number(digits[..<16], allowsUpperCase: true),
            let low = HexadecimalDigits.number(digits[16...], allowsUpperCase: true)
        else { return nil }
        return TraceID(high: high, low: low)
    }

    /// The same as X-Ray writes it.
    package var xray: String {
        let id = traceID.text
        var text = "Root=1-\(id.prefix(8))-\(id.dropFirst(8))"
        if let spanID { text += ";Parent=\(spanID.text)" }
        if let isSampled { text += ";Sampled=\(isSampled ? 1 : 0)" }
        return text
    }
}
