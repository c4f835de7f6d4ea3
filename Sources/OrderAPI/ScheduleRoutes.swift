import Formats
import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Orders

extension OrderAPI {
    /// Answers `GET /schedules`, by name, without inputs and runs.
    func schedules(_ request: ServerRequest) async throws -> ServerResponse {
        let query = try request.parameters()
        let limit = try query.int("limit", in: 1...1_000, default: 100)
        let desk = try scheduleDesk()
        let list = try await desk.list()
        let rest = list.sound.drop { $0.schedule.name.text <= query["cursor"] ?? "" }
        var object = ObjectWriter(reservingCapacity: 4_096)
        object.add("total", list.sound.count)
        object.add(
            "schedules",
            array: rest.prefix(limit).map { $0.document(next: desk.nextTimes(of: $0, limit: 1)) }
        )
        if !list.damaged.isEmpty {
            object.add("damaged", .array(list.damaged.map { .string($0) }))
        }
        var fields = HTTPFields()
        if rest.count > limit, let last = rest.prefix(limit).last {
            let next = "/schedules?limit=\(limit)&cursor=\(last.schedule.name)"
            object.add("next", next)
            fields[.link] = "<\(next)>; rel=\"next\""
        }
        return .json(.ok, object.finished(), fields: fields)
    }

    /// Answers `GET /schedules/{name}` with its next times and what became of the last ones.
    func schedule(_ parameters: PathParameters) async throws -> ServerResponse {
        guard let name = Self.scheduleName(parameters),
            let entry = try await scheduleDesk().find(name)
        else { throw Problem.noSchedule(parameters) }
        return .json(.ok, try await wholeDocument(entry))
    }

    /// Answers `POST /schedules`.
    func createSchedule(_ request: ServerRequest) async throws -> ServerResponse {
        var members = try Self.members(of: request)
        guard let text = members["name"]?.string, let name = ScheduleName(text) else {
            throw Problem.invalidSchedule([
                OrderFault("/name", "must be a string of \(ScheduleName.rule)")
            ])
        }
        members["name"] = nil
        let by = try Self.operator(request, &members)
        do {
            let schedule = try Schedule(name, .object(members))
            let place = "/schedules/\(name)"
            switch try await scheduleDesk().create(schedule, by: by) {
            case .created(let entry):
                return .json(.created, try await wholeDocument(entry), location: place)
            case .same(let entry), .changed(let entry):
                return .json(.ok, try await wholeDocument(entry), location: place)
            case .exists, .standsInFile, .deleted, .unknown: throw Problem.scheduleExists(name)
            }
        } catch let faults as ScheduleFaults {
            throw Problem.invalidSchedule(faults.faults)
        }
    }

    /// Answers `PATCH /schedules/{name}`: a JSON merge patch (RFC 7396).
    func changeSchedule(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        guard let name = Self.scheduleName(parameters) else {
            throw Problem.noSchedule(parameters)
        }
        var members = try Self.members(of: request)
        if let given = members["name"], given.string != name.text {
            throw Problem.invalidSchedule([OrderFault("/name", "cannot be changed")])
        }
        members["name"] = nil
        let by = try Self.operator(request, &members)
        do {
            switch try await scheduleDesk().change(name, .object(members), by: by) {
            case .changed(let entry), .same(let entry), .created(let entry):
                return .json(.ok, try await wholeDocument(entry))
            case .standsInFile: throw Problem.scheduleStandsInFile(name)
            case .unknown, .deleted, .exists: throw Problem.noSchedule(parameters)
            }
        } catch let faults as ScheduleFaults {
            throw Problem.invalidSchedule(faults.faults)
        }
    }

