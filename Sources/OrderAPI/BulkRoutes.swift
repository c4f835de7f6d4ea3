import Formats
import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Orders

extension OrderAPI {
    /// Answers `POST /redrives`.
    func bulkRedrive(_ request: ServerRequest) async throws -> ServerResponse {
        let body = try ControlBody(
            request,
            members: [
                "status", "error", "state", "workflow", "finishedAfter", "finishedBefore", "action",
                "from", "definition", "input", "ratePerSecond", "preview", "reason",
            ]
        )
        let filter = try body.filter(knowing: defaultName)
        let redrive = try body.redriveOfAny()
        let patch = try body.patch(for: redrive, of: filter)
        let rate = try body.int("ratePerSecond", in: 1...1_000, default: 10)
        let stops = try body.stops(filter)
        // A preview changes nothing, and is refused for the same faults.
        let caller = try request.operator(body)
        if try body.flag("preview") {
            let match = try await parts.control.preview(filter, limit: 10)
            let patched =
                if let patch {
                    // Up to ten large inputs are changed, for longer than a loop may be kept.
                    try await withTaskExecutorPreference(globalConcurrentExecutor) {
                        try await parts.control.preview(patch, of: match.orders)
                    }
                } else { [PatchedOrder]() }
            return .json(.ok, match.document(patch == nil ? nil : patched))
        }
        guard body.namesOrders else { throw Problem.noCriterion }
        let begun = try await parts.control.begin(
            filter,
            stops ? .stop : .redrive(redrive, patch: patch),
            rate: rate,
            by: caller
        )
        return .json(
            .accepted,
            begun.document(knowing: defaultName),
            location: "/redrives/\(begun.id)"
        )
    }

    /// Answers `GET /redrives`.
    func bulkRedrives() async throws -> ServerResponse {
        let bulks = try await parts.control.bulkRedrives(limit: 100)
        var object = ObjectWriter(reservingCapacity: 4_096)
        object.add(
            "redrives",
            array: bulks.map { $0.document(knowing: defaultName, isListed: true) }
        )
        return .json(.ok, object.finished())
    }

    /// Answers `GET /redrives/{id}`.
    func bulkRedrive(_ parameters: PathParameters) async throws -> ServerResponse {
        guard let id = parameters["id"].flatMap({ Int64($0) }),
            let bulk = try await parts.control.bulkRedrive(id)
        else { throw Problem.notFound("there is no such bulk redrive") }
        return .json(.ok, bulk.document(knowing: defaultName))
    }

    /// Answers `POST /redrives/{id}/cancel`.
    func cancelBulk(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        let body = try ControlBody(request, members: ["reason"])
        guard let id = parameters["id"].flatMap({ Int64($0) }),
            let bulk = try await parts.control.cancelBulk(id, by: try request.operator(body))
        else { throw Problem.notFound("there is no such bulk redrive") }
        return .json(.ok, bulk.document(knowing: defaultName))
    }
}

extension OrderAPI {
    private var defaultName: String? { parts.orders.workflows?.defaultName }
}

extension OrderFilter.Place {
    /// The workflow's name, as far as it is known.
    func name(knowing defaultName: String?) -> String? {
        switch self {
        case .own: defaultName
        case .named(let name): name
        }
    }
}

extension Problem {
    fileprivate static let noCriterion = badRequest(
        #"say which orders: a status, error, state, workflow or time; {"status":"FAILED"} means all that failed"#
    )
}

extension ControlBody {
    /// Whether it says at all which orders are meant: a body that was forgotten must not mean all that failed.
    fileprivate var namesOrders: Bool {
        ["status", "error", "state", "workflow", "finishedAfter", "finishedBefore"]
            .contains { self[$0] != nil }
    }

    fileprivate func filter(knowing defaultName: String?) throws -> BulkRedrive.Filter {
        let statuses: [OrderStatus] = [.failed, .timedOut, .aborted, .held, .queued, .running]
        let word = try word("status", statuses.map(\.rawValue)) ?? OrderStatus.failed.rawValue
        var filter = BulkRedrive.Filter(
            status: statuses.first { $0.rawValue == word } ?? .failed,
            error: try text("error"),
            state: try text("state"),
            finishedAfter: try date("finishedAfter"),
            finishedBefore: try date("finishedBefore")
        )
        if let text = try text("workflow") {
            (filter.workflow, filter.place) = OrderFilter.workflow(text, knowing: defaultName)
        }
        return filter
    }

