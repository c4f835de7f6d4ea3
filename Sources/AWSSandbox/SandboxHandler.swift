internal import AWS
internal import FoundationEssentials
internal import HTTP
internal import HTTPTypes
internal import JSON
internal import OpenSSL

/// Answers the services' calls and the sandbox's own.
struct SandboxHandler: HTTPHandler {
    let messages: MessageStore
    let faults: FaultSwitches
    let credentials: Credentials
    let certificatePEM: [UInt8]
    private let keys = SigningKeys()

    init(
        messages: MessageStore,
        faults: FaultSwitches,
        credentials: Credentials,
        certificatePEM: [UInt8]
    ) {
        self.messages = messages
        self.faults = faults
        self.credentials = credentials
        self.certificatePEM = certificatePEM
    }

    func admit(_ request: inout ServerRequest) -> Admission {
        request.path.hasPrefix("/sandbox/")
            ? Admission(.wanted(upTo: nil)) { .now(control($0)) } : .admitted(answer)
    }

    private func answer(_ request: ServerRequest) async -> ServerResponse {
        let call = SandboxCall(request)
        do throws(SignedRequest.Refusal) {
            let signed = try SignedRequest(SignableRequest(request))
            try signed.verify(
                with: credentials,
                service: call.service.rawValue,
                keys: keys,
                at: Date()
            )
        } catch {
            return Refusal(error, call.form).response(call.form, requestID: request.id)
        }
        var random = SecureRandom()
        let plan = faults.plan(for: call.service, using: &random)
        if plan.delay > .zero {
            do {
                try await Task.sleep(for: plan.delay)
            } catch {
                return Refusal.serverError(call.form).response(call.form, requestID: request.id)
            }
        }
        return answer(call, request.id, plan.kind)
    }

    private func answer(
        _ call: SandboxCall,
        _ requestID: String,
        _ fault: Fault.Kind?
    ) -> ServerResponse {
        switch fault {
        case .throttle: Refusal.throttled(call.form).response(call.form, requestID: requestID)
        case .serverError: Refusal.serverError(call.form).response(call.form, requestID: requestID)
        case .refuse(let code, let message, let status):
            Refusal(status: status, code: code, message: message)
                .response(call.form, requestID: requestID)
        case .dropBeforeAccepting: .cutOff
        case .dropAfterAccepting: perform(call, requestID).cutOffIfAccepted
        case .delay, nil: perform(call, requestID)
        }
    }

    private func perform(_ call: SandboxCall, _ requestID: String) -> ServerResponse {
        switch call.operation {
        case .refuse(let refusal):
            return refusal.response(call.form, requestID: requestID)
        case .account:
            return .json(account, requestID: requestID)
        case .identity:
            return .json(["VerifiedForSendingStatus": true], requestID: requestID)
        case .topic(let topic):
            return .result(of: "GetTopicAttributes", Self.attributes(of: topic), .sns, requestID)
        case .accept(let content):
            let id = Self.messageID()
            do {
                try messages.accept(content, id: id, by: call.service, at: Date())
            } catch {
                return Refusal.serverError(call.form).response(call.form, requestID: requestID)
            }
            return accepted(call, id, requestID)
        }
    }

    /// The number of a new message; it is no secret, and OpenSSL's generator takes longer than the system's.
    private static func messageID() -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        for _ in 0..<2 {
            let random = UInt64.random(in: 0 ... .max)
            for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: random >> (8 * place))) }
        }
        return RandomUUID.text(bytes)
    }

    private func accepted(
        _ call: SandboxCall,
        _ id: String,
        _ requestID: String
    ) -> ServerResponse {
        switch (call.form, call.service) {
        case (.json, _):
            return .json(["MessageId": .string(id)], requestID: requestID)
        case (.xml, let service):
            return .result(of: call.name, "<MessageId>\(id)</MessageId>", service, requestID)
        }
    }

    private static func attributes(of topic: String) -> String {
        "<Attributes><entry><key>TopicArn</key><value>\(topic.xmlEscaped)</value></entry></Attributes>"
    }

    private var account: JSONValue {
        [
            "ProductionAccessEnabled": true,
            "SendingEnabled": true,
            "EnforcementStatus": "HEALTHY",
            "SendQuota": [
                "Max24HourSend": -1, "MaxSendRate": 100_000,
                "SentLast24Hours": .number(messages.acceptedCount),
            ],
        ]
    }
}

// The sandbox's own calls, which need no signature.
extension SandboxHandler {
    private func control(_ request: ServerRequest) -> ServerResponse {
        switch (request.method, request.path) {
        case (.get, "/sandbox/messages"):
            return .json(messages.document, requestID: request.id)
        case (.delete, "/sandbox/messages"):
            messages.removeAll()
            return ServerResponse(.noContent)
        case (.get, "/sandbox/faults"):
            return .json(faults.document, requestID: request.id)
        case (.put, "/sandbox/faults"):
            return setFaults(request)
        case (.delete, "/sandbox/faults"):
            faults.set([])
            return ServerResponse(.noContent)
        case (.get, "/sandbox/ca.pem"):
            var response = ServerResponse(.ok, body: certificatePEM)
            response.fields[.contentType] = "application/x-pem-file"
            return response
        default:
            var response = ServerResponse.json(
                ["detail": "no such route of the sandbox"],
                requestID: request.id
            )
            response.status = .notFound
            return response
        }
    }

    private func setFaults(_ request: ServerRequest) -> ServerResponse {
        let reason: String
        do {
            faults.set(try FaultSwitches.read(try JSONValue(parsing: request.body)))
            return .json(faults.document, requestID: request.id)
        } catch let error as Fault.Malformed {
            reason = error.reason
        } catch {
            reason = "\(error)"
        }
        var response = ServerResponse.json(["detail": .string(reason)], requestID: request.id)
        response.status = .badRequest
        return response
    }
}

extension ServerResponse {
    /// Ends the connection in the middle of the answer, before anything of its body.
    static var cutOff: ServerResponse {
        ServerResponse(.ok, fields: HTTPFields(), body: .stream { _ in throw CutOff() })
    }

    private struct CutOff: Error {}

    /// The same, unless the answer says that nothing was accepted.
    var cutOffIfAccepted: ServerResponse { status == .ok ? .cutOff : self }
}

extension SignableRequest {
    init(_ request: ServerRequest) {
        self.init(
            method: request.method.rawValue,
            path: request.path,
            query: request.query ?? "",
            fields: request.fields,
            body: request.body
        )
    }
}
