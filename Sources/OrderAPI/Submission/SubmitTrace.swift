import FoundationEssentials
import HTTP
import HTTPTypes
import Orders
import Synchronization
import Telemetry

/// The trace of a request that brings orders: what came with it, and the server's span when spans are recorded.
final class SubmitTrace: Sendable {
    /// What came with the request.
    private let incoming: TraceContext?
    private let tracer: Tracer?
    /// `http` or `https`.
    private let scheme: String
    private let start: UInt64
    /// The span of a batch, whose orders are accepted under it; that of a single order is numbered after the order.
    private let batch: TraceContext?
    private let accepted = Mutex<OrderTrace?>(nil)

    /// The trace of that request; nil when nothing came and nothing is recorded.
    // No initializer: one that answers nil has made an object before, and most requests have no trace.
    static func begun(
        by request: borrowing ServerRequest,
        _ endpoint: OrderAPI.Endpoint,
        _ orders: borrowing OrderAPI.Parts.Ordering
    ) -> SubmitTrace? {
        let incoming = TraceContext(request.fields)
        guard orders.tracer != nil || incoming != nil else { return nil }
        return SubmitTrace(incoming, endpoint, orders)
    }

    private init(
        _ incoming: TraceContext?,
        _ endpoint: OrderAPI.Endpoint,
        _ orders: borrowing OrderAPI.Parts.Ordering
    ) {
        let tracer = orders.tracer
        (self.incoming, self.tracer, start) = (incoming, tracer, tracer?.now ?? 0)
        scheme = orders.scheme
        guard let tracer, case .batch = endpoint else {
            batch = nil
            return
        }
        let traceID = incoming?.traceID ?? tracer.newTraceID()
        var context = TraceContext(
            traceID,
            tracer.newSpanID(),
            isSampled: tracer.sampler.samples(traceID, parent: incoming)
        )
        context.state = incoming?.state ?? ""
        context.isRandom = incoming?.isRandom ?? false
        batch = context
    }

    /// What is kept with an order of how it came; nil: nothing came.
    var origin: [UInt8]? { context.map { TraceOrigin.text(.http, $0) } }

    /// An order's parent: the request's own span where there is one before the order.
    private var context: TraceContext? { incoming == nil ? nil : batch ?? incoming }

    /// Notes the order that the request has made.
    func note(_ order: NewOrder) {
        let trace = trace(of: order)
        accepted.withLock { $0 = trace }
    }

    private func trace(of order: NewOrder) -> OrderTrace? {
        OrderTrace(of: order.id, createdAt: order.createdAt, incoming: context, tracer)
    }

    /// Records the acceptance of a batch's line, from that time on.
    func record(_ order: NewOrder, from start: UInt64) {
        guard let trace = trace(of: order), let tracer = trace.tracer else { return }
        var span = Span(
            "accept order",
            .internal,
            trace.traceID,
            trace.acceptance,
            parent: context?.spanID,
            from: start,
            to: tracer.now
        )
        span.state = incoming?.state ?? ""
        // Without a context that came each order begins a trace of its own.
        span.link = incoming == nil ? batch : nil
        var attributes = SpanAttributes()
        attributes.add("orderd.order.id", order.id.text)
        tracer.record(span, attributes)
    }

    /// Nanoseconds since 1970; 0 when nothing is recorded.
    var now: UInt64 { tracer?.now ?? 0 }

    /// The trace's number, for the request's line in the log.
    var traceID: String? {
        let id = accepted.withLock(\.self)?.traceID ?? batch?.traceID ?? incoming?.traceID
        return id?.text
    }

    /// Records the server's span once the answer is known.
    func end(_ status: HTTPResponse.Status) {
        guard let tracer else { return }
        let order = accepted.withLock(\.self)
        let traceID =
            order?.traceID ?? batch?.traceID ?? incoming?.traceID ?? tracer.newTraceID()
        guard tracer.sampler.samples(traceID, parent: incoming) else { return }
        var span = Span(
            "POST /orders",
            .server,
            traceID,
            order?.acceptance ?? batch?.spanID ?? tracer.newSpanID(),
            parent: incoming?.spanID,
            from: start,
            to: tracer.now
        )
        span.hasRemoteParent = incoming != nil
        span.state = incoming?.state ?? ""
        var attributes = SpanAttributes()
        attributes.add("http.request.method", "POST")
        attributes.add("http.route", "/orders")
        attributes.add("url.path", "/orders")
        attributes.add("url.scheme", scheme)
        attributes.add("http.response.status_code", status.code)
        attributes.add("orderd.order.id", order?.order.text)
        // A server's span fails by 5xx alone (semantic conventions, "HTTP spans").
        if status.code >= 500 {
            span.status = .error(nil)
            attributes.add("error.type", "\(status.code)")
        }
        tracer.record(span, attributes)
    }
}

extension TraceContext {
    /// What a request's fields say; W3C's come before X-Ray's.
    init?(_ fields: FieldTable) {
        if let parent = fields[.traceParent],
            let context = TraceContext(traceparent: parent, tracestate: fields[.traceState])
        {
            self = context
            return
        }
        guard let header = fields[.xrayTraceID], let context = TraceContext(xray: header) else {
            return nil
        }
        self = context
    }
}

extension HTTPField.Name {
    // The literals are tokens, in lower case on the wire (W3C Trace Context §3.2.1).
    // swift-format-ignore: NeverForceUnwrap
    static let traceParent = Self("traceparent")!
    // swift-format-ignore: NeverForceUnwrap
    static let traceState = Self("tracestate")!
    // swift-format-ignore: NeverForceUnwrap
    static let xrayTraceID = Self("X-Amzn-Trace-Id")!
}
