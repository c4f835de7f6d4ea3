package import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
package import Orders
import ServiceLifecycle
import StatesLanguage
import Synchronization

/// Looks at the parts of the service every second and keeps the health answer ready.
///
/// The answer is made here and not for each request, so that monitors cost nothing and a slow part cannot
/// make the answer slow. When the monitor itself stands still, the answer says so.
package final class HealthMonitor: Service {
    /// How often the parts are looked at.
    package static let interval = Duration.seconds(1)
    /// How old a report may be before the monitor counts as standing still.
    static let maximumAge: TimeInterval = 15

    private let checks: [HealthCheck]
    private let clock: any WallClock
    private let version: String
    private let revision: String?
    private let gate: IntakeGate
    private let state = Mutex(State())

    private struct State {
        var report = HealthReport(observations: [], at: .distantPast)
        var body: [UInt8] = []
        var isStopping = false
    }

    /// Whether orders are accepted that gate knows.
    package init(
        checks: [HealthCheck],
        clock: any WallClock,
        version: String,
        revision: String? = nil,
        gate: IntakeGate = IntakeGate()
    ) {
        self.checks = checks
        self.clock = clock
        (self.version, self.revision) = (version, revision)
        self.gate = gate
    }

    /// Looks once a second until a graceful shutdown.
    package func run() async throws {
        await withGracefulShutdownHandler {
            await cancelWhenGracefulShutdown { await self.watch() }
        } onGracefulShutdown: {
            self.stop()
        }
    }

    /// Says from now on that no order should be sent here: the service is stopping.
    package func stop() { state.withLock { $0.isStopping = true } }

    /// Whether the service is stopping: what waits for something to happen must not wait for it any more.
    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// Looks once, now.
    package func refresh() async {
        var observations: [HealthReport.Observation] = []
        for check in checks { observations += await check.observe() }
        let report = HealthReport(observations: observations, at: clock.now)
        let body = report.document(version: version, revision: revision)
        state.withLock { ($0.report, $0.body) = (report, body) }
    }

    package var status: HealthReport.Status { answer.status }

    /// The status with the document that says it; a document that has become old is no answer any more.
    private var answer: (status: HealthReport.Status, body: [UInt8]) {
        let now = clock.now
        let (report, body) = state.withLock { ($0.report, $0.body) }
        let age = now.timeIntervalSince(report.at)
        guard age > Self.maximumAge else { return (report.status, body) }
        let silence = HealthReport.Observation(
            "health:age",
            .fail,
            value: Int(min(age, 1e9)),
            unit: "s",
            output: "nothing has looked at the service since; what follows is old"
        )
        let stale = HealthReport(observations: [silence] + report.observations, at: now)
        return (.fail, stale.document(version: version, revision: revision))
    }

    private func watch() async {
        repeat { await refresh() } while (try? await clock.sleep(for: Self.interval)) != nil
    }

    /// The answer to `GET /health`: 200 for pass and warn, 503 for fail.
    func response() -> ServerResponse {
        let (status, body) = answer
        return ServerResponse(
            status == .fail ? .serviceUnavailable : .ok,
            fields: Self.answerFields,
            body: body
        )
    }

    /// Made once: monitors ask often.
    private static let answerFields: HTTPFields = [
        .contentType: "application/health+json", .cacheControl: "no-store",
    ]

    /// The answer to `GET /readyz`: whether orders should be sent here, and why not.
    func readiness() -> ServerResponse {
        let objection = objection
        return ServerResponse(
            objection == nil ? .ok : .serviceUnavailable,
            fields: [.contentType: "text/plain"],
            body: Array((objection.map { "not ready: \($0)\n" } ?? "ready\n").utf8)
        )
    }

    /// Why no order should be sent here; a full backlog is no reason, since its next place may be free at once.
    private var objection: String? {
        if isStopping { return "the service is stopping" }
        if status == .fail { return "health fails" }
        let closed = gate.closed
        if closed.contains(.draining) { return "the queue is being drained" }
        return closed.contains(.diskFull) ? "the disk is nearly full" : nil
    }
}

/// One part of the service that is looked at.
package struct HealthCheck: Sendable {
    let observe: @Sendable () async -> [HealthReport.Observation]

    /// A check that looks at its part by `observe`; it must answer soon.
    package init(observe: @escaping @Sendable () async -> [HealthReport.Observation]) {
        self.observe = observe
    }
}

/// How the service is, in the words of draft-inadarei-api-health-check-06.
package struct HealthReport: Sendable {
    package let observations: [Observation]
    package let at: Date
    /// As bad as the worst part.
    package let status: Status

    package init(observations: [Observation], at now: Date) {
        self.observations = observations
        at = now
        status = observations.map(\.status).max() ?? .fail
    }

    /// From best to worst.
    package enum Status: String, Sendable, Comparable, CaseIterable {
        case pass
        case warn
        case fail

        /// Whether the left status is better.
        package static func < (left: Status, right: Status) -> Bool {
            switch (left, right) {
            case (.pass, .warn), (.pass, .fail), (.warn, .fail): true
            default: false
            }
        }
    }

    /// What was seen of one part.
    package struct Observation: Sendable {
        /// The part and what was measured: `queue:oldestAge`.
        package var name: String
        package var status: Status
        package var value: Int?
        package var unit: String?
        /// What was looked at, or what a person should know when the part does not pass.
        package var output: String?

        package init(
            _ name: String,
            _ status: Status,
            value: Int? = nil,
            unit: String? = nil,
            output: String? = nil
        ) {
            self.name = name
            self.status = status
            self.value = value
            self.unit = unit
            self.output = output
        }
    }

    func document(version: String, revision: String? = nil) -> [UInt8] {
        var checks = ObjectWriter()
        for observation in observations {
            checks.add(name: observation.name, array: [observation.document(at: at)])
        }
        var object = ObjectWriter(reservingCapacity: 2_048)
        object.add("status", status.rawValue)
        object.add("serviceId", "orderd")
        object.add("version", version)
        // The draft's name for what was built.
        object.add("releaseId", revision)
        object.add("time", at)
        object.add("checks", json: checks.finished())
        return object.finished()
    }
}

extension HealthReport.Observation {
    fileprivate func document(at now: Date) -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 128)
        object.add("status", status.rawValue)
        if let value { object.add("observedValue", value) }
        object.add("observedUnit", unit)
        object.add("output", output)
        object.add("time", now)
        return object.finished()
    }
}
