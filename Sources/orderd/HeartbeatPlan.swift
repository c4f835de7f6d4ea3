import Formats
import Foundation
import HTTP
import HTTPTypes
import OpenSSL
import Orders
import Sockets

/// When the heartbeat runs, and who is told.
struct HeartbeatPlan {
    private let expression: ScheduleExpression
    private let zone: ZoneRules
    let url: HeartbeatURL?

    /// Nil when it is switched off; reading the settings has refused what none of these can be read from.
    init?(_ settings: Settings.Heartbeat) {
        guard let expression = try? ScheduleExpression(settings.schedule),
            let zone = try? ZoneFolder().rules(of: settings.timeZone)
        else { return nil }
        (self.expression, self.zone) = (expression, zone)
        url = HeartbeatURL(settings.url)
    }

    /// Its times from a start on; the second that has begun counts, so that the first of a rate is at once.
    func timetable(from start: Date) -> Timetable {
        Timetable(expression, zone: zone, start: start.wholeSecond)
    }
}

/// Where somebody waits for heartbeats and raises the alarm without them, such as a check of healthchecks.io: it is asked for
/// by GET, and any answer of 2xx will do.
struct HeartbeatURL {
    private let request: ClientRequest

    /// Reads an http or https URL; nil for anything else.
    init?(_ text: String) {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            let scheme = ClientRequest.Scheme(rawValue: parts.scheme?.lowercased() ?? ""),
            parts.user == nil, parts.password == nil, parts.fragment == nil
        else { return nil }
        let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
        request = ClientRequest(
            method: .get,
            scheme: scheme,
            host: host,
            port: parts.port,
            target: path + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
        )
    }

    /// A client for it alone.
    static func client(through proxies: ProxySettings, on loop: EventLoop) throws -> HTTPClient {
        var configuration = ClientConfiguration()
        configuration.proxies = proxies
        return HTTPClient(
            loops: [loop],
            configuration: configuration,
            tls: try TLSContext(client: TLSConfiguration.Client(roots: .system))
        )
    }

    /// Asks for it; throws when it was not reached within ten seconds or answers otherwise.
    ///
    /// The URL is a secret, and in no error.
    func tell(by client: HTTPClient) async throws {
        let answer = try await client.send(request, deadline: .now + .seconds(10))
        guard answer.status.kind == .successful else { throw Refusal(status: answer.status.code) }
    }

    struct Refusal: Error, CustomStringConvertible {
        var status: Int

        var description: String { "it answered \(status)" }
    }
}
