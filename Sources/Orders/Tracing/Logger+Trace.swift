package import Logging
import Telemetry

extension Logger.Metadata {
    /// Which order a line is about, and the trace that it belongs to, if there is one.
    package init(of order: OrderID, _ trace: OrderTrace?, redrives: Int = 0) {
        self = ["order.id": "\(order)"]
        guard let trace else { return }
        self["trace_id"] = .string(trace.traceID.text)
        if trace.tracer != nil { self["span_id"] = .string(trace.whole(redrives: redrives).text) }
    }
}

extension TaskCall.Visit {
    /// What a line about the visit begins with.
    package var metadata: Logger.Metadata {
        trace?.metadata ?? ["order.id": "\(order)"]
    }
}
