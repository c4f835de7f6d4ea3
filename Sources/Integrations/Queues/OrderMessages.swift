package import AWS
import Formats
import FoundationEssentials
import JSON
package import Orders
package import StatesLanguage
package import Telemetry

/// Makes orders of a queue's messages: the same rules as for `POST /orders`.
///
/// The same message twice is one order: an order without a number has the message's. A deduplication id that its sender has
/// chosen stands for an `Idempotency-Key`; one that SQS makes of the body does not, since two orders may read the same.
package struct OrderMessages: Sendable {
    private let intake: OrderIntake
    private let queue: String
    private let workflow: String?
    private let digests: Digests
    private let maximumSize: Int
    /// Takes the spans of messages; nil: none are recorded.
    private let tracer: Tracer?

    /// Orders from the queue of that URL, for that workflow; nil: as the order or the default says.
    package init(
        _ intake: OrderIntake,
        from queue: String,
        for workflow: String?,
        digests: Digests,
        maximumSize: Int = 256 * 1_024,
        tracer: Tracer? = nil
    ) {
        self.tracer = tracer
        self.maximumSize = maximumSize
        self.intake = intake
        self.queue = queue
        self.workflow = workflow
        self.digests = digests
    }

    package func handle(_ message: ReceivedMessage) async -> QueueConsumer.Disposition {
        guard let tracer else { return await take(message).disposition }
        let start = tracer.now
        let taken = await take(message)
        record(message, taken, from: start, by: tracer)
        return taken.disposition
    }

    /// What became of a message, and the order that it made.
    private struct Taken {
        var disposition: QueueConsumer.Disposition
        var order: NewOrder?
    }

    private func take(_ message: ReceivedMessage) async -> Taken {
        var accepted: NewOrder?
        let disposition = await disposition(of: message, &accepted)
        return Taken(disposition: disposition, order: accepted)
    }

    /// The span of a message's processing (semantic conventions, "Messaging spans"): an order goes on under it.
    private func record(
        _ message: ReceivedMessage,
        _ taken: Taken,
        from start: UInt64,
        by tracer: Tracer
    ) {
        let order = taken.order.flatMap { order in
            OrderTrace(of: order.id, createdAt: order.createdAt, origin: order.origin, tracer)
        }
        let came = order?.incoming ?? TraceOrigin(origin(message))?.context
        let traceID = order?.traceID ?? came?.traceID ?? tracer.newTraceID()
        guard tracer.sampler.samples(traceID, parent: came) else { return }
        let name = queue.split(separator: "/").last.map(String.init) ?? "queue"
        var span = Span(
            "process \(name)",
            .consumer,
            traceID,
            order?.acceptance ?? tracer.newSpanID(),
            parent: came?.spanID,
            from: start,
            to: tracer.now
        )
        span.hasRemoteParent = came != nil
        span.state = came?.state ?? ""
        var attributes = SpanAttributes()
        attributes.add("messaging.system", "aws_sqs")
        attributes.add("messaging.operation.name", "process")
        attributes.add("messaging.operation.type", "process")
        attributes.add("messaging.destination.name", name)
        attributes.add("messaging.message.id", message.id)
        attributes.add("orderd.order.id", taken.order?.id.text)
        switch taken.disposition {
        case .done: break
        case .rejected:
            span.status = .error("rejected")
            attributes.add("error.type", "rejected")
        case .later:
            span.status = .error("later")
            attributes.add("error.type", "later")
        }
        tracer.record(span, attributes)
    }

    private func disposition(
        of message: ReceivedMessage,
        _ accepted: inout NewOrder?
    ) async -> QueueConsumer.Disposition {
        guard message.body.utf8.count <= maximumSize else {
            return .rejected("it is larger than \(maximumSize) bytes (http.maximumBodySize)")
        }
        do {
            switch try await intake.submit(request(message)) {
            case .accepted(let order):
                accepted = order
                return .done(isNew: true)
            case .replayed, .repeated: return .done(isNew: false)
            case .conflict(let id): return .rejected("another order has the number \(id)")
            case .keyTaken: return .rejected("another order has its deduplication id")
            case .closed(_, let seconds): return .later("no orders are taken for \(seconds) s")
            }
        } catch let error as JSONError {
            return .rejected("it is not JSON: \(error)")
        } catch let faults as OrderFaults {
            if isEnvelope(message) {
                return .rejected(
                    "it is an envelope of SNS around a message; set RawMessageDelivery on the subscription"
                )
            }
            let texts = faults.faults.map { fault in
                fault.pointer.isEmpty ? fault.detail : "\(fault.pointer) \(fault.detail)"
            }
            return .rejected(texts.joined(separator: "; "))
        } catch let fault as WorkflowFault {
            // One that the setting names was there at the start: that is no fault of the message.
            return workflow == nil ? .rejected("\(fault)") : .later("\(fault)")
        } catch StoreError.damaged(let what) {
            return .rejected("the order that it names is damaged: \(what)")
        } catch {
            return .later("\(error)")
        }
    }

    /// Whether SNS has wrapped what was published.
    private func isEnvelope(_ message: ReceivedMessage) -> Bool {
        guard let value = try? JSONValue(parsing: Array(message.body.utf8)) else { return false }
        return value["TopicArn"] != nil && value["Type"] != nil && value["Message"] != nil
    }

    /// What a message asks for.
    func request(_ message: ReceivedMessage) -> OrderRequest {
        var request = OrderRequest(Array(message.body.utf8), for: workflow)
        request.number = OrderNumber(message.id)
        request.key = key(message)
        request.origin = origin(message)
        return request
    }

    private func key(_ message: ReceivedMessage) -> IdempotencyKey? {
        guard let id = message.attributes["MessageDeduplicationId"] else { return nil }
        let body = digests.sha256(Array(message.body.utf8))
        let text = Hexadecimal.text(body.span)
        guard id != text else { return nil }
        return IdempotencyKey(
            digest: digests.sha256(Array("sqs\n\(queue)\n\(id)".utf8)),
            body: body
        )
    }

    private func origin(_ message: ReceivedMessage) -> [UInt8] {
        var origin: JSONObject = [
            "source": "sqs", "queue": .string(queue), "messageId": .string(message.id),
        ]
        let kept = [
            "sentTimestamp": "SentTimestamp", "messageGroupId": "MessageGroupId",
            "messageDeduplicationId": "MessageDeduplicationId", "traceHeader": "AWSTraceHeader",
        ]
        for (name, attribute) in kept.sorted(by: { $0.key < $1.key }) {
            origin[name] = message.attributes[attribute].map { .string($0) }
        }
        if !message.senderAttributes.isEmpty {
            origin["attributes"] = .object(message.senderAttributes)
        }
        return JSONValue.object(origin).bytes
    }
}
