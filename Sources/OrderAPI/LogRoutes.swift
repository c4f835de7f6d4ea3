import HTTP
import HTTPTypes
import JSON
import Logging
import Telemetry

extension OrderAPI {
    /// Answers `GET /log/levels`.
    func logLevels() throws -> ServerResponse {
        let levels = try logs()
        var object = ObjectWriter(reservingCapacity: 256)
        object.add("levels") { object in
            for (name, level) in levels.all {
                object.addValue(name: name) { JSONValue.write(string: level.rawValue, into: &$0) }
            }
        }
        return .json(.ok, object.finished())
    }

    /// Answers `POST /log/levels`: from now on, until the next start.
    func setLogLevels(_ request: ServerRequest) throws -> ServerResponse {
        let levels = try logs()
        let body = try ControlBody(request, members: ["levels", "reason"])
        _ = try body.text("reason")
        guard let wanted = body["levels"]?.object, !wanted.isEmpty else {
            throw Problem.badRequest(
                #"levels is an object of components and levels, such as {"levels":{"engine":"debug"}}"#
            )
        }
        var changes: [String: Logger.Level] = [:]
        for (name, value) in wanted {
            guard let level = value.string.flatMap({ Logger.Level(rawValue: $0) }) else {
                let words = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
                throw Problem.badRequest("the level of \(name) must be one of \(words)")
            }
            guard name != Self.allComponents else {
                for name in levels.names where wanted[name] == nil { changes[name] = level }
                continue
            }
            guard levels.names.contains(name) else {
                let words = (levels.names + [Self.allComponents]).joined(separator: ", ")
                throw Problem.badRequest("there is no component \(name); there are \(words)")
            }
            changes[name] = level
        }
        levels.set(changes)
        return try logLevels()
    }

    /// What stands for every component that is not named beside it.
    private static let allComponents = "all"

    private func logs() throws -> LogLevels {
        guard let levels = parts.logLevels else {
            throw Problem.notFound("this service has no log whose levels could be changed")
        }
        return levels
    }
}
