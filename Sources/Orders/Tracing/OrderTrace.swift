package import FoundationEssentials
package import Telemetry

/// The trace that an order belongs to, from its acceptance to its end: over restarts too, since everything follows from
/// what is kept of the order anyway.
///
/// With a context that came with it the order goes on with that one's trace. Without one its trace is numbered after the
/// order itself, so nothing has to be written for it.
package struct OrderTrace: Sendable {
    package let order: OrderID
    /// What came with the order; nil: its trace begins with it.
    package let incoming: TraceContext?
    package let traceID: TraceID
    /// Whether a task of another order has started it, to whose call it then belongs, or a schedule, to whose nothing does: no
    /// request of a client is its parent.
    private var isStarted: Bool
    /// Takes the spans; nil when none are recorded.
    package let tracer: Tracer?
    /// Whether whoever is called shall record the trace.
    private let isSampled: Bool?
    private let seed: UInt64

    /// The parts of an order that have spans of their own, by which their numbers differ.
    private enum Part {
        static let acceptance: UInt64 = 1
        static let queueWait: UInt64 = 2
        static let order: UInt64 = 3
        static let state: UInt64 = 4
    }

    /// The trace of an order; nil when nothing came with it and nothing is recorded.
    package init?(of order: OrderID, createdAt: Date, origin: [UInt8]?, _ tracer: Tracer?) {
        guard tracer != nil || origin != nil else { return nil }
        let came = origin.flatMap(TraceOrigin.init)
        self.init(of: order, createdAt: createdAt, incoming: came?.context, tracer)
        isStarted = came?.isStarted ?? origin.map(ScheduledOrder.isOrigin) ?? false
    }

    /// The trace of an order that no task has started.
    package init?(of order: OrderID, createdAt: Date, incoming: TraceContext?, _ tracer: Tracer?) {
        guard tracer != nil || incoming != nil else { return nil }
        isStarted = false
        self.order = order
        self.incoming = incoming
        let milliseconds = Int64((createdAt.timeIntervalSince1970 * 1_000).rounded())
        traceID = incoming?.traceID ?? TraceID(of: order.text, at: milliseconds)
        seed = Mixing.mix(traceID.low ^ Mixing.number(of: order.text))
        if let tracer {
            let isSampled = tracer.sampler.samples(traceID, parent: incoming)
            (self.isSampled, self.tracer) = (isSampled, isSampled ? tracer : nil)
        } else {
            (isSampled, self.tracer) = (incoming?.isSampled, nil)
        }
    }

    /// The trace for metrics' exemplars; nil when nobody finds it.
    package var exemplar: TraceID? { tracer == nil ? nil : traceID }

    /// The span of the order's acceptance.
    package var acceptance: SpanID { SpanID(derivedFrom: seed, Part.acceptance) }

    var queueWait: SpanID { SpanID(derivedFrom: seed, Part.queueWait) }

    /// The span of the order as a whole; each redrive has one of its own.
    func whole(redrives: Int) -> SpanID {
        SpanID(derivedFrom: seed, Part.order &+ UInt64(redrives) << 8)
    }

    /// The span of one visit to a state, by its entered event.
    func state(_ event: Int, redrives: Int) -> SpanID {
        let whole = whole(redrives: redrives).value
        return SpanID(derivedFrom: whole, UInt64(bitPattern: Int64(event)) << 8 | Part.state)
    }

    /// The parent of the order as a whole.
    var parent: SpanID? { isStarted ? incoming?.spanID : acceptance }

    /// Whether that is a span of another order, perhaps of another process.
    var hasRemoteParent: Bool { isStarted && incoming != nil }

    /// What is said to others on the order's behalf; the span is the one that calls them.
    func context(of span: SpanID) -> TraceContext {
        // Where nothing is recorded whoever is called goes on with what came to us.
        guard isSampled != nil, tracer != nil || incoming?.spanID == nil else {
            return incoming ?? TraceContext(traceID, span, isSampled: isSampled)
        }
        var context = TraceContext(traceID, span, isSampled: isSampled)
        context.state = incoming?.state ?? ""
        context.isRandom = incoming?.isRandom ?? false
        return context
    }
}

extension Date {
    /// Since 1970.
    package var nanoseconds: UInt64 {
        UInt64(max(0, (timeIntervalSince1970 * 1_000).rounded())) * 1_000_000
    }
}
