import HTTP
import HTTPTypes
import JSON
import Orders

extension OrderAPI {
    /// Answers `GET /workflows`: what new orders run on, the default one first.
    func workflows() throws -> ServerResponse {
        let all = try desk().all
        var object = ObjectWriter(reservingCapacity: 1_024)
        object.add("workflows", array: all.enumerated().map { $1.document(isDefault: $0 == 0) })
        return .json(.ok, object.finished())
    }

    /// Answers `GET /workflows/{id}`: a workflow by its name, or a definition by its SHA-256.
    func workflow(_ parameters: PathParameters) async throws -> ServerResponse {
        let id = parameters["id"] ?? ""
        guard let found = try await desk().find(id) else {
            throw Problem.notFound("there is no workflow or definition \(id)")
        }
        var object = ObjectWriter(reservingCapacity: 256 + found.definition.count)
        object.add("name", found.name)
        object.add("id", found.id)
        object.add("current", json: found.isCurrent ? "true" : "false")
        object.add("definition", json: try JSONValue(parsing: found.definition).bytes)
        switch try await desk().cases(of: found) {
        case nil: break
        case .document(let cases): object.add("cases", cases)
        case .unreadable(let reason): object.add("casesFault", reason)
        }
        return .json(.ok, object.finished())
    }

    /// Answers `GET /workflows/{id}/versions`: what new orders of a workflow ran on, newest first.
    func versions(_ parameters: PathParameters) async throws -> ServerResponse {
        let name = parameters["id"] ?? ""
        let desk = try desk()
        guard let versions = try await desk.versions(of: name) else {
            throw Problem.notFound("there is no workflow \(name)")
        }
        let current = desk.all.first { $0.name == name }?.id
        var object = ObjectWriter(reservingCapacity: 1_024)
        object.add(
            "versions",
            array: versions.enumerated().map { place, version in
                version.document(isCurrent: place == 0 && version.id == current)
            }
        )
        return .json(.ok, object.finished())
    }

    /// Answers `POST /workflows/reload`.
    func reloadWorkflows(_ request: ServerRequest) async throws -> ServerResponse {
        let body = try ControlBody(request, members: ["reason"])
        let changes = try await desk().reload(by: try request.operator(body))
        var object = ObjectWriter(reservingCapacity: 1_024)
        object.add(
            "workflows",
            array: changes.map { change in
                var object = ObjectWriter(reservingCapacity: 128)
                object.add("name", change.name)
                object.add("change", change.kind.rawValue)
                return object.finished()
            }
        )
        return .json(.ok, object.finished())
    }

    private func desk() throws -> WorkflowDesk {
        guard let desk = parts.orders.workflows else {
            throw Problem.notFound("this service has no workflows to show")
        }
        return desk
    }
}

extension Workflow {
    fileprivate func document(isDefault: Bool) -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 256)
        object.add("name", name)
        object.add("id", id)
        object.add("default", json: isDefault ? "true" : "false")
        object.add("requireEmail", json: rules.requiresEmail ? "true" : "false")
        return object.finished()
    }
}

extension WorkflowVersion {
    fileprivate func document(isCurrent: Bool) -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 256)
        object.add("id", id)
        object.add("since", since)
        object.add("by", by?.name)
        object.add("reason", by?.reason)
        object.add("orders", unended)
        object.add("current", json: isCurrent ? "true" : "false")
        return object.finished()
    }
}

extension ServerRequest {
    /// The workflow that the query names; nil when it names none.
    var workflow: String? {
        get throws(Problem) {
            guard head.query != nil else { return nil }
            return try parameters()["workflow"]
        }
    }
}

extension Problem {
    static func unknownWorkflow(_ fault: WorkflowFault) -> Problem {
        Problem(.unknownWorkflow, "\(fault)")
    }

    static func invalidWorkflows(_ invalid: InvalidWorkflows) -> Problem {
        // `errors` has each of them, and whoever shows both would say all twice.
        Problem(
            .invalidWorkflow,
            "nothing has changed; faults of the definitions: \(invalid.faults.count)",
            faults: invalid.faults.map { OrderFault("", $0) }
        )
    }
}
