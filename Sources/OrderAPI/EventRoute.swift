import HTTP
import HTTPTypes
import Orders

extension OrderAPI {
    /// Answers `GET /orders/{id}/events`: the history as it happens, as server-sent events.
    ///
    /// `Last-Event-ID`, which browsers send by themselves after a lost connection, or `?after=` says where to go on.
    /// When the order has ended, the stream ends with an event of its own; whoever has had that and comes again is
    /// answered 204, which tells a browser to come no more (HTML, server-sent events §9.2.3).
    func events(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        let id = try id(parameters)
        let query = try request.parameters()
        // A browser sends both after a lost connection; neither may be nonsense.
        let asked = try query.int("after", in: 0...Self.largestEventID, default: 0)
        let last = try lastEventID(request)
        let after = last?.event ?? asked
        let order = try await existing(id)
        if let last, last.isEnd, order.status.isFinal,
            try await parts.store.history(of: id, after: max(0, after - 1), limit: 2)?.events
                .map(\.id) == (after > 0 ? [after] : [])
        {
            return ServerResponse(.noContent, fields: [.cacheControl: "no-store"])
        }
        guard parts.inHand.hasRoom else { throw Problem.tooManyWaiting }
        let fields: HTTPFields = [
            .contentType: "text/event-stream", .cacheControl: "no-store", .buffering: "no",
        ]
        return ServerResponse(
            .ok,
            fields: fields,
            body: .stream { [self] in try await send(id, after, to: $0) }
        )
    }

    private func lastEventID(_ request: ServerRequest) throws(Problem) -> StreamPlace? {
        guard let text = request.fields[.lastEventID] else { return nil }
        guard let place = StreamPlace(text) else {
            throw .badRequest("Last-Event-ID is not one that this service gave out")
        }
        return place
    }

    /// Sends events until the order has ended, the client is gone or the service stops.
    private func send(
        _ id: OrderID,
        _ after: Int,
        to writer: ResponseBodyWriter
    ) async throws {
        guard parts.inHand.beginWaiting() else { return }
        defer { parts.inHand.endWaiting() }
        var (last, quiet) = (after, Duration.zero)
        try await writer.write(Array("retry: 1000\n\n".utf8))
        while !parts.observed.health.isStopping {
            // Whether it has ended is asked first: what it says then is the whole history.
            guard let order = try await parts.store.order(id) else { return }
            var sent = false
            while let page = try await parts.store.history(of: id, after: last, limit: 100),
                let newest = page.events.last
            {
                try await writer.write(page.events.flatMap { $0.message() })
                (last, sent) = (newest.id, true)
            }
            if order.status.isFinal {
                let place = StreamPlace(event: last, isEnd: true)
                return try await writer.write(
                    Array("id: \(place.text)\nevent: end\ndata: ".utf8)
                        + order.document(in: .list) + Array("\n\n".utf8)
                )
            }
            quiet = sent ? .zero : quiet + Self.look
            if quiet >= Self.silence {
                // A comment keeps the connection from being taken for dead, and finds out when it is.
                try await writer.write(Array(":\n\n".utf8))
                quiet = .zero
            }
            try await parts.clock.sleep(for: Self.look)
        }
    }

    /// How often the history is looked at.
    ///
    /// Nobody is woken: a wait costs a read now and then, and nothing while nobody waits. `RequestsInHand` bounds them.
    private static let look = Duration.milliseconds(200)
    /// How long nothing may be sent.
    private static let silence = Duration.seconds(15)
}

/// How far a client has come in an order's stream: the id of an event, as `Last-Event-ID` says it.
struct StreamPlace: Equatable {
    /// The last history event that it has had; 0 for none.
    var event: Int
    /// Whether it has had the order's end after it; an order that is redriven goes on behind that.
    var isEnd: Bool

    init(event: Int, isEnd: Bool) { (self.event, self.isEnd) = (event, isEnd) }

    /// Reads `7`, or `7-end`.
    init?(_ text: String) {
        let isEnd = text.hasSuffix(Self.end)
        let digits = isEnd ? text.dropLast(Self.end.count) : text[...]
        guard digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            let event = Int(digits), 0...OrderAPI.largestEventID ~= event
        else { return nil }
        self.init(event: event, isEnd: isEnd)
    }

    var text: String { isEnd ? "\(event)\(Self.end)" : "\(event)" }

    private static let end = "-end"
}

extension Problem {
    static let tooManyWaiting = Problem(
        .tooManyWaiting,
        "\(RequestsInHand.maximumWaiting) clients wait or follow orders; try again later",
        fields: [.retryAfter: "5"]
    )
}

extension RecordedEvent {
    /// The event as a server-sent event; its text has no line breaks.
    fileprivate func message() -> [UInt8] {
        Array("id: \(id)\ndata: ".utf8) + json + Array("\n\n".utf8)
    }
}

extension HTTPField.Name {
    // The literals are tokens.
    // swift-format-ignore: NeverForceUnwrap
    static let lastEventID = HTTPField.Name("Last-Event-ID")!
    /// Tells proxies such as nginx not to hold pieces back.
    // swift-format-ignore: NeverForceUnwrap
    static let buffering = HTTPField.Name("X-Accel-Buffering")!
}
