/// The messages of OTLP's trace export that are sent, as protobuf writes them (opentelemetry-proto v1, `trace.proto`,
/// `common.proto`, `resource.proto`, `trace_service.proto`).
///
/// They are few and do not change: written by hand they cost a build nothing, and a span goes from values to bytes without
/// objects in between. Tests have them read by the messages of opentelemetry-proto.
enum OTLP {
    /// The numbers of fields, with the wire type of length-delimited values where they are one.
    enum Field {
        static let spanAttributes: UInt8 = 9 << 3 | 2
        static let resourceAttributes: UInt8 = 1 << 3 | 2
    }

    /// Appends a span's message, without what precedes it in its list.
    static func append(
        _ span: Span,
        _ attributes: borrowing SpanAttributes,
        to bytes: inout [UInt8]
    ) {
        bytes.append(field: 1, span.traceID)
        bytes.append(field: 2, span.id)
        if !span.state.isEmpty { bytes.append(field: 3, span.state) }
        if let parent = span.parent { bytes.append(field: 4, parent) }
        bytes.append(field: 5, span.name)
        bytes.append(6 << 3)
        bytes.append(span.kind.rawValue)
        bytes.append(7 << 3 | 1)
        bytes.append(fixed64: span.start)
        bytes.append(8 << 3 | 1)
        bytes.append(fixed64: span.end)
        bytes.append(contentsOf: attributes.bytes)
        if let link = span.link, let id = link.spanID {
            // Of two numbers alone, so that its length is known.
            bytes.append(13 << 3 | 2)
            bytes.append(28)
            bytes.append(field: 1, link.traceID)
            bytes.append(field: 2, id)
        }
        switch span.status {
        case .unset: break
        case .error(let word):
            let word = word ?? ""
            // The code takes two bytes; an empty message is none.
            let length = word.isEmpty ? 2 : 2 + 1 + word.utf8.count.varintLength + word.utf8.count
            bytes.append(15 << 3 | 2)
            bytes.append(varint: length)
            if !word.isEmpty { bytes.append(field: 2, word) }
            bytes.append(3 << 3)
            bytes.append(2)
        }
        // 0x100: it is known whether the parent is remote; 0x200: it is. The lowest bit: sampled.
        bytes.append(varint: 16 << 3 | 5)
        let flags: UInt32 = 0x101 | (span.hasRemoteParent ? 0x200 : 0)
        for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: flags >> shift)) }
    }

    /// The request for a list of spans, each with its tag and length before it, of one resource.
    static func request(
        _ spans: [UInt8],
        resource: [UInt8],
        scope: String,
        version: String
    ) -> [UInt8] {
        var named: [UInt8] = []
        named.append(field: 1, scope)
        named.append(field: 2, version)
        let scopeLength = 1 + named.count.varintLength + named.count
        let scopeSpans = scopeLength + spans.count
        let resourceLength = 1 + resource.count.varintLength + resource.count
        let all = resourceLength + 1 + scopeSpans.varintLength + scopeSpans
        var bytes: [UInt8] = []
        bytes.reserveCapacity(all + 8)
        bytes.append(1 << 3 | 2)
        bytes.append(varint: all)
        bytes.append(1 << 3 | 2)
        bytes.append(varint: resource.count)
        bytes.append(contentsOf: resource)
        bytes.append(2 << 3 | 2)
        bytes.append(varint: scopeSpans)
        bytes.append(1 << 3 | 2)
        bytes.append(varint: named.count)
        bytes.append(contentsOf: named)
        bytes.append(contentsOf: spans)
        return bytes
    }

    /// How many spans an answer says were not taken; 0 when it says nothing, or nothing that can be read.
    static func rejectedSpans(in answer: [UInt8]) -> Int {
        var reader = ProtobufReader(answer[...])
        while let field = reader.next() {
            guard field.number == 1, case .bytes(let partial) = field.value else { continue }
            var reader = ProtobufReader(partial)
            while let field = reader.next() {
                if field.number == 1, case .number(let count) = field.value {
                    return Int(clamping: Int64(bitPattern: count))
                }
            }
        }
        return 0
    }
}

/// Reads the fields of a protobuf message one by one; nil at its end, or where it is none.
struct ProtobufReader {
    private var rest: ArraySlice<UInt8>

