package import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Orders

extension OrderAPI.Parts {
    /// A process that claims orders.
    package struct Node: Sendable {
        /// The name under which it holds its leases.
        package var name: String
        /// Which start of a process over the store this is.
        package var boot: Int
        package var startedAt: Date
        package var version: String
        /// What its machine or container calls itself.
        package var host: String
        package var processID: Int

        package init(
            name: String,
            boot: Int,
            startedAt: Date,
            version: String,
            host: String,
            processID: Int
        ) {
            (self.name, self.boot, self.startedAt) = (name, boot, startedAt)
            (self.version, self.host, self.processID) = (version, host, processID)
        }
    }
}

extension OrderAPI {
    /// Answers `GET /nodes`: the store has one hand, this one.
    func nodes() -> ServerResponse {
        let node = parts.observed.node
        var object = ObjectWriter(reservingCapacity: 256)
        object.add("nodes", objects: [node]) { object, node in
            object.add("name", node.name)
            object.add("boot", node.boot)
            object.add("startedAt", node.startedAt)
            object.add("version", node.version)
            object.add("host", node.host)
            object.add("pid", node.processID)
            object.add("inFlight", parts.observed.dispatcher.status.inFlight)
            object.add("isSelf", true)
        }
        return .json(.ok, object.finished())
    }

    /// Answers `GET /rates`.
    func rates(_ request: ServerRequest) throws -> ServerResponse {
        let longest = RateHistory.maximumCount * RateHistory.step / 60
        let minutes = try request.parameters().int("minutes", in: 1...longest, default: longest)
        let start = parts.clock.now.addingTimeInterval(-60 * Double(minutes))
        let samples = parts.observed.housekeeper.rates.samples(after: start)
        var object = ObjectWriter(reservingCapacity: 64 + 120 * samples.count)
        object.add("step", RateHistory.step)
        object.add("samples", objects: Array(samples)) { object, sample in
            object.add("at", sample.at)
            object.add("accepted", rate: sample.accepted)
            object.add("succeeded", rate: sample.succeeded)
            object.add("failed", rate: sample.failed)
            object.add("backlog", sample.backlog)
        }
        return .json(.ok, object.finished())
    }
}
