import JSON
package import StatesLanguage

/// What definitions call, as far as it can be read off them: what is computed is not known before an order runs.
package struct WorkflowCalls: Sendable {
    package struct Call: Sendable, Hashable {
        package let state: String
        package let resource: TaskResource
        /// The members of `Arguments` or `Parameters` that are literal texts.
        package let literals: [String: String]
        /// The role of its `Credentials`, where it is written out.
        package let role: String?
        /// The ARN of an HTTP task's connection, where it is written out.
        package let connection: String?
    }

    /// In the order of the states' names.
    package private(set) var all: [Call] = []

    /// The calls of definitions that are sound.
    package init(_ definitions: [UInt8]...) { self.init(definitions) }

    package init(_ definitions: [[UInt8]]) {
        for definition in definitions {
            guard let root = try? JSONValue(parsing: definition) else { continue }
            collect(root, depth: 0)
        }
        all.sort { $0.state < $1.state }
    }

    /// How deep states may stand in states.
    private static let maximumDepth = 64

    private mutating func collect(_ machine: JSONValue, depth: Int) {
        guard depth < Self.maximumDepth, let states = machine["States"]?.object else { return }
        for (name, state) in states {
            if state["Type"] == "Task", let resource = state["Resource"]?.string {
                all.append(Self.call(name, TaskResource(resource), state))
            }
            for branch in state["Branches"]?.array ?? [] { collect(branch, depth: depth + 1) }
            for key in ["ItemProcessor", "Iterator"] {
                if let processor = state[key] { collect(processor, depth: depth + 1) }
            }
        }
    }

    private static func call(_ name: String, _ resource: TaskResource, _ state: JSONValue) -> Call {
        var literals: [String: String] = [:]
        for (key, value) in (state["Arguments"] ?? state["Parameters"])?.object ?? [:] {
            guard let text = value.string, !key.hasSuffix(".$"), !text.isComputed else { continue }
            literals[key] = text
        }
        let role = state["Credentials"]?["RoleArn"]?.string
        let arguments = state["Arguments"] ?? state["Parameters"]
        let place = arguments?["InvocationConfig"] ?? arguments?["Authentication"]
        let connection = place?["ConnectionArn"]?.string
        return Call(
            state: name,
            resource: resource,
            literals: literals,
            role: role.flatMap { $0.isComputed ? nil : $0 },
            connection: connection.flatMap { $0.isComputed ? nil : $0 }
        )
    }

    /// Whether a state calls the function that sends an order's e-mail and notice.
    package var callsOrderFunction: Bool {
        all.contains { FunctionName($0.resource) == .processOrder }
    }

    /// Why nested orders would not start, each state once: their state machines are written out and are no workflow here.
    package func objections(knowing workflows: Set<String>) -> [String] {
        all.compactMap { call in
            guard StartExecutionTask.performs(call.resource),
                let arn = call.literals["StateMachineArn"]
            else { return nil }
            guard let workflow = StartExecutionTask.workflow(of: arn) else {
                return
                    "the state \(call.state) starts \(arn), which is no ARN of a state machine; write "
                    + "arn:aws:states:REGION:ACCOUNT:stateMachine:NAME"
            }
            guard !workflows.contains(workflow) else { return nil }
            return
                "the state \(call.state) starts the workflow \(workflow), and there is "
                + "\(workflows.sorted().joined(separator: ", ")); put \(workflow).asl.json into workflow.directory"
        }
    }

    /// Why the allowance does not let it run, each state once; empty when it does.
    package func objections(under allowance: WorkflowAllowance) -> [String] {
        all.compactMap { call in
            if !allowance.allows(call.resource) {
                return
                    "the state \(call.state) calls \(call.resource), which workflow.allow does not let a workflow call; add its ARN there if it is meant"
            }
            if let role = call.role, !allowance.allows(role: role) {
                return
                    "the state \(call.state) takes on the role \(role), which workflow.allow does not let a workflow do; add role:\(role)"
            }
            if let region = call.region, !allowance.allows(region: region) {
                return
                    "the state \(call.state) calls a function in \(region), which workflow.allow does not let a workflow do; add region:\(region)"
            }
            return nil
        }
    }
}

extension WorkflowCalls.Call {
    /// The region of the function that it calls; a function of this service is in none.
    fileprivate var region: String? {
        guard let function = resource.function else {
            return literals["FunctionName"].flatMap(LambdaForm.region)
        }
        return FunctionName(resource) == nil ? LambdaForm.region(of: function) : nil
    }
}

extension String {
    /// Whether it is an expression of JSONata.
    fileprivate var isComputed: Bool { hasPrefix("{%") }
}
