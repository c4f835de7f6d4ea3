import Formats
import FoundationEssentials
package import JSON
import StatesLanguage
package import Telemetry

/// Turns what a client asks for into an order on disk, or says what is wrong with it.
package struct OrderIntake: Sendable {
    /// How long it took from a request until its order was on disk.
    package let duration = Histogram(bounds: Histogram.secondsOfARequest)
    private let store: any OrderStore
    private let clock: any WallClock
    private let workflows: WorkflowCatalog
    private let wake: WakeSignal
    private let limits: Limits
    private let gate: IntakeGate
    private let schema: JSONSchema?
    private let route: Route?
    private let suppressions: SuppressionList?
    /// Takes the spans of orders, for the exemplars of their times.
    private let tracer: Tracer?
    /// How orders are read.
    private let parsing: JSONValue.ParsingOptions

    /// Tells from an order which workflow it is for; nil: the default one.
    ///
    /// Throws an error whose description says why none can be told.
    package typealias Route = @Sendable (JSONValue) throws -> String?

    package struct Limits: Sendable {
        /// The most orders that may be accepted and not finished; beyond it new ones are refused.
        package var backlog: Int

        package init(backlog: Int = 5_000_000) { self.backlog = backlog }
    }

    /// An intake that puts orders into that store and wakes the dispatcher.
    ///
    /// An order of a customer on the list is refused, unless it was accepted before.
    package init(
        store: any OrderStore,
        clock: any WallClock,
        workflows: WorkflowCatalog,
        wake: WakeSignal,
        limits: Limits = Limits(),
        gate: IntakeGate = IntakeGate(),
        schema: JSONSchema? = nil,
        route: Route? = nil,
        refusing suppressions: SuppressionList? = nil,
        tracer: Tracer? = nil
    ) {
        self.tracer = tracer
        self.store = store
        self.clock = clock
        self.workflows = workflows
        self.wake = wake
        self.limits = limits
        self.gate = gate
        self.schema = schema
        self.route = route
        self.suppressions = suppressions
        // Of most orders no more is looked at, and a member that is only checked costs less than one that is a value.
        let looksAtAll = schema != nil || route != nil
        parsing = JSONValue.ParsingOptions(
            wantedMembers: looksAtAll ? nil : ["orderId", "customerEmail", "notBefore"]
        )
    }

    /// What is demanded of orders of the default workflow.
    package var rules: OrderRules { workflows.current.rules }

    /// The id that a full id's text means; nil for a text that is none.
    package func id(_ text: String) -> OrderID? { workflows.id(text) }

    /// What became of a request for an order.
    package enum Result: Sendable {
        /// It is on disk and will run.
        case accepted(NewOrder)
        /// The same order was accepted before; this is how it stands.
        case replayed(Order)
        /// The idempotency key was used before, with this body; this is the order as it was accepted then.
        case repeated(Order)
        /// The idempotency key stands for another body.
        case keyTaken
        /// Another order has that id.
        case conflict(OrderID)
        /// Nothing was accepted, and why; after so many seconds it may be.
        case closed(IntakeGate.Reasons, retryAfter: Int)
    }

    /// Accepts an order, whoever brings it.
    ///
    /// When it returns `accepted`, the order has survived a power cut.
    ///
    /// Throws `JSONError`, `OrderFaults` with everything that is wrong with the body, `WorkflowFault` when there is no such
    /// workflow, or `StoreError`.
    package func submit(_ request: OrderRequest) async throws -> Result {
        let began = ContinuousClock.now
        let body = try JSONValue(parsing: request.body, options: parsing)
        var request = request
        if request.workflow == nil, let route { request.workflow = try Self.route(body, by: route) }
        guard let terms = workflows.terms(named: request.workflow) else {
            throw WorkflowFault.noSuchName(request.workflow ?? "", workflows.all.map(\.name))
        }
        let order = try newOrder(request, body, terms)
        guard gate.closed.isEmpty, store.backlog < limits.backlog else {
            return try await answerClosed(order)
        }
        switch try await store.submit(order) {
        case .accepted:
            duration.observe(
                .now - began,
                in: traceID(of: order),
                at: order.createdAt.timeIntervalSince1970
            )
            wake.raise()
            return .accepted(order)
        case .existing(let existing): return compare(existing, order)
        case .repeated(let earlier):
            // What was answered first cannot be told any more once the order's data are erased.
            return earlier.erasedAt == nil
                ? .repeated(asAccepted(earlier)) : .replayed(earlier)
        case .keyTaken: return .keyTaken
        case .refused: throw OrderFaults([.suppressed])
        }
    }

    private func traceID(of order: NewOrder) -> TraceID? {
        guard tracer != nil else { return nil }
        return OrderTrace(
            of: order.id,
            createdAt: order.createdAt,
            origin: order.origin,
            tracer
        )?.exemplar
    }

    /// An order whose workflow cannot be told is its client's to mend.
    private static func route(_ body: JSONValue, by route: Route) throws -> String? {
        do { return try route(body) } catch {
            throw OrderFaults([OrderFault("", "leads to no workflow: \(error)")])
        }
    }

    /// The order as its client was first answered with it.
    ///
    /// It is made again and not stored: what was answered follows from what was asked and when.
    private func asAccepted(_ order: Order) -> Order {
        var request = NewOrder(
            id: order.id,
            input: order.input,
            workflow: order.workflow,
            createdAt: order.createdAt
        )
        if let date = NotBefore.date(inOrder: order.input) {
            request.due = max(order.createdAt, date)
        }
        return Order(accepted: request)
    }

    private func compare(_ existing: Order, _ order: NewOrder) -> Result {
        let isSame =
            (try? JSONValue(parsing: existing.input)) == (try? JSONValue(parsing: order.input))
        return isSame ? .replayed(existing) : .conflict(order.id)
    }

    /// No new order is taken; one that was accepted before is still answered as it stands.
    private func answerClosed(_ order: NewOrder) async throws -> Result {
        if let existing = try await store.order(order.id) { return compare(existing, order) }
        let full: IntakeGate.Reasons = store.backlog < limits.backlog ? [] : .backlogFull
        return .closed(gate.closed.union(full), retryAfter: gate.retryAfter)
    }

    /// The order as the client wrote it, to the letter; only a number that we make up is added.
    ///
    /// As in Step Functions: `ExecutionStarted` shows the caller's text. Of two members with one name the last counts.
    private func newOrder(
        _ request: OrderRequest,
        _ body: JSONValue,
        _ terms: WorkflowCatalog.Terms
    ) throws -> NewOrder {
        guard let members = body.object else {
            throw OrderFaults([OrderFault("", "an order is a JSON object, not \(body.kind)")])
        }
        var faults: [OrderFault] = []
        let now = clock.now
        let (own, email) = (members["orderId"], members["customerEmail"])
        let number = number(own, or: request.number, now, &faults)
        if let fault = terms.rules.fault(inEmail: email) { faults.append(fault) }
        let notBefore = NotBefore(members["notBefore"])
        if let fault = notBefore.fault { faults.append(fault) }
        if let schema { add(schema.faults(in: body), &faults) }
        guard let number, faults.isEmpty else { throw OrderFaults(faults) }
        guard let id = workflows.id(of: number, in: request.workflow) else {
            let length = OrderID.maximumLength
            throw OrderFaults([
                OrderFault(
                    "/orderId",
                    "must have \(length) characters at most with its workflow's name"
                )
            ])
        }
        return NewOrder(
            id: id,
            input: own != nil ? request.body : try Self.text(request.body, with: number),
            workflow: terms.definition,
            createdAt: now,
            due: notBefore.date.map { max(now, $0) } ?? now,
            idempotencyKey: request.key?.within(id.workflow),
            origin: request.origin,
            isRefusedIfNew: isSuppressed(email)
        )
    }

    private func isSuppressed(_ email: JSONValue?) -> Bool {
        guard let suppressions, suppressions.count > 0, let text = email?.string else {
            return false
        }
        return (try? EmailAddress(text)).map { suppressions.contains($0.mailbox) } ?? false
    }

    /// The order's text with the number that its client left to us.
    private static func text(_ body: [UInt8], with number: OrderNumber) throws -> [UInt8] {
        guard var members = try JSONValue(parsing: body).object else { return body }
        members["orderId"] = .string(number.text)
        return JSONValue.object(members).bytes
    }

    /// The client's number, or a new one.
    private func number(
        _ own: JSONValue?,
        or given: OrderNumber?,
        _ now: Date,
        _ faults: inout [OrderFault]
    ) -> OrderNumber? {
        guard let own else {
            if let given { return given }
            let milliseconds = Int64(now.timeIntervalSince1970 * 1000)
            let random = UInt128.random(in: .min ... .max)
            return OrderNumber.make(milliseconds: milliseconds, random: random)
        }
        if let number = own.string.flatMap(OrderNumber.init) { return number }
        faults.append(OrderFault("/orderId", "must be a string of \(OrderNumber.rule)"))
        return nil
    }

    /// What our own rules have found already is not told twice.
    private func add(_ found: [JSONSchema.Fault], _ faults: inout [OrderFault]) {
        let told = Set(faults.map(\.pointer))
        for fault in found where !told.contains(fault.pointer) {
            faults.append(OrderFault(fault.pointer, fault.detail))
        }
    }
}

extension OrderFault {
    /// The address is the customer's own, so it need not be repeated.
    fileprivate static let suppressed = OrderFault(
        "/customerEmail",
        "is on the suppression list, so that no e-mail would be sent; see GET /suppressions/{address}, and DELETE it if it is good "
            + "again"
    )
}
