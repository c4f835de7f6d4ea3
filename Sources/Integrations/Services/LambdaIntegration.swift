import AWS
import HTTPTypes
import JSON
package import Orders
import Telemetry

/// Lambda functions: by their ARNs, by `lambda:invoke`, and in the SDK's terms.
///
/// Those that the settings call not idempotent go through the ledger, and are never called again by themselves.
package struct LambdaIntegration: Integration {
    private let access: ServiceAccess
    /// The names of functions that are called at most once; `*` is all.
    private let notIdempotent: Set<String>

    /// How long a function may take (Lambda quotas, "Function timeout"), and its answer to arrive.
    package static let timeout = Duration.seconds(905)

    package init(_ access: ServiceAccess, notIdempotent: Set<String> = []) {
        self.access = access
        self.notIdempotent = notIdempotent
    }

    package func perform(_ call: TaskCall) async -> TaskOutcome {
        guard case .order(let visit) = call.origin else {
            return ServiceFailure.arguments("\(call.resource) is performed for orders alone")
                .outcome
        }
        do throws(ServiceFailure) {
            let task = try task(call, visit)
            guard isOnce(task.invocation) else { return try await send(task).outcome(task.form) }
            let name = "lambda:\(LambdaForm.name(of: task.invocation.function))"
            return await deliver(task, visit.key(name, by: call.resource), visit)
        } catch {
            return error.outcome
        }
    }

    /// An invocation that is ready to be made.
    private struct Task {
        var invocation: LambdaInvocation
        var form: LambdaForm
        var client: LambdaClient
        var role: AssumedRole?
        var trace: CallTrace?
    }

    private func task(_ call: TaskCall, _ visit: TaskCall.Visit) throws(ServiceFailure) -> Task {
        guard let form = LambdaForm(call.resource) else {
            throw .arguments("\(call.resource) calls no function")
        }
        let invocation = try form.invocation(call.resource, call.input)
        guard access.allowance.allows(call.resource),
            access.allowance.allows(function: invocation.function)
        else {
            throw .permissions(
                "workflow.allow does not let a workflow call the function \(invocation.function) by \(call.resource)"
            )
        }
        let role = try access.role(of: call, visit)
        let region = LambdaForm.region(of: invocation.function)
        guard region.map(access.allowance.allows(region:)) ?? true else {
            throw .permissions("workflow.allow does not let a workflow call \(region ?? "")")
        }
        let client = try access.client(.lambda, in: region, as: role, for: LambdaForm.action)
        return Task(
            invocation: invocation,
            form: form,
            client: LambdaClient(client),
            role: role,
            trace: visit.trace
        )
    }

    private func isOnce(_ invocation: LambdaInvocation) -> Bool {
        guard invocation.kind != .dryRun else { return false }
        return notIdempotent.contains("*")
            || notIdempotent.contains(LambdaForm.name(of: invocation.function))
    }

    private func send(_ task: Task) async throws(ServiceFailure) -> LambdaAnswer {
        do throws(AWSError) {
            return try await invoke(task)
        } catch {
            throw access.failure(error, as: task.role, LambdaForm.action)
        }
    }

    private func invoke(_ task: Task) async throws(AWSError) -> LambdaAnswer {
        func describe(_ attributes: inout SpanAttributes) {
            let function = task.invocation.function
            attributes.add("faas.invoked_provider", "aws")
            attributes.add("faas.invoked_name", LambdaForm.name(of: function))
            attributes.add("faas.invoked_region", LambdaForm.region(of: function))
        }
        return try await task.trace.calling(
            "Lambda",
            "Invoke",
            describe: describe,
            requestID: \.receipt.requestID
        ) { (span) async throws(AWSError) -> LambdaAnswer in
            try await task.client.invoke(
                task.invocation,
                with: span.map { TraceInjection.lambdaFields($0.context) } ?? [:],
                deadline: .now + Self.timeout
            )
        }
    }

    private func deliver(
        _ task: Task,
        _ key: Delivery.Key,
        _ visit: TaskCall.Visit
    ) async -> TaskOutcome {
        let name = LambdaForm.name(of: task.invocation.function)
        let intent = Delivery.Intent(
            key: key,
            kind: .invocation,
            contentHash: task.invocation.contentHash
        )
        var answered: LambdaAnswer?
        let result: Deliveries.Result
        do {
            result = try await visit.deliveries.deliver(intent) {
                do throws(AWSError) {
                    let answer = try await invoke(task)
                    answered = answer
                    return .accepted(messageID: answer.receipt.requestID ?? "")
                } catch {
                    let failure = access.failure(error, as: task.role, LambdaForm.action)
                    return Deliveries.Attempt(error, failure)
                }
            }
        } catch {
            return .abandoned(reason: "\(error)")
        }
        if case .sent = result, let answered { return answered.outcome(task.form) }
        return TaskOutcome(result, of: .invocation) { id in
            if Deliveries.isWithheld(id) { return ServiceFailure.withheld("Lambda", name).outcome }
            return ServiceFailure(
                error: "Lambda.Unknown",
                cause:
                    "The function \(name) was called by an earlier attempt\(id.map { ", request \($0)" } ?? ""), "
                    + "and its result is lost; it is not idempotent (lambda.notIdempotent), so it is not called again."
            ).outcome
        }
    }
}
