internal import HTTP
internal import HTTPTypes
internal import JSON

/// The runtime API of one worker, on a port of its own.
struct RuntimeHandler: HTTPHandler {
    let host: FunctionHost
    let worker: Int

    func admit(_ request: inout ServerRequest) -> Admission { .admitted(respond) }

    private func respond(to request: ServerRequest) async -> ServerResponse {
        switch RuntimeCall(request.method, request.path) {
        case .next:
            guard let event = await host.next(worker) else { return .workerEnds }
            return event.response
        case .answer(let id):
            return await accepted(host.answer(worker, id, .answer(request.body)))
        case .error(let id):
            let error = ReportedError(request)
            return await accepted(host.answer(worker, id, .error(error)))
        case .initError:
            await host.initError(worker, ReportedError(request))
            return .accepted
        case .unknown:
            return RuntimeRefusal.unknownPath.response
        }
    }

    func answer(
        to refusal: RequestRefusal,
        of request: ServerRequest?,
        requestID: String
    ) -> ServerResponse {
        guard refusal.status == .contentTooLarge, let request,
            case .answer(let id) = RuntimeCall(request.method, request.path)
        else { return ServerResponse(refusal, requestID: requestID) }
        // The connection's loop is the host's.
        host.assumeIsolated { _ = $0.answer(worker, id, .fault(.answerTooLarge)) }
        return RuntimeRefusal.answerTooLarge.response
    }

    private func accepted(_ isKnown: Bool) -> ServerResponse {
        isKnown ? .accepted : RuntimeRefusal.invalidRequestID.response
    }
}

/// An error that a worker tells of.
struct ReportedError: Sendable, Hashable {
    /// A JSON object with `errorMessage` and `errorType`, as it was sent.
    let document: [UInt8]
    /// What the field says, or the document.
    let type: String

    /// In bytes; so many of the type are told.
    private static let longestType = 128

    fileprivate init(_ request: ServerRequest) {
        document = request.body
        let told = request.fields[.runtimeErrorType]
        let own = (try? JSONValue(parsing: request.body))?["errorType"]?.string
        type = String((own ?? told ?? "Unknown").prefix(Self.longestType))
        isHandled = told == "Handled"
    }

    /// Whether the runtime says that the function has dealt with it.
    let isHandled: Bool
}

/// An event on its way to a worker.
struct RuntimeEvent: Sendable {
    let call: InvokeCall
    let requestID: String
    let arn: String
    /// Since 1970.
    let deadlineMilliseconds: Int
    let traceID: String

    fileprivate var response: ServerResponse {
        var response = ServerResponse(
            .ok,
            fields: [.contentType: "application/json"],
            body: call.payload
        )
        response.fields[.runtimeRequestID] = requestID
        response.fields[.runtimeDeadline] = "\(deadlineMilliseconds)"
        response.fields[.runtimeARN] = arn
        response.fields[.runtimeTraceID] = traceID
        response.fields[.runtimeClientContext] = call.clientContext
        return response
    }
}

extension ServerResponse {
    fileprivate static let accepted = ServerResponse(
        .accepted,
        fields: [.contentType: "application/json"],
        body: Array(#"{"status":"OK"}"#.utf8)
    )

    /// There will be no event: the worker is about to be ended, or it asks twice at a time.
    fileprivate static var workerEnds: ServerResponse {
        var response = ServerResponse(.gone)
        response.closesConnection = true
        return response
    }
}

extension RuntimeRefusal {
    fileprivate var response: ServerResponse {
        let document: JSONValue = [
            "errorType": .string(type), "errorMessage": .string(message),
        ]
        return ServerResponse(
            status,
            fields: [.contentType: "application/json"],
            body: document.bytes
        )
    }
}
