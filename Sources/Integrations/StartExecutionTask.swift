import JSON
package import Orders
package import StatesLanguage
import Telemetry

/// `arn:aws:states:::states:startExecution`, with `.sync` and `.sync:2`: starts an order of another workflow of this service.
///
/// The state machine's name decides, in any region and account; a version or an alias behind it is passed over. An input
/// that is a text is JSON text, as in the API.
package struct StartExecutionTask: Integration {
    private let children: ChildOrders

    package init(_ children: ChildOrders) { self.children = children }

    /// Whether it is what performs such tasks.
    package static func performs(_ resource: TaskResource) -> Bool {
        guard case .service(let service) = resource.target else { return false }
        return service.api == .optimized && service.service == "states"
            && service.action == "startExecution"
    }

    package func perform(_ call: TaskCall) async -> TaskOutcome {
        guard case .order(let visit) = call.origin else {
            return .failed(error: "States.Runtime", cause: "only an order starts another")
        }
        let span = visit.trace?.beginStart()
        let outcome: TaskOutcome
        do throws(Refusal) {
            var request = try Self.request(call)
            request.trace = span?.context
            outcome = try await start(request, visit, call.input["StateMachineArn"]?.string ?? "")
        } catch {
            outcome = error.outcome(of: visit)
        }
        if let span {
            visit.trace?.end(span, "start order", .producer, error: outcome.error) { _ in }
        }
        return outcome
    }

    private func start(
        _ request: ChildOrders.Request,
        _ visit: TaskCall.Visit,
        _ machine: String
    ) async throws(Refusal) -> TaskOutcome {
        let result: ChildOrders.Result
        do { result = try await children.start(request, by: visit) } catch {
            return .abandoned(reason: "\(error)")
        }
        switch result {
        case .started(let answer): return .succeeded(answer)
        case .unknownWorkflow:
            throw Refusal("StateMachineDoesNotExist", "State Machine Does Not Exist: '\(machine)'")
        case .invalidName:
            throw Refusal("InvalidName", "Invalid Name: '\(request.name ?? "")'")
        case .taken(let execution):
            throw Refusal("ExecutionAlreadyExists", "Execution Already Exists: '\(execution)'")
        case .tooDeep:
            throw Refusal(
                "ExecutionLimitExceeded",
                "\(ChildOrders.maximumDepth) executions wait for each other above it already"
            )
        case .full(let reason): return .postponed(for: .seconds(10), reason: reason)
        }
    }

    /// What the arguments ask for.
    private static func request(_ call: TaskCall) throws(Refusal) -> ChildOrders.Request {
        let arguments = call.input
        guard let arn = arguments["StateMachineArn"]?.string else {
            throw Refusal("InvalidArn", "Invalid Arn: 'StateMachineArn is required'")
        }
        guard let workflow = workflow(of: arn) else {
            throw Refusal("InvalidArn", "Invalid Arn: '\(arn)'")
        }
        let name = arguments["Name"]
        guard name == nil || name?.string != nil else {
            throw Refusal("InvalidName", "Invalid Name: '\(name?.text ?? "")'")
        }
        return ChildOrders.Request(
            workflow: workflow,
            name: name?.string,
            input: try input(arguments["Input"]),
            isAwaited: call.resource.pattern != .requestResponse
        )
    }

    /// The workflow that a state machine's ARN names; nil when it is none.
    static func workflow(of arn: String) -> String? {
        let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
        guard (7...8).contains(parts.count), parts[0] == "arn", parts[2] == "states",
            parts[5] == "stateMachine"
        else { return nil }
        return String(parts[6])
    }

    private static func input(_ value: JSONValue?) throws(Refusal) -> [UInt8] {
        guard let value else { return Array("{}".utf8) }
        guard let text = value.string else { return value.bytes }
        do {
            _ = try JSONValue(parsing: Array(text.utf8))
            return Array(text.utf8)
        } catch {
            throw Refusal(
                "InvalidExecutionInput",
                "Invalid State Machine Execution Input: '\(error)'"
            )
        }
    }

    /// Why nothing was started, by Step Functions' name.
    private struct Refusal: Error {
        let code: String
        let message: String

        init(_ code: String, _ message: String) { (self.code, self.message) = (code, message) }

        /// As recorded of optimized integrations; the order stands for the number of a request that there was not.
        func outcome(of visit: TaskCall.Visit) -> TaskOutcome {
            .failed(
                error: "StepFunctions.\(code)Exception",
                cause:
                    "\(message) (Service: AWSStepFunctions; Status Code: 400; Error Code: \(code); Request ID: "
                    + "\(visit.order).\(visit.task); Proxy: null)"
            )
        }
    }
}

extension TaskOutcome {
    /// The name of the error that it failed with; nil when it did not.
    fileprivate var error: String? {
        guard case .failed(let error, _) = self else { return nil }
        return error
    }
}
