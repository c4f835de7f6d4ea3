import FoundationEssentials
import StatesLanguage
import Telemetry

/// The spans of one run of an order, made of what its history says.
///
/// A state's span begins with its entered event and ends with its exited one, or with the order. What was entered before a
/// restart is found in the execution; so nothing has to be remembered.
struct OrderSpans {
    let trace: OrderTrace
    private let tracer: Tracer
    private let workflow: Workflow
    /// What every span of the order says.
    let common: SpanAttributes
    private let redrives: Int
    /// Since when the order is under way, or is again.
    private let begin: Date
    /// The states that are not left, by their entered events.
    private var open: [Int: Open] = [:]
    /// The state that each event belongs to, by the entered event.
    private var places: [Int: Int] = [:]
    /// Events that are not on disk yet.
    private var kept: [HistoryEvent] = []

    private struct Open {
        var name: String
        var start: UInt64
        var enclosing: Int?
        /// The error that stopped it last.
        var error: String?
    }

    /// For an order whose spans are recorded; nil for every other.
    init?(_ trace: OrderTrace?, _ execution: Execution, createdAt: Date, of workflow: Workflow) {
        guard let trace, let tracer = trace.tracer else { return nil }
        (self.trace, self.tracer, self.workflow) = (trace, tracer, workflow)
        common = SpanAttributes(of: trace.order, in: workflow)
        redrives = execution.context.redriveCount
        begin = execution.context.redriveTime ?? createdAt
    }

    /// Takes up what the execution was in when it was last recorded.
    mutating func resume(_ execution: Execution) {
        for state in execution.openStates {
            places[state.lastEvent] = state.id
            places[state.id] = state.id
            open[state.id] = Open(
                name: state.name,
                start: max(state.enteredAt, begin).nanoseconds,
                enclosing: state.enclosing
            )
        }
    }

    /// That the order was taken up for the first time.
    func noteTakenUp(due: Date, at now: Date) {
        var span = Span(
            "queue wait",
            .internal,
            trace.traceID,
            trace.queueWait,
            parent: trace.whole(redrives: redrives),
            from: due.nanoseconds,
            to: max(due, now).nanoseconds
        )
        span.state = trace.incoming?.state ?? ""
        tracer.record(span, common)
    }

    /// Keeps events that are written with later ones.
    mutating func keep(_ events: [HistoryEvent]) { kept += events }

    /// Records the states that were left in these events and those that were kept.
    mutating func note(_ events: [HistoryEvent]) {
        for event in kept + events { note(event) }
        kept = []
    }

    private mutating func note(_ event: HistoryEvent) {
        var place = places[event.previousEventId]
        switch event.details {
        case .stateEntered(let name, _):
            open[event.id] = Open(
                name: name,
                start: event.timestamp.nanoseconds,
                enclosing: place
            )
            place = event.id
        case .stateExited:
            if let left = place, let state = open.removeValue(forKey: left) {
                record(left, state, at: event.timestamp)
                place = state.enclosing
            }
        case .failure(let error), .taskFailure(_, let error), .evaluationFailed(let error, _, _):
            let name = told(error.error)
            if let place { open[place]?.error = name }
        case .workSucceeded, .taskOutput:
            // A retry has mended it.
            if let place { open[place]?.error = nil }
        case .none, .executionStarted, .executionSucceeded, .executionRedriven, .workScheduled,
            .activityStarted, .taskScheduled, .taskStarted, .mapStateStarted, .mapIteration,
            .mapRunStarted:
            break
        }
        places[event.id] = place
    }

    /// Records the order as a whole, and the states that ended with it.
    mutating func end(_ ending: Ending, at now: Date) {
        let isGood = ending.status == .succeeded
        let error = isGood ? nil : told(ending.error) ?? ending.status.rawValue
        for (event, state) in open.sorted(by: { $0.key > $1.key }) {
            var state = state
            if !isGood { state.error = state.error ?? error }
            record(event, state, at: now)
        }
        open = [:]
        tracer.recordWhole(
            trace,
            common,
            redrives: redrives,
            from: begin,
            to: now,
            status: ending.status,
            error: error
        )
    }

    private func record(_ event: Int, _ state: Open, at end: Date) {
        var span = Span(
            state.name,
            .internal,
            trace.traceID,
            trace.state(event, redrives: redrives),
            parent: state.enclosing.map { trace.state($0, redrives: redrives) }
                ?? trace.whole(redrives: redrives),
            from: state.start,
            to: end.lastNanosecond
        )
        span.state = trace.incoming?.state ?? ""
        if let error = state.error { span.status = .error(error) }
        var attributes = common
        attributes.add("orderd.state", state.name)
        attributes.add("error.type", state.error)
        tracer.record(span, attributes)
    }

    /// An error's name may be computed from an order; then it is not told.
    private func told(_ error: String?) -> String? {
        error.map { EndReport.told($0, in: workflow) }
    }

    /// What a task's calls belong to.
    func call(_ task: TaskRequest, _ execution: Execution) -> CallTrace {
        let parent = execution.enteredEvent(ofVisit: task.visit)
            .map { trace.state($0, redrives: redrives) }
        return CallTrace(
            trace,
            under: parent ?? trace.whole(redrives: redrives),
            task: task,
            common
        )
    }
}

extension SpanAttributes {
    /// Which order a span is about.
    init(of order: OrderID, in workflow: Workflow) {
        self.init()
        add("orderd.order.id", order.text)
        add("orderd.workflow", order.workflow ?? workflow.name)
    }
}

extension Tracer {
    /// Records an order as a whole, or a redrive of it.
    func recordWhole(
        _ trace: OrderTrace,
        _ common: SpanAttributes,
        redrives: Int,
        from begin: Date,
        to end: Date,
        status: OrderStatus,
        error: String?
    ) {
        var span = Span(
            "order",
            .internal,
            trace.traceID,
            trace.whole(redrives: redrives),
            parent: trace.parent,
            from: begin.nanoseconds,
            to: end.lastNanosecond
        )
        span.hasRemoteParent = trace.hasRemoteParent
        span.state = trace.incoming?.state ?? ""
        if let error { span.status = .error(error) }
        var attributes = common
        attributes.add("orderd.order.status", status.rawValue)
        attributes.add("error.type", error)
        if redrives > 0 { attributes.add("orderd.redrives", redrives) }
        record(span, attributes)
    }
}

extension Date {
    /// Of the millisecond that it is: what is recorded in whole milliseconds must not end before the calls in it do.
    fileprivate var lastNanosecond: UInt64 { nanoseconds + 999_999 }
}