    /// Answers `DELETE /schedules/{name}`.
    func deleteSchedule(
        _ request: ServerRequest,
        _ parameters: PathParameters
    ) async throws -> ServerResponse {
        let body = try ControlBody(request, members: ["reason"])
        guard let name = Self.scheduleName(parameters) else {
            throw Problem.noSchedule(parameters)
        }
        switch try await scheduleDesk().delete(name, by: try request.operator(body)) {
        case .standsInFile: throw Problem.scheduleStandsInFile(name)
        case .unknown: throw Problem.noSchedule(parameters)
        case .deleted, .changed, .same, .created, .exists: return ServerResponse(.noContent)
        }
    }

    private func scheduleDesk() throws -> ScheduleDesk {
        guard let desk = parts.orders.schedules else {
            throw Problem.notFound("this service has no schedules")
        }
        return desk
    }

    private func wholeDocument(_ entry: ScheduleEntry) async throws -> [UInt8] {
        let desk = try scheduleDesk()
        let runs = try await desk.runs(of: entry.schedule.name)
        return entry.document(next: desk.nextTimes(of: entry, limit: 5), runs: runs)
    }

    private static func scheduleName(_ parameters: PathParameters) -> ScheduleName? {
        parameters["name"].flatMap { ScheduleName($0) }
    }

    private static func members(of request: ServerRequest) throws -> JSONObject {
        guard !request.isCoded else { throw Problem.contentCoding }
        guard request.hasJSON else { throw Problem.jsonMediaType }
        guard let members = try JSONValue(parsing: request.body).object else {
            throw Problem.badRequest("the body is a JSON object: a schedule")
        }
        return members
    }

    /// Who asks, with the `reason` that stands beside the schedule's own members.
    private static func `operator`(
        _ request: ServerRequest,
        _ members: inout JSONObject
    ) throws -> Operator {
        let reason = members["reason"]
        guard reason == nil || reason?.string != nil else {
            throw Problem.invalidSchedule([OrderFault("/reason", "must be a string")])
        }
        members["reason"] = nil
        return request.operator(because: reason?.string)
    }
}

extension ScheduleEntry {
    /// With runs it is the whole document, and without them a line of the list.
    fileprivate func document(next: [Date], runs: [ScheduleRun]? = nil) -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 1_024)
        object.add("name", schedule.name.text)
        for (name, value) in schedule.document {
            var value = value
            if runs == nil, name == "target", var target = value.object {
                target["input"] = nil
                value = .object(target)
            }
            object.addValue(name: name) { value.write(into: &$0) }
        }
        object.add("source", source.rawValue)
        object.add("createdAt", madeAt)
        object.add("next", .array(next.map { .string(Timestamp.text($0)) }))
        if let latest = progress.latest {
            var run = ObjectWriter(reservingCapacity: 128)
            if let time = progress.latestAt { run.add("time", time) }
            run.add("orderId", latest.text)
            object.add("latest", json: run.finished())
        }
        if let buffered = progress.buffered { object.add("waiting", buffered) }
        var counts = ObjectWriter(reservingCapacity: 64)
        counts.add("started", progress.started)
        counts.add("skipped", progress.skipped)
        counts.add("missed", progress.missed)
        object.add("counts", json: counts.finished())
        if let runs { object.add("runs", array: runs.map { $0.document() }) }
        return object.finished()
    }
}

extension ScheduleRun {
    fileprivate func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 192)
        object.add("outcome", outcome.rawValue)
        object.add("time", first)
        if count > 1 {
            object.add("lastTime", last)
            object.add("count", count)
        }
        object.add("handledAt", handledAt)
        if let order { object.add("orderId", order.text) }
        object.add("reason", reason)
        return object.finished()
    }
}

extension Problem {
    fileprivate static func noSchedule(_ parameters: PathParameters) -> Problem {
        .notFound("there is no schedule \(parameters["name"] ?? "")")
    }

    fileprivate static func scheduleExists(_ name: ScheduleName) -> Problem {
        Problem(.scheduleExists, "there is another schedule \(name); PATCH changes it")
    }

    fileprivate static func scheduleStandsInFile(_ name: ScheduleName) -> Problem {
        Problem(.scheduleInFile, "the schedule \(name) stands in the file of schedules")
    }
}
