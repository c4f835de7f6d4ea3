/// One span as it is recorded, but for its attributes.
package struct Span: Sendable {
    /// By the numbers that OTLP has for them.
    package enum Kind: UInt8, Sendable {
        case `internal` = 1
        case server
        case client
        case producer
        case consumer
    }

    /// How what the span stands for ended.
    package enum Status: Sendable, Equatable {
        /// Well, or nobody says.
        case unset
        /// It failed; a word that names the error and holds nothing of a customer, if there is one.
        case error(String?)
    }

    package var traceID: TraceID
    package var id: SpanID
    package var parent: SpanID?
    /// Whether the parent is a span of another process.
    package var hasRemoteParent = false
    /// The trace's `tracestate`.
    package var state = ""
    package var name: String
    package var kind: Kind
    /// Nanoseconds since 1970.
    package var start: UInt64
    package var end: UInt64
    package var status = Status.unset
    /// A span of another trace that has to do with it.
    package var link: TraceContext?

    package init(
        _ name: String,
        _ kind: Kind,
        _ traceID: TraceID,
        _ id: SpanID,
        parent: SpanID?,
        from start: UInt64,
        to end: UInt64
    ) {
        (self.name, self.kind, self.traceID, self.id) = (name, kind, traceID, id)
        (self.parent, self.start, self.end) = (parent, start, max(start, end))
    }
}

/// Attributes of spans, in the form in which they leave.
///
/// They are written once, where they are known: a span with its attributes is copied and not built of parts.
package struct SpanAttributes: Sendable {
    private(set) var bytes: [UInt8] = []

    /// The longest value, in bytes; what is longer is cut.
    package static let longestValue = 1_024

    package init() {}

    package mutating func add(_ key: StaticString, _ value: String) {
        bytes.append(attribute: key, value, in: OTLP.Field.spanAttributes)
    }

    package mutating func add(_ key: StaticString, _ value: String?) {
        if let value { add(key, value) }
    }

    package mutating func add(_ key: StaticString, _ value: Int) {
        bytes.append(attribute: key, value, in: OTLP.Field.spanAttributes)
    }

    package mutating func add(_ others: SpanAttributes) { bytes.append(contentsOf: others.bytes) }
}
