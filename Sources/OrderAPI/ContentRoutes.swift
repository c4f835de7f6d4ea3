import HTTP
import HTTPTypes
import JSON
import Orders

/// Messages as they were sent, which only their order's history and the templates tell.
extension OrderAPI {
    /// Answers `GET /orders/{id}/deliveries/{delivery}/content`.
    func deliveryContent(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        let content = try await content(request, parameters)
        return .json(.ok, content.document(), fields: [.cacheControl: "no-store"])
    }

    /// Answers `GET /orders/{id}/deliveries/{delivery}/content.html`: the same as a page that a frame shows.
    ///
    /// The page is a customer's text and may be anything. Its sandbox runs no script, sends no form, opens no window and
    /// loads nothing but what stands in it. A click on one of its links leads away and tells nobody whence: in the console's
    /// frame no further than the console's `frame-src 'self'` lets it, and where the page is opened by itself, anywhere.
    func deliveryPage(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        let content = try await content(request, parameters)
        guard let page = content.page else {
            throw Problem.notAsSent("SES writes its text, by a template that lies with it")
        }
        return ServerResponse(.ok, fields: Self.pageFields, body: Array(page.utf8))
    }

    private static let pageFields: HTTPFields = [
        .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
        .contentSecurityPolicy:
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
        .xContentTypeOptions: "nosniff", .referrerPolicy: "no-referrer",
        .dnsPrefetchControl: "off",
    ]

    private func content(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) async throws -> DeliveryContent {
        let order = try id(parameters)
        guard let found = try await parts.store.order(order) else { throw Problem.noOrder(order) }
        let number = parameters["delivery"].flatMap(Int64.init)
        guard let delivery = found.deliveries.first(where: { $0.id == number }) else {
            throw Problem.notFound("order \(order) has no such delivery; GET /orders/\(order)")
        }
        guard found.erasedAt == nil else { throw Problem.notAsSent("the order's data are erased") }
        guard let contents = parts.orders.contents else {
            throw Problem.notAsSent("this service does not make it again")
        }
        // Files are coded and hashed, and templates filled in, for longer than a loop may be kept.
        let verdict = try await request.whileClientWaits {
            try await withTaskExecutorPreference(globalConcurrentExecutor) {
                try await contents.content(of: delivery)
            }
        }
        switch verdict {
        case .asSent(let content): return content
        case .lost(let reason): throw Problem.notAsSent(reason)
        case nil: throw Problem.tooManyAtOnce(contents.places.count)
        }
    }
}

extension DeliveryContent {
    fileprivate func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 4_096)
        object.add("kind", message.kind.rawValue)
        switch message {
        case .email(let email): email.write(into: &object)
        case .notice(let topic, let subject, let message):
            object.add("topic", topic)
            object.add("subject", subject)
            object.add("message", message)
        case .message(let queue, let body):
            object.add("queue", queue)
            object.add("body", body)
        case .invocation(let function, let payload):
            object.add("function", function)
            object.add("payload", payload)
        }
        if let request {
            object.add("action", request.action)
            object.add("request", request.arguments)
        }
        return object.finished()
    }

    /// What a frame shows of it; nil when its text is not known here.
    fileprivate var page: String? {
        switch message {
        case .email(let email):
            switch email.words {
            case .texts(_, _, let html?): html
            case .texts(_, let text, nil): Self.page(of: text ?? "")
            case .raw(let text): Self.page(of: text)
            case .template: nil
            case .elsewhere: request.map { Self.page(of: $0.arguments.text) }
            }
        case .notice(_, _, let text?), .message(_, let text?), .invocation(_, let text):
            Self.page(of: text)
        case .notice, .message: request.map { Self.page(of: $0.arguments.text) }
        }
    }

    private static func page(of text: String) -> String {
        """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title></title></head>\
        <body><pre style="white-space:pre-wrap;overflow-wrap:anywhere">\(escaped(text))</pre></body></html>
        """
    }

    /// A text in which no character means anything to HTML.
    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
    }
}

extension DeliveryContent.Email {
    fileprivate func write(into object: inout ObjectWriter) {
        object.add("from", from)
        object.add("to", strings: to)
        object.add("cc", strings: cc)
        object.add("bcc", strings: bcc)
        object.add("replyTo", strings: replyTo)
        switch words {
        case .texts(let subject, let text, let html):
            object.add("subject", subject)
            object.add("text", text)
            object.add("html", html)
        case .template(let name, let data):
            object.add("template", name)
            object.add("templateData", data)
        case .raw(let text): object.add("raw", text)
        case .elsewhere: break
        }
        object.add("attachments", array: attachments.map { $0.document() })
    }
}

extension DeliveryContent.Attachment {
    fileprivate func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 128)
        object.add("name", name)
        object.add("type", type ?? "application/octet-stream")
        object.add("size", size)
        return object.finished()
    }
}

extension Problem {
    fileprivate static func notAsSent(_ reason: String) -> Problem {
        Problem(.notAsSent, "it cannot be shown as it was sent: \(reason)")
    }
}

extension HTTPField.Name {
    // Each of the literals below is a token.
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let dnsPrefetchControl = HTTPField.Name("X-DNS-Prefetch-Control")!
}
