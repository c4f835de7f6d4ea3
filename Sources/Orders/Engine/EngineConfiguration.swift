package import FoundationEssentials
package import StatesLanguage
package import Telemetry

/// The limits of the engine and the names under which it runs orders.
package struct EngineConfiguration: Sendable {
    /// The most orders that are worked on at a time.
    package var concurrency = 64
    /// How long a lease holds unless it is prolonged.
    package var leaseDuration = Duration.seconds(60)
    /// How long the dispatcher sleeps at most before it looks for due orders by itself.
    package var pollInterval = Duration.seconds(1)
    /// How long running steps may go on after a stop was asked for.
    package var gracePeriod = Duration.seconds(20)
    /// Whether deliveries are sent.
    package var deliveryMode = Deliveries.Mode.live
    /// What happens to deliveries whose fate is uncertain.
    package var policies = Deliveries.Policies()
    /// The same for workflows that have policies of their own, by their names.
    package var policiesByWorkflow: [String: Deliveries.Policies] = [:]
    /// Where each run gets the seed of its random numbers from; a simulation gives them.
    package var seed: @Sendable () -> UInt64 = { .random(in: .min ... .max) }
    /// What task tokens are made with, beside random numbers: secret, and another for every process.
    package var tokenKey: [UInt8] = (0..<32).map { _ in .random(in: .min ... .max) }
    package var workflowName = "SimpleOrderWorkflow"
    package var limits = InterpreterLimits()
    /// Takes the spans of orders; nil: none are recorded.
    package var tracer: Tracer?
    /// Is told by which name a provider has accepted what an order sends, before that is on disk; nil: nobody asks.
    package var noteSent: (@Sendable (_ messageID: String, _ order: OrderID) -> Void)?
    /// What makes the digests that workflows ask for.
    package let digests: Digests
    /// The region in the ARNs that the context object shows.
    package var region = "us-east-1"
    /// The account in the ARNs that the context object shows.
    package var account = "000000000000"

    package init(digests: Digests) {
        self.digests = digests
    }

    /// What runs the executions of a workflow.
    func interpreter(of machine: StateMachine) -> Interpreter {
        Interpreter(machine: machine, limits: limits, digests: digests, tokenKey: tokenKey)
    }

    /// The trace of an order that is taken up; nil: it has none.
    func trace(of claim: Claim) -> OrderTrace? {
        OrderTrace(of: claim.lease.id, createdAt: claim.createdAt, origin: claim.origin, tracer)
    }

    /// What happens to uncertain deliveries of that workflow.
    func policies(for workflow: String) -> Deliveries.Policies {
        policiesByWorkflow[workflow] ?? policies
    }

    /// The ARN that a function's name stands for; an ARN is its own.
    package func resource(ofFunction name: String) -> TaskResource {
        if name.hasPrefix("arn:") { return TaskResource(name) }
        return TaskResource("arn:aws:lambda:\(region):\(account):function:\(name)")
    }

    /// What the context object `$$` says of an order's execution.
    package func context(for order: OrderID, at now: Date) -> ExecutionContext {
        let states = "arn:aws:states:\(region):\(account)"
        let workflowName = order.workflow ?? workflowName
        return ExecutionContext(
            id: "\(states):execution:\(workflowName):\(order.number)",
            name: order.number.text,
            roleArn: "arn:aws:iam::\(account):role/orderd",
            startTime: now,
            stateMachineId: "\(states):stateMachine:\(workflowName)",
            stateMachineName: workflowName
        )
    }
}
