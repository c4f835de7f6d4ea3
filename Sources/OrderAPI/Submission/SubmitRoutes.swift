import HTTP
import HTTPTypes
import Orders
import Telemetry

extension OrderAPI {
    /// Answers `POST /orders`: one order or a batch, in a trace if one came along or is begun.
    // Without a frame of its own, as what follows: most requests come here.
    @inline(__always)
    func submit(_ request: ServerRequest, _ endpoint: Endpoint) async throws -> ServerResponse {
        let trace = SubmitTrace.begun(by: request, endpoint, parts.orders)
        do {
            let response =
                if case .batch = endpoint { try await submitBatch(request, trace) } else {
                    try await submitOne(request, trace)
                }
            guard let trace else { return response }
            trace.end(response.status)
            var traced = response
            traced.traceID = trace.traceID
            return traced
        } catch {
            trace?.end(Problem(error).status)
            throw error
        }
    }

    @inline(__always)
    private func submitOne(
        _ request: ServerRequest,
        _ trace: SubmitTrace?
    ) async throws -> ServerResponse {
        guard !request.body.isEmpty else {
            guard request.fields.announceBody else { throw Problem.lengthRequired }
            throw Problem.badRequest(
                "the body is empty; an order is a JSON object with customerEmail"
            )
        }
        let preferences = try SubmitPreferences(request)
        if let key = preferences.key {
            guard parts.inHand.begin(key.digest) else { throw Problem.requestInHand }
        }
        defer { if let key = preferences.key { parts.inHand.end(key.digest) } }
        var wanted = OrderRequest(request.body, for: try request.workflow, key: preferences.key)
        if let trace { wanted.origin = trace.origin }
        let result = try await parts.orders.intake.submit(wanted)
        if let trace, case .accepted(let order) = result { trace.note(order) }
        var isReplayed = if case .replayed = result { true } else { false }
        let isNew: Bool
        var latest: Order
        (latest, isNew) = try counted(consume result)
        var waitedFor: Int?
        if let seconds = preferences.wait, let waited = try await wait(for: latest, seconds) {
            waitedFor = seconds
            latest = waited
            isReplayed = isReplayed || waited.isSettled
        }
        var response = ServerResponse.json(
            isReplayed ? .ok : .accepted,
            latest.document(),
            location: latest.location
        )
        if !isNew { response.fields[.idempotencyReplayed] = "true" }
        if let waitedFor { response.fields[.preferenceApplied] = "wait=\(waitedFor)" }
        return response
    }

    /// The order that was accepted now or before; throws the problem when none was.
    func counted(
        _ result: consuming OrderIntake.Result
    ) throws(Problem) -> (order: Order, isNew: Bool) {
        // Consumed: what is in it is moved out and not copied.
        switch consume result {
        case .accepted(let order):
            parts.observed.metrics.accepted.add()
            return (Order(accepted: order), true)
        case .replayed(let order), .repeated(let order):
            parts.observed.metrics.replayed.add()
            return (order, false)
        case .keyTaken: throw .keyTaken
        case .conflict(let id): throw .conflict(id)
        case .closed(let reasons, let retryAfter):
            throw .intakeClosed(reasons, retryAfter: retryAfter)
        }
    }

    /// The order as it stands once it has settled, or when that time is over; nil when too many wait already.
    private func wait(for order: Order, _ seconds: Int) async throws -> Order? {
        guard parts.inHand.beginWaiting() else { return nil }
        defer { parts.inHand.endWaiting() }
        var pause = Duration.milliseconds(10)
        var waited = Duration.zero
        while true {
            // Ended and let go by its retention in this moment, it is told of as it was.
            guard let latest = try await parts.store.order(order.id) else { return order }
            if latest.isSettled { return latest }
            guard waited < .seconds(seconds), !parts.observed.health.isStopping else {
                return latest
            }
            pause = min(pause, .seconds(seconds) - waited)
            try await parts.clock.sleep(for: pause)
            waited += pause
            // Most orders end within a blink; the others need not be asked for often.
            pause = min(pause * 2, .milliseconds(250))
        }
    }
}

extension Order {
    /// Whether it has ended, or waits for a person: waiting on is of no use.
    fileprivate var isSettled: Bool { status.isFinal || status == .held }
}

extension FieldTable {
    /// Whether they say that a body follows, be it an empty one.
    fileprivate var announceBody: Bool {
        contains(.contentLength) || contains(.transferEncoding)
    }
}

extension Problem {
    fileprivate static let lengthRequired = Problem(
        .lengthRequired,
        "an order has a body, which needs a Content-Length or the chunked coding"
    )

    static let requestInHand = Problem(
        .requestInProgress,
        "a request with this Idempotency-Key has not been answered yet; ask again soon",
        fields: [.retryAfter: "1"]
    )

    fileprivate static let keyTaken = Problem(
        .idempotencyKeyReused,
        "the key was sent before with another body; send a new key with a new order"
    )
}