    /// What the inputs are changed by, a JSON Patch; nil without one.
    fileprivate func patch(
        for redrive: Redrive,
        of filter: BulkRedrive.Filter
    ) throws -> JSONPatch? {
        guard let value = self["input"] else { return nil }
        guard self["action"]?.string != "stop" else {
            throw Problem.badRequest("orders that are stopped take no patch of their inputs")
        }
        guard filter.status != .held else {
            throw Problem.badRequest(
                "orders that are HELD go on where they are; stop them, then redrive them with a patch"
            )
        }
        guard case .beginning = redrive.start else {
            throw Problem.badRequest(
                #"a patch of the inputs needs "from":"start": a failed state has its own"#
            )
        }
        do throws(JSONPatch.Fault) {
            return try JSONPatch(value)
        } catch {
            throw OrderFaults([OrderFault("/input/\(error.operation)", error.reason)])
        }
    }

    /// Whether the orders are to be stopped instead: only those that have not ended can be, and only what does not go on by
    /// itself can be redriven.
    fileprivate func stops(_ filter: BulkRedrive.Filter) throws -> Bool {
        let stops = try word("action", ["redrive", "stop"]) == "stop"
        switch (stops, filter.status) {
        case (true, .held), (true, .queued), (true, .running): return true
        case (true, _):
            throw Problem.badRequest(
                #"{"action":"stop"} needs a status of QUEUED, RUNNING or HELD: the others have ended"#
            )
        case (false, .queued), (false, .running):
            throw Problem.badRequest(
                #"orders that are \#(filter.status.rawValue) go on by themselves; {"action":"stop"} ends them"#
            )
        case (false, _): return false
        }
    }

    /// A member that must be a time when it is there.
    func date(_ name: String) throws -> Date? {
        guard let text = try text(name) else { return nil }
        guard let date = Timestamp.date(text) else {
            throw Problem.badRequest("\(name) must be a time such as 2026-11-23T12:00:00Z")
        }
        return date
    }

    /// A member that must be true or false when it is there; missing, it is false.
    func flag(_ name: String) throws -> Bool {
        guard let value = self[name] else { return false }
        guard let flag = value.bool else {
            throw Problem.badRequest("\(name) must be true or false")
        }
        return flag
    }

    /// A member that must be a whole number within a range when it is there.
    func int(_ name: String, in range: ClosedRange<Int>, default value: Int) throws -> Int {
        guard let given = self[name] else { return value }
        guard let number = given.int, range.contains(number) else {
            let bounds = "\(range.lowerBound) to \(range.upperBound)"
            throw Problem.badRequest("\(name) must be a whole number, \(bounds)")
        }
        return number
    }
}

extension BulkMatch {
    fileprivate func document(_ patched: [PatchedOrder]?) -> [UInt8] {
        var object = ObjectWriter()
        object.add("matching", count)
        object.add("first", json: JSONValue.array(orders.map { .string($0.order.text) }).bytes)
        if let patched { object.add("patched", array: patched.map { $0.document() }) }
        return object.finished()
    }
}

extension BulkRedrive {
    /// The bulk redrive as the API shows it; a list leaves the values of its patch out, which may be large.
    fileprivate func document(knowing defaultName: String?, isListed: Bool = false) -> [UInt8] {
        var object = ObjectWriter()
        object.add("id", Int(id))
        object.add("state", state.rawValue)
        object.add("status", filter.status.rawValue)
        object.add("error", filter.error)
        object.add("inState", filter.state)
        object.add("workflow", filter.workflow ?? filter.place?.name(knowing: defaultName))
        object.add("finishedAfter", filter.finishedAfter)
        object.add("finishedBefore", filter.finishedBefore)
        object.add("action", stops ? "stop" : "redrive")
        object.add("from", isFromStart ? "start" : "failed")
        object.add("definition", isOnCurrent ? "current" : "own")
        let shown = isListed ? patch?.withoutValues : patch
        object.add("input", json: shown?.value.bytes)
        object.add("ratePerSecond", rate)
        object.add("by", by.name)
        object.add("reason", by.reason)
        object.add("createdAt", createdAt)
        object.add("finishedAt", finishedAt)
        object.add("total", total)
        object.add("redriven", redriven)
        object.add("refused", refused)
        return object.finished()
    }
}

extension PatchedOrder {
    fileprivate func document() -> [UInt8] {
        var object = ObjectWriter()
        object.add("orderId", order.text)
        switch input {
        case .success(let input): object.add("input", input)
        case .failure(let faults): object.add("fault", faults.reason)
        }
        return object.finished()
    }
}
