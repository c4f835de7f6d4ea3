import JSON
package import Telemetry

/// How the trace context that came with an order stands in `Order.origin`.
package struct TraceOrigin: Sendable {
    package let context: TraceContext
    /// Whether a task of another order has started it.
    package let isStarted: Bool

    /// What a text says of a trace; nil when it says nothing.
    ///
    /// W3C's fields come before X-Ray's header, and members of its own before a message's attributes.
    package init?(_ origin: [UInt8]) {
        guard let value = try? JSONValue(parsing: origin), let context = Self.context(in: value)
        else { return nil }
        self.context = context
        isStarted = value["source"]?.string == Source.task.rawValue
    }

    /// What brings an order with nothing but a context.
    package enum Source: String, Sendable {
        case http
        case task
    }

    private static func context(in value: JSONValue) -> TraceContext? {
        let attributes = value["attributes"]
        if let parent = value["traceparent"]?.string,
            let context = TraceContext(
                traceparent: parent,
                tracestate: value["tracestate"]?.string
            )
        {
            return context
        }
        if let parent = attributes?["traceparent"]?["StringValue"]?.string,
            let context = TraceContext(
                traceparent: parent,
                tracestate: attributes?["tracestate"]?["StringValue"]?.string
            )
        {
            return context
        }
        return value["traceHeader"]?.string.flatMap(TraceContext.init(xray:))
    }

    /// The text of an order that came with that context from such a source and with nothing else.
    package static func text(_ source: Source, _ context: TraceContext) -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 160)
        object.add("source", source.rawValue)
        if let parent = context.traceparent, context.isSampled != nil {
            object.add("traceparent", parent)
            if !context.state.isEmpty { object.add("tracestate", context.state) }
        } else {
            object.add("traceHeader", context.xray)
        }
        return object.finished()
    }
}
