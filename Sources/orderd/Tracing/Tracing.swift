import Glibc
import Integrations
import Orders
import Telemetry

/// What records spans, and by which its exporter is told.
struct Tracing: Sendable {
    let tracer: Tracer
    let wake = WakeSignal()

    init(_ plan: TracingPlan) {
        let buffer = SpanBuffer(plan.limits) { [wake] in wake.raise() }
        tracer = Tracer(
            plan.sampler,
            into: buffer,
            seed: .random(in: .min ... .max),
            clock: { Self.nanoseconds }
        )
    }

    /// Since 1970: by the machine's clock, which those who receive spans compare with others'.
    private static var nanoseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    func register(in registry: MetricsRegistry) {
        let buffer = tracer.buffer
        registry.counter(
            "orderd_trace_spans_exported_total",
            help: "Spans that their receiver took."
        ) { UInt64(buffer.counts.exported) }
        for loss in SpanBuffer.Loss.allCases {
            registry.counter(
                "orderd_trace_spans_dropped_total",
                help: "Spans that did not reach their receiver, by reason.",
                labels: ["reason": loss.rawValue]
            ) { UInt64(buffer.counts.lost[loss, default: 0]) }
        }
        registry.gauge(
            "orderd_trace_spans_waiting",
            help: "Spans that wait to be exported or are under way."
        ) { Double(buffer.count) }
    }
}
