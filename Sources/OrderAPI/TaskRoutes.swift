import Formats
import HTTP
import HTTPTypes
import JSON
import Orders

/// Where the ends of tasks are told, and where workers ask for activities: Step Functions' SendTaskSuccess, SendTaskFailure,
/// SendTaskHeartbeat and GetActivityTask. A token stands in bodies alone.
extension OrderAPI {
    /// Answers `POST /tasks/success`.
    func succeedTask(_ request: ServerRequest) async throws -> ServerResponse {
        let body = try ControlBody(request, members: ["taskToken", "output"])
        guard let output = body["output"] else {
            throw Problem.badRequest("output is required: the task's result, any JSON value")
        }
        return try await answer(body, .success(output: output.bytes))
    }

    /// Answers `POST /tasks/failure`.
    func failTask(_ request: ServerRequest) async throws -> ServerResponse {
        let body = try ControlBody(request, members: ["taskToken", "error", "cause"])
        let failure = TaskAnswer.Content.failure(
            error: try body.text("error", upTo: TaskDesk.maximumError),
            cause: try body.text("cause", upTo: TaskDesk.maximumCause)
        )
        return try await answer(body, failure)
    }

    /// Answers `POST /tasks/heartbeat`.
    func beatTask(_ request: ServerRequest) async throws -> ServerResponse {
        try await answer(try ControlBody(request, members: ["taskToken"]), .heartbeat)
    }

    private func answer(
        _ body: ControlBody,
        _ content: TaskAnswer.Content
    ) async throws -> ServerResponse {
        guard let token = try body.text("taskToken"), !token.isEmpty else {
            throw Problem.badRequest("taskToken is required: what the task's call was given")
        }
        guard token.utf8.count <= TaskDesk.maximumToken else { throw Problem.noTask }
        switch try await tasks().answer(token, content) {
        case .kept(let order):
            var object = ObjectWriter(reservingCapacity: 64)
            object.add("orderId", order.text)
            return .json(.ok, object.finished())
        case .unknown: throw Problem.noTask
        case .answered(let order): throw Problem.taskAnswered(order)
        case .closed(let order): throw Problem.taskClosed(order)
        }
    }

    /// Answers `POST /activities/{name}/task`: waits for a task as long as `Prefer: wait` says, a minute at most and by
    /// default as on AWS; 204 when none came.
    func takeTask(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        let body = try ControlBody(request, members: ["workerName"])
        let worker = try body.text("workerName", upTo: TaskDesk.maximumName)
        let name = parameters["name"] ?? ""
        guard (1...TaskDesk.maximumName).contains(name.utf8.count) else {
            throw Problem.badRequest(
                "an activity's name has 1 to \(TaskDesk.maximumName) characters"
            )
        }
        let wait = try Self.poll(request.fields[.prefer] ?? "")
        guard parts.inHand.beginWaiting() else { throw Problem.tooManyWaiting }
        defer { parts.inHand.endWaiting() }
        let desk = try tasks()
        // One who has gone must not be given a task: nobody would begin it before its time is over.
        let assignment = try await request.whileClientWaits {
            try await desk.take(name, by: worker, within: wait)
        }
        guard let assignment else { return ServerResponse(.noContent) }
        var fields: HTTPFields = [.cacheControl: "no-store"]
        fields[.contentType] = "application/json"
        return ServerResponse(.ok, fields: fields, body: assignment.document())
    }

    /// How many seconds a worker waits: as long as on AWS unless it says less.
    ///
    /// A wish that cannot be read might be passed over (RFC 7240 §2), but then the worker would wait a minute and not know why.
    private static func poll(_ prefer: String) throws(Problem) -> Int {
        switch Wait(prefer) {
        case .seconds(let seconds): return min(seconds, TaskDesk.longestPoll)
        case .unsaid: return TaskDesk.longestPoll
        case .malformed:
            throw .badRequest(
                "Prefer: wait is a whole number of seconds, \(TaskDesk.longestPoll) at most, as in wait=20"
            )
        }
    }

    /// Answers `GET /tasks`: those whose ends may still be told, in the order in which they were opened.
    func openTasks(_ request: ServerRequest) async throws -> ServerResponse {
        let query = try request.parameters()
        let limit = try query.int("limit", in: 1...1_000, default: 100)
        let place = try query.int("cursor", in: 0...Int(Int32.max), default: 0)
        let page = try await tasks().openTasks(after: Int64(place), limit: limit)
        var object = ObjectWriter(reservingCapacity: 4_096)
        object.add("tasks", array: page.tasks.map { $0.document() })
        var fields = HTTPFields()
        if let next = page.next {
            let path = "/tasks?limit=\(limit)&cursor=\(next)"
            object.add("next", path)
            fields[.link] = "<\(path)>; rel=\"next\""
        }
        return .json(.ok, object.finished(), fields: fields)
    }

    private func tasks() throws -> TaskDesk {
        guard let tasks = parts.orders.tasks else { throw Problem.noTask }
        return tasks
    }
}

extension ControlBody {
    /// A member that must be a string of so many characters at most when it is there.
    fileprivate func text(_ name: String, upTo limit: Int) throws -> String? {
        guard let text = try text(name) else { return nil }
        guard text.count <= limit else {
            throw Problem.badRequest("\(name) has more than \(limit) characters")
        }
        return text
    }
}

extension TaskDesk.Assignment {
    fileprivate func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 1_024)
        object.add("taskToken", token)
        object.add("input", json: input.bytes)
        object.add("orderId", task.order.text)
        object.add("state", task.state)
        if let timeoutSeconds { object.add("timeoutSeconds", timeoutSeconds) }
        if let heartbeatSeconds { object.add("heartbeatSeconds", heartbeatSeconds) }
        return object.finished()
    }
}

extension OpenTask {
    fileprivate func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 256)
        object.add("orderId", order.text)
        object.add("task", task)
        object.add("kind", kind.rawValue)
        object.add("name", name)
        object.add("state", state)
        object.add("status", status.rawValue)
        object.add("since", since)
        object.add("worker", worker)
        object.add("takenAt", takenAt)
        return object.finished()
    }
}

extension Problem {
    fileprivate static let noTask = Problem(.noTask, "no task has this token")

    fileprivate static func taskAnswered(_ order: OrderID) -> Problem {
        Problem(.taskAnswered, "the end of this task of order \(order) was told before; it stands")
    }

    fileprivate static func taskClosed(_ order: OrderID) -> Problem {
        Problem(.taskClosed, "order \(order) waits for this task no more")
    }
}
