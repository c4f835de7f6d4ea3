package import Logging
import StatesLanguage
package import Telemetry

/// What the calls of one attempt at a task belong to.
package struct CallTrace: Sendable {
    private let trace: OrderTrace
    /// The span of the state.
    private let parent: SpanID
    private let task: Int
    private let retries: Int
    private let state: String
    private let common: SpanAttributes

    init(_ trace: OrderTrace, under parent: SpanID, task: TaskRequest, _ common: SpanAttributes) {
        (self.trace, self.parent, self.task) = (trace, parent, task.id)
        (retries, state, self.common) = (task.retryCount, task.state, common)
    }

    /// What the calls of that task belong to where its state has no span.
    package init(_ trace: OrderTrace, state: String, task: Int) {
        (self.trace, self.state, self.task) = (trace, state, task)
        (parent, retries, common) = (trace.whole(redrives: 0), 0, SpanAttributes())
    }

    package var exemplar: TraceID? { trace.exemplar }

    /// For lines of the log: the order, its trace, and the state's span.
    package var metadata: Logger.Metadata {
        var metadata = Logger.Metadata(of: trace.order, trace)
        if trace.tracer != nil { metadata["span_id"] = .string(parent.text) }
        return metadata
    }

    /// Begins a call: each is a span of its own, however often it is repeated.
    package func begin() -> CallSpan {
        let id = trace.tracer?.newSpanID() ?? parent
        return CallSpan(id, start: trace.tracer?.now ?? 0, trace.context(of: id))
    }

    /// Begins the call that starts an order, which is the same one when it is repeated after a crash.
    package func beginStart() -> CallSpan {
        let id = SpanID(derivedFrom: parent.value, UInt64(task))
        return CallSpan(id, start: trace.tracer?.now ?? 0, trace.context(of: id))
    }

    /// Records a call that has come to its end; an error that has not the form of a name is told as `other`.
    package func end(
        _ call: CallSpan,
        _ name: String,
        _ kind: Span.Kind = .client,
        error: String? = nil,
        _ describe: (inout SpanAttributes) -> Void
    ) {
        guard let tracer = trace.tracer else { return }
        let error = error.map(EndReport.name)
        var span = Span(
            name,
            kind,
            trace.traceID,
            call.id,
            parent: parent,
            from: call.start,
            to: tracer.now
        )
        span.state = trace.incoming?.state ?? ""
        if let error { span.status = .error(error) }
        var attributes = common
        attributes.add("orderd.state", state)
        if retries > 0 { attributes.add("orderd.retries", retries) }
        attributes.add("error.type", error)
        describe(&attributes)
        tracer.record(span, attributes)
    }
}

/// A call that is under way.
package struct CallSpan: Sendable {
    fileprivate let id: SpanID
    fileprivate let start: UInt64
    /// What whoever is called is told.
    package let context: TraceContext

    fileprivate init(_ id: SpanID, start: UInt64, _ context: TraceContext) {
        (self.id, self.start, self.context) = (id, start, context)
    }
}
