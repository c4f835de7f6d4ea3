internal import Synchronization

/// Spans between whoever records them and the exporter that sends them.
///
/// Nobody who records waits: a span is written behind the others, or it is dropped and counted.
package final class SpanBuffer: Sendable {
    /// How much waits and how much goes at once, in spans: `OTEL_BSP_MAX_QUEUE_SIZE` and `OTEL_BSP_MAX_EXPORT_BATCH_SIZE`.
    package struct Limits: Sendable, Hashable {
        package var queue = 2_048
        package var batch = 512

        /// OpenTelemetry's defaults.
        package init() {}
    }

    /// Why a span did not reach its receiver; the names are those of the metric's label.
    package enum Loss: String, Sendable, CaseIterable {
        /// It found no room.
        case full
        /// The receiver refused its batch, or a part of it.
        case refused
        /// The receiver could not be reached in time.
        case unreachable
        /// It was not sent when the process ended.
        case ended
    }

    package struct Counts: Sendable, Hashable {
        package fileprivate(set) var exported = 0
        package fileprivate(set) var lost: [Loss: Int] = [:]
        package var allLost: Int { lost.values.reduce(0, +) }
    }

    /// Spans that go together.
    package struct Batch: Sendable {
        package fileprivate(set) var count = 0
        /// Each with its tag and its length before it.
        fileprivate(set) var bytes: [UInt8] = []
    }

    private struct State {
        /// Whole batches, the oldest first.
        var whole: [Batch] = []
        var open = Batch()
        var count = 0
        var counts = Counts()
    }

    private let limits: Limits
    private let state = Mutex(State())
    private let whenWhole: @Sendable () -> Void

    /// A buffer that calls the closure whenever a batch is whole; it must not block.
    package init(_ limits: Limits = Limits(), whenWhole: @escaping @Sendable () -> Void = {}) {
        self.limits = limits
        self.whenWhole = whenWhole
    }

    /// Takes a span with its attributes in; whether there was room for it.
    @discardableResult
    package func record(_ span: Span, _ attributes: borrowing SpanAttributes) -> Bool {
        // Written before the lock is taken: the loops that record do not wait for each other's spans to be written.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(192 + attributes.bytes.count)
        OTLP.append(span, attributes, to: &bytes)
        let verdict = state.withLock { state -> (isIn: Bool, isWhole: Bool) in
            guard state.count < limits.queue else {
                state.counts.lost[.full, default: 0] += 1
                return (false, false)
            }
            state.count += 1
            state.open.count += 1
            state.open.bytes.append(2 << 3 | 2)
            state.open.bytes.append(varint: bytes.count)
            state.open.bytes.append(contentsOf: bytes)
            guard state.open.count >= limits.batch else { return (true, false) }
            state.whole.append(state.open)
            state.open = Batch()
            return (true, true)
        }
        if verdict.isWhole { whenWhole() }
        return verdict.isIn
    }

    /// The batch that waits for longest, whole or not; it keeps its room until `finish`.
    package func take() -> Batch? {
        state.withLock { state in
            if !state.whole.isEmpty { return state.whole.removeFirst() }
            guard state.open.count > 0 else { return nil }
            defer { state.open = Batch() }
            return state.open
        }
    }

    /// Gives the room of a batch back that was sent, or is lost.
    package func finish(_ batch: Batch, lost: Int = 0, _ loss: Loss = .refused) {
        state.withLock { state in
            state.count -= batch.count
            let lost = min(max(0, lost), batch.count)
            state.counts.exported += batch.count - lost
            if lost > 0 { state.counts.lost[loss, default: 0] += lost }
        }
    }

    package var counts: Counts { state.withLock(\.counts) }

    /// How many spans wait or are under way.
    package var count: Int { state.withLock(\.count) }

    package var hasWholeBatch: Bool { state.withLock { !$0.whole.isEmpty } }
}

/// Who reports spans: OTLP's Resource and InstrumentationScope.
package struct SpanSource: Sendable {
    private let resource: [UInt8]
    private let scope: String
    private let version: String

    /// With those attributes, `service.name` among them.
    package init(_ attributes: [(key: String, value: String)], scope: String, version: String) {
        var bytes: [UInt8] = []
        for attribute in attributes {
            bytes.append(
                attributeNamed: attribute.key,
                attribute.value,
                in: OTLP.Field.resourceAttributes
            )
        }
        (resource, self.scope, self.version) = (bytes, scope, version)
    }

    /// The body of the request that exports a batch.
    package func request(_ batch: SpanBuffer.Batch) -> [UInt8] {
        OTLP.request(batch.bytes, resource: resource, scope: scope, version: version)
    }
}
