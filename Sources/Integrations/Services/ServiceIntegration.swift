import AWS
import JSON
package import Logging
package import Orders
package import StatesLanguage
import Telemetry

/// Calls of AWS's services by their ARNs: `arn:aws:states:::sqs:sendMessage`, `arn:aws:states:::aws-sdk:dynamodb:query`.
///
/// What sends goes through the ledger; of all else the service's fault is the state's error, which Retry and Catch decide
/// about, as on AWS.
package struct ServiceIntegration: Integration {
    private let access: ServiceAccess
    private let logger: Logger

    package init(_ access: ServiceAccess, logger: Logger) {
        self.access = access
        self.logger = logger
    }

    package func perform(_ call: TaskCall) async -> TaskOutcome {
        guard case .order(let visit) = call.origin, let action = ServiceAction(call.resource) else {
            return ServiceFailure.arguments("\(call.resource) is performed for orders alone")
                .outcome
        }
        do throws(ServiceFailure) {
            let request = try request(action, call, visit)
            guard let form = action.delivery else { return try await send(request).outcome }
            let key = visit.key(action.name, by: call.resource)
            let isCallback = call.resource.pattern == .waitForTaskToken
            return await deliver(request, as: form, key, visit, isCallback: isCallback)
        } catch {
            return error.outcome
        }
    }

    package func sends(_ task: TaskRequest) -> Bool {
        ServiceAction(task.resource)?.delivery != nil
    }

    /// A call that is ready to be sent.
    private struct Request {
        var action: ServiceAction
        var arguments: JSONValue
        var call: ServiceCall
        var client: AWSClient
        var role: AssumedRole?
        var trace: CallTrace?
        var token: String

        /// The same request with the context of a trace in its messages; the ledger knows it without.
        func traced(_ context: TraceContext?) -> Request {
            guard let context else { return self }
            let traced = TraceInjection.arguments(arguments, of: action.name, context)
            guard traced != arguments,
                let call = try? ServiceCall(
                    action.operation,
                    of: action.model,
                    traced,
                    token: token
                )
            else { return self }
            var request = self
            (request.arguments, request.call) = (traced, call)
            return request
        }
    }

    private func request(
        _ action: ServiceAction,
        _ call: TaskCall,
        _ visit: TaskCall.Visit
    ) throws(ServiceFailure) -> Request {
        guard access.allowance.allows(call.resource) else {
            throw .permissions("workflow.allow does not let a workflow call \(call.resource)")
        }
        let role = try access.role(of: call, visit)
        let made = try action.call(
            call.input,
            by: call.resource,
            for: visit.order,
            in: (visit.state, visit.id),
            names: access.names(visit.order)
        )
        if action.delivery?.kind == .message,
            let message = QueueMessage(arguments: made.arguments),
            let fault = message.fault
        {
            throw .arguments(fault)
        }
        return Request(
            action: action,
            arguments: made.arguments,
            call: made.call,
            client: try access.client(action.model.service, as: role, for: action),
            role: role,
            trace: visit.trace,
            token: made.token
        )
    }

    /// What a call came to.
    private struct Answered {
        var result: JSONValue
        var receipt: CallReceipt
        var failure: ServiceFailure?

        var outcome: TaskOutcome { failure?.outcome ?? .succeeded(result) }
    }

    private func send(_ request: Request) async throws(ServiceFailure) -> Answered {
        do throws(AWSError) {
            return try await answer(request).answered
        } catch {
            throw access.failure(error, as: request.role, request.action)
        }
    }

    /// The answer, and the request as it was sent.
    private func answer(
        _ request: Request
    ) async throws(AWSError) -> (answered: Answered, sent: Request) {
        let isMessage = request.action.delivery?.kind == .message
        func describe(_ attributes: inout SpanAttributes) {
            guard isMessage else { return }
            attributes.add("messaging.system", "aws_sqs")
            attributes.add("messaging.operation.name", "send")
            attributes.add("messaging.operation.type", "send")
        }
        return try await request.trace.calling(
            request.action.model.sdkName,
            request.action.operation.name,
            request.action.delivery == nil ? .client : .producer,
            describe: describe,
            requestID: \.answered.receipt.requestID
        ) { (span) async throws(AWSError) -> (answered: Answered, sent: Request) in
            let sent = isMessage ? request.traced(span?.context) : request
            return (try await answer(as: sent), sent)
        }
    }

    private func answer(as request: Request) async throws(AWSError) -> Answered {
        let deadline = ContinuousClock.now + access.timeout
        let response = try await request.client.send(request.call.request, deadline: deadline)
        let result = try request.call.result(response)
        let receipt = CallReceipt(response)
        return Answered(
            result: request.action.result(result, of: receipt),
            receipt: receipt,
            failure: request.action.failure(in: result)
        )
    }
}

