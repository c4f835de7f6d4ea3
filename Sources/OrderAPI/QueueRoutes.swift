import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Orders

extension OrderAPI {
    /// Answers `GET /queue`.
    func queue() async throws -> ServerResponse {
        let now = parts.clock.now
        let summary = try await parts.store.summary(at: now)
        let observed = parts.observed
        let (dispatcher, flow) = (observed.dispatcher.status, observed.housekeeper.status)
        var object = ObjectWriter()
        object.add("mode", parts.control.queue.mode.rawValue)
        object.add("backlog", summary.backlog)
        object.add("queued", summary.orders[.queued] ?? 0)
        object.add("inFlight", dispatcher.inFlight)
        object.add("running", summary.orders[.running] ?? 0)
        object.add("dueLater", summary.dueLater)
        object.add("waiting", json: Self.document(summary.waiting))
        object.add("held", summary.orders[.held] ?? 0)
        object.add("quarantined", summary.quarantined)
        if summary.damaged > 0 { object.add("damaged", summary.damaged) }
        if let restoration = summary.restoration {
            object.add("restoration", json: restoration.document())
        }
        object.add("uncertainDeliveries", summary.deliveries[.uncertain] ?? 0)
        let age = summary.oldestQueued.map { now.timeIntervalSince($0) } ?? 0
        object.add("oldestAgeSeconds", Int(max(0, age)))
        object.add("nextDueAt", try await parts.store.nextDue())
        object.add("rates", json: flow.document())
        object.add("providers", json: observed.dispatcher.gates.document())
        return .json(.ok, object.finished())
    }

    /// How many orders wait for what, by the name of what they wait for.
    private static func document(_ waiting: [String: Int]) -> [UInt8] {
        let members = waiting.sorted { $0.key < $1.key }
        return JSONValue.object(
            JSONObject(members.map { ($0.key, JSONValue.number($0.value)) })
        ).bytes
    }

    /// Answers `POST /queue/pause`, `/queue/resume` and `/queue/drain`.
    func setQueue(_ mode: QueueMode, _ request: ServerRequest) async throws -> ServerResponse {
        let body = try ControlBody(request, members: ["reason"])
        try await parts.control.queue.set(mode, by: try request.operator(body))
        return try await queue()
    }
}

extension Housekeeper.Status {
    /// Orders a second over the last minute, with one decimal.
    fileprivate func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 64)
        object.add("acceptedPerSecond", rate: acceptedRate)
        object.add("endedPerSecond", rate: endedRate)
        return object.finished()
    }
}

extension Restoration {
    fileprivate func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 256)
        object.add("restoredAt", at)
        object.add("copiedAt", copiedAt)
        if case .snapshot(let missing) = kind {
            object.add("missingTransactions", Int(missing))
        }
        object.add("held", held)
        object.add("undecided", undecided)
        object.add("detail", "\(description). See GET /orders?status=HELD&error=Restored")
        return object.finished()
    }
}

extension ProviderGates {
    fileprivate func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 128)
        for (kind, gate) in deliveries.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            object.addValue(name: kind.rawValue) { $0.append(contentsOf: gate.status.document()) }
        }
        return object.finished()
    }
}

extension ProviderGate.Status {
    fileprivate func document() -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 64)
        object.add("restsUntil", restsUntil)
        if let rate { object.add("maximumPerSecond", rate: rate) }
        return object.finished()
    }
}

extension ObjectWriter {
    /// A rate with one decimal.
    mutating func add(_ name: StaticString, rate: Double) {
        let tenths = Int((rate * 10).rounded())
        add(name, json: Array("\(tenths / 10).\(tenths % 10)".utf8))
    }
}
