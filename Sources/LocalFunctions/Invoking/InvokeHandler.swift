internal import Formats
internal import HTTP
internal import HTTPTypes
internal import JSON

/// The Invoke API, and as much about functions as AWS's command line asks for before it calls one.
struct InvokeHandler: HTTPHandler {
    let host: FunctionHost
    let configuration: LocalFunctionsConfiguration

    func admit(_ request: inout ServerRequest) -> Admission {
        guard let refusal = LoopbackGuard.refusal(request.head) else { return .admitted(respond) }
        return .refused(refusal.response(requestID: configuration.makeRequestID()))
    }

    private func respond(to request: ServerRequest) async -> ServerResponse {
        let id = configuration.makeRequestID()
        do throws(LambdaRefusal) {
            return try await answer(request, id)
        } catch {
            return error.response(requestID: id)
        }
    }

    func answer(
        to refusal: RequestRefusal,
        of request: ServerRequest?,
        requestID: String
    ) -> ServerResponse {
        guard refusal.status == .contentTooLarge, let request else {
            return ServerResponse(refusal, requestID: requestID)
        }
        let kind = (try? InvokeCall.kind(request.fields[.invocationType])) ?? .requestResponse
        let size = request.fields[.contentLength] ?? "More"
        return LambdaRefusal.tooLarge(size, kind).response(requestID: configuration.makeRequestID())
    }

    private func answer(
        _ request: ServerRequest,
        _ id: String
    ) async throws(LambdaRefusal) -> ServerResponse {
        switch try InvokeRoute(request.method, request.path, query: request.query) {
        case .list:
            let all = configuration.functions.sorted { $0.name < $1.name }.map(document)
            return json(["Functions": .array(all)], id)
        case .function(let reference):
            return json(["Configuration": document(try function(reference))], id)
        case .configuration(let reference):
            return json(document(try function(reference)), id)
        case .invoke(let reference):
            return try await invoke(try call(reference, request), id)
        }
    }

    private func call(
        _ reference: FunctionReference,
        _ request: ServerRequest
    ) throws(LambdaRefusal) -> InvokeCall {
        let fields = InvokeCall.Fields(
            kind: request.fields[.invocationType],
            logType: request.fields[.logType],
            clientContext: request.fields[.clientContext],
            traceID: request.fields[.traceID]
        )
        // Before the body is looked at: which function it is for is the first thing that can be wrong.
        _ = try function(reference)
        return try InvokeCall(reference, fields, body: request.body)
    }

    private func invoke(
        _ call: InvokeCall,
        _ id: String
    ) async throws(LambdaRefusal) -> ServerResponse {
        switch call.kind {
        case .dryRun: return empty(.noContent, id)
        case .event:
            try await host.accept(call, id)
            return empty(.accepted, id)
        case .requestResponse:
            let answer = try await host.invoke(call, id)
            var response = ServerResponse(
                .ok,
                fields: [.contentType: "application/json"],
                body: answer.payload
            )
            response.fields[.requestID] = id
            response.fields[.executedVersion] = LocalFunction.version
            response.fields[.functionError] = answer.error
            if call.wantsLog { response.fields[.logResult] = Base64.encode(answer.log) }
            return response
        }
    }

    private func empty(_ status: HTTPResponse.Status, _ id: String) -> ServerResponse {
        ServerResponse(status, fields: [.requestID: id, .executedVersion: LocalFunction.version])
    }

    private func json(_ value: JSONValue, _ id: String) -> ServerResponse {
        let fields: HTTPFields = [.contentType: "application/json", .requestID: id]
        return ServerResponse(.ok, fields: fields, body: value.bytes)
    }

    private func function(_ reference: FunctionReference) throws(LambdaRefusal) -> LocalFunction {
        guard let function = configuration.functions.first(where: { $0.name == reference.name })
        else { throw .unknownFunction(reference, region: configuration.region) }
        return function
    }

    /// A function's configuration; the values of its variables are its own.
    private func document(_ function: LocalFunction) -> JSONValue {
        [
            "FunctionName": .string(function.name),
            "FunctionArn": .string(LocalFunction.arn(function.name, region: configuration.region)),
            "Handler": .string(function.handler),
            "Timeout": .number(Int(function.timeout / .seconds(1))),
            "MemorySize": .number(function.memoryMB), "Version": .string(LocalFunction.version),
            "PackageType": "Zip", "State": "Active", "LastUpdateStatus": "Successful",
        ]
    }
}