    enum Value: Equatable {
        case number(UInt64)
        case bytes(ArraySlice<UInt8>)
    }

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func next() -> (number: Int, value: Value)? {
        guard let tag = varint(), let number = Int(exactly: tag >> 3) else { return nil }
        switch tag & 7 {
        case 0: return varint().map { (number, .number($0)) }
        case 1: return take(8).map { (number, .bytes($0)) }
        case 2:
            return varint().flatMap(Int.init(exactly:)).flatMap { take($0) }.map {
                (number, .bytes($0))
            }
        case 5: return take(4).map { (number, .bytes($0)) }
        default: return nil
        }
    }

    private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    private mutating func varint() -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard let byte = rest.popFirst() else { return nil }
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return value }
        }
        return nil
    }
}

extension Int {
    /// How many bytes it takes as a varint.
    var varintLength: Int {
        var (length, rest) = (1, UInt64(bitPattern: Int64(self)) >> 7)
        while rest > 0 { (length, rest) = (length + 1, rest >> 7) }
        return length
    }
}

extension OutputSpan<UInt8> {
    @inline(__always)
    fileprivate mutating func append(varint value: Int) {
        var rest = UInt64(bitPattern: Int64(value))
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}

extension [UInt8] {
    mutating func append(varint value: Int) {
        var rest = UInt64(bitPattern: Int64(value))
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    fileprivate mutating func append(fixed64 value: UInt64) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func append(field: UInt8, _ id: TraceID) {
        append(field << 3 | 2)
        append(16)
        Swift.withUnsafeBytes(of: id.high.bigEndian) { append(contentsOf: $0) }
        Swift.withUnsafeBytes(of: id.low.bigEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func append(field: UInt8, _ id: SpanID) {
        append(field << 3 | 2)
        append(8)
        Swift.withUnsafeBytes(of: id.value.bigEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func append(field: UInt8, _ text: String) {
        append(field << 3 | 2)
        append(varint: text.utf8.count)
        append(contentsOf: text.utf8)
    }

    /// A KeyValue with a text, as the field that the tag is of.
    mutating func append(attribute key: StaticString, _ value: String, in tag: UInt8) {
        let value = value.utf8.count > SpanAttributes.longestValue ? value.cut : value
        let bytes = value.utf8.span
        let inner = 1 + bytes.count.varintLength + bytes.count
        append(key, inner, tag) { span in
            span.append(1 << 3 | 2)
            span.append(varint: bytes.count)
            for place in bytes.indices { span.append(bytes[place]) }
        }
    }

    /// The same with a whole number.
    mutating func append(attribute key: StaticString, _ value: Int, in tag: UInt8) {
        append(key, 1 + value.varintLength, tag) { span in
            span.append(3 << 3)
            span.append(varint: value)
        }
    }

    /// A KeyValue in one go, whose AnyValue is written by the closure and has so many bytes.
    @inline(__always)
    private mutating func append(
        _ key: StaticString,
        _ inner: Int,
        _ tag: UInt8,
        _ value: (inout OutputSpan<UInt8>) -> Void
    ) {
        let length = key.utf8CodeUnitCount
        let all = 1 + length.varintLength + length + 1 + inner.varintLength + inner
        append(addingCapacity: 1 + all.varintLength + all) { span in
            span.append(tag)
            span.append(varint: all)
            span.append(1 << 3 | 2)
            span.append(varint: length)
            key.withUTF8Buffer { for byte in $0 { span.append(byte) } }
            span.append(2 << 3 | 2)
            span.append(varint: inner)
            value(&span)
        }
    }

    /// A KeyValue whose key is not known when the program is written.
    mutating func append(attributeNamed key: String, _ value: String, in tag: UInt8) {
        let (length, count) = (key.utf8.count, value.utf8.count)
        let inner = 1 + count.varintLength + count
        append(tag)
        append(varint: 1 + length.varintLength + length + 1 + inner.varintLength + inner)
        append(field: 1, key)
        append(2 << 3 | 2)
        append(varint: inner)
        append(field: 1, value)
    }
}

extension String {
    /// As much of it as an attribute may have, without half a character.
    fileprivate var cut: String {
        var end = utf8.index(utf8.startIndex, offsetBy: SpanAttributes.longestValue)
        while end > utf8.startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}