// What sends.
extension ServiceIntegration {
    private func deliver(
        _ request: Request,
        as form: DeliveryForm,
        _ key: Delivery.Key,
        _ visit: TaskCall.Visit,
        isCallback: Bool
    ) async -> TaskOutcome {
        let intent = Delivery.Intent(
            key: key,
            kind: form.kind,
            contentHash: request.call.request.contentHash
        )
        var answered: Answered?
        let result: Deliveries.Result
        do {
            let weight = form.weight(request.arguments)
            result = try await visit.deliveries.deliver(intent, weight: weight) {
                if let suppressed = suppressed(request, form) { return suppressed }
                do throws(AWSError) {
                    let (found, sent) = try await answer(request)
                    answered = found
                    return attempt(found, sent, form)
                } catch {
                    return await explained(error, request, form)
                }
            }
        } catch {
            return .abandoned(reason: "\(error)")
        }
        if case .sent = result, let answered { return answered.outcome }
        return TaskOutcome(result, of: form.kind) { messageID in
            let isWithheld = Deliveries.isWithheld(messageID)
            // Nobody was given the token, so nobody would ever bring it back.
            if isWithheld, isCallback {
                return ServiceFailure.withheld(request.action.prefix, request.action.name).outcome
            }
            guard let result = form.rebuilt(messageID, request.arguments) else {
                return isWithheld
                    ? ServiceFailure.withheld(request.action.prefix, request.action.name).outcome
                    : lost(request.action).outcome
            }
            return .succeeded(result)
        }
    }

    /// The task failed, since nobody can tell any more what the call's result was.
    private func lost(_ action: ServiceAction) -> ServiceFailure {
        ServiceFailure(
            error: "\(action.prefix).Unknown",
            cause:
                "\(action.name) was carried out by an earlier attempt whose result is lost; it is not carried out again"
        )
    }

    private func attempt(
        _ answered: Answered,
        _ request: Request,
        _ form: DeliveryForm
    ) -> Deliveries.Attempt {
        guard let id = form.kept(answered.result, answered.receipt.requestID) else {
            return .uncertain(reason: "\(request.action.name): accepted, but no MessageId")
        }
        if form.kind == .message, let message = QueueMessage(arguments: request.arguments),
            let mismatch = message.mismatch(answered.result)
        {
            return .uncertain(reason: mismatch)
        }
        return .accepted(messageID: id)
    }

    private func suppressed(_ request: Request, _ form: DeliveryForm) -> Deliveries.Attempt? {
        guard form.kind == .email, let suppressions = access.suppressions else { return nil }
        let addresses = form.addresses(request.arguments).compactMap(Self.mailbox)
        guard addresses.contains(where: { suppressions.contains($0.mailbox) }) else { return nil }
        return .refused(.suppressed)
    }

    private static func mailbox(_ text: String) -> EmailAddress? { (try? Mailbox(text))?.address }

    /// What a failed send means; whom SES suppresses is on our list from then on.
    private func explained(
        _ error: AWSError,
        _ request: Request,
        _ form: DeliveryForm
    ) async -> Deliveries.Attempt {
        let addresses = form.addresses(request.arguments).compactMap(Self.mailbox)
        if form.kind == .email, addresses.count == 1, error.isSuppression {
            do {
                _ = try await access.suppressions?.add(
                    addresses[0],
                    .refused,
                    detail: error.serviceError?.message,
                    by: Operator("SES")
                )
            } catch {
                logger.warning(
                    "an address could not be suppressed",
                    metadata: ["error": "\(error)"]
                )
            }
        }
        let failure = access.failure(error, as: request.role, request.action)
        return Deliveries.Attempt(error, failure)
    }
}
