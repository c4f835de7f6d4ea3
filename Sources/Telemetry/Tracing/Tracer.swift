internal import Synchronization

/// Decides which traces are recorded, and takes their spans.
package final class Tracer: Sendable {
    package let sampler: Sampler
    package let buffer: SpanBuffer
    private let clock: @Sendable () -> UInt64
    private let seed: UInt64
    private let drawn = Atomic<UInt64>(0)

    /// A tracer by that clock, which tells nanoseconds since 1970; the seed is random, and another for every process.
    package init(
        _ sampler: Sampler,
        into buffer: SpanBuffer,
        seed: UInt64,
        clock: @escaping @Sendable () -> UInt64
    ) {
        (self.sampler, self.buffer, self.seed, self.clock) = (sampler, buffer, seed, clock)
    }

    /// Nanoseconds since 1970.
    package var now: UInt64 { clock() }

    /// A number that no other span has.
    package func newSpanID() -> SpanID {
        let number = drawn.wrappingAdd(1, ordering: .relaxed).newValue
        return SpanID(derivedFrom: seed, number)
    }

    /// The number of a trace that is about nothing that has one.
    package func newTraceID() -> TraceID {
        let (high, low) = (newSpanID().value, newSpanID().value)
        return TraceID(high: high, low: low) ?? TraceID(of: "", at: 1)
    }

    package func record(_ span: Span, _ attributes: borrowing SpanAttributes) {
        buffer.record(span, attributes)
    }
}
