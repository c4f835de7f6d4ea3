import Formats
import Foundation
import HTTP
import HTTPTypes
import Integrations
import OpenSSL
import Orders
import Sockets
import Telemetry

/// Whether spans are recorded and where they go, by OpenTelemetry's variables ("Environment Variable Specification", "OpenTelemetry
/// Protocol Exporter").
///
/// A number or a sampler that cannot be read is passed over with a warning, as the specification has it; what would send spans
/// nowhere, or elsewhere, stops the start.
struct TracingPlan: Sendable {
    let sampler: Sampler
    let limits: SpanBuffer.Limits
    let source: SpanSource
    let exporter: SpanExporter.Configuration
    private let roots: TLSConfiguration.Roots
    let warnings: [String]

    /// nil when no endpoint is named, or all of it is switched off.
    init?(
        _ environment: [String: String],
        gracePeriod: Duration,
        _ faults: inout [SettingFault]
    ) {
        var reader = OTelVariables(environment)
        guard !reader.isOn("OTEL_SDK_DISABLED"), let endpoint = reader.endpoint(&faults) else {
            return nil
        }
        reader.checkProtocol(&faults)
        sampler = reader.sampler()
        limits = reader.limits()
        source = SpanSource(reader.resource(), scope: "orderd", version: Version.text)
        let certificate = reader.ofExporter("CERTIFICATE")
        roots = certificate.map { .only(.file($0)) } ?? .system
        if certificate != nil {
            do throws(TLSError) {
                _ = try TLSContext(client: TLSConfiguration.Client(roots: roots))
            } catch {
                let problem = "\(error); name a file of certificates in PEM form"
                faults.append(
                    SettingFault(place: "OTEL_EXPORTER_OTLP_CERTIFICATE", problem: problem)
                )
            }
        }
        var request = endpoint
        request.fields = reader.fields(&faults)
        var exporter = SpanExporter.Configuration(request)
        exporter.delay = reader.milliseconds("OTEL_BSP_SCHEDULE_DELAY") ?? exporter.delay
        exporter.exportTimeout =
            reader.milliseconds("OTEL_BSP_EXPORT_TIMEOUT") ?? exporter.exportTimeout
        exporter.requestTimeout = reader.timeout() ?? exporter.requestTimeout
        exporter.patience = min(exporter.patience, gracePeriod)
        self.exporter = exporter
        warnings = reader.warnings
    }

    /// A client for the receiver alone.
    func makeClient(through proxies: ProxySettings, on loop: EventLoop) throws -> HTTPClient {
        var configuration = ClientConfiguration()
        configuration.proxies = proxies
        configuration.maximumConnectionsPerHost = 1
        configuration.writeTimeout = exporter.requestTimeout
        configuration.firstByteTimeout = exporter.requestTimeout
        configuration.maximumBodySize = 65_536
        var tls = TLSConfiguration.Client(roots: roots)
        tls.rootsSetting = "OTEL_EXPORTER_OTLP_CERTIFICATE"
        return HTTPClient(
            loops: [loop],
            configuration: configuration,
            tls: try TLSContext(client: tls)
        )
    }
}

/// OpenTelemetry's variables one by one; what is passed over leaves a warning.
private struct OTelVariables {
    private let environment: [String: String]
    private(set) var warnings: [String] = []

    init(_ environment: [String: String]) { self.environment = environment }

    /// An empty variable is one that is not set (Environment Variable Specification, "General").
    private func value(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    func isOn(_ name: String) -> Bool { value(name)?.lowercased() == "true" }

    /// The variable of traces, or that of all signals.
    func ofExporter(_ name: String) -> String? {
        value("OTEL_EXPORTER_OTLP_TRACES_\(name)") ?? value("OTEL_EXPORTER_OTLP_\(name)")
    }

    func endpoint(_ faults: inout [SettingFault]) -> ClientRequest? {
        if let exporter = value("OTEL_TRACES_EXPORTER"), exporter != "otlp" {
            if exporter != "none" {
                let problem = "is \(exporter); only otlp, or none, is known here"
                faults.append(SettingFault(place: "OTEL_TRACES_EXPORTER", problem: problem))
            }
            return nil
        }
        let (own, shared) = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
        guard let text = value(own) ?? value(shared) else { return nil }
        let isOwn = value(own) != nil
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            let scheme = ClientRequest.Scheme(rawValue: parts.scheme?.lowercased() ?? ""),
            parts.user == nil, parts.password == nil, parts.fragment == nil
        else {
            let problem =
                "is no http or https URL without a password, such as http://localhost:4318"
            faults.append(SettingFault(place: isOwn ? own : shared, problem: problem))
            return nil
        }
        var path = parts.percentEncodedPath
        if isOwn {
            path = path.isEmpty ? "/" : path
        } else {
            path += path.hasSuffix("/") ? "v1/traces" : "/v1/traces"
        }
        return ClientRequest(
            method: .post,
            scheme: scheme,
            host: host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host,
            port: parts.port,
            target: path + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
        )
    }

    /// Another protocol would be spoken at another port.
    func checkProtocol(_ faults: inout [SettingFault]) {
        guard let name = ofExporter("PROTOCOL"), name != "http/protobuf" else { return }
        let problem = "is \(name); spans go by http/protobuf alone, mostly to port 4318"
        faults.append(SettingFault(place: "OTEL_EXPORTER_OTLP_PROTOCOL", problem: problem))
    }

    mutating func sampler() -> Sampler {
        guard let name = value("OTEL_TRACES_SAMPLER") else { return Sampler() }
        let argument = value("OTEL_TRACES_SAMPLER_ARG")
        if let sampler = Sampler(name: name, argument: argument) { return sampler }
        let isName = Sampler(name: name, argument: nil) != nil
        warnings.append(
            isName
                ? "OTEL_TRACES_SAMPLER_ARG is no number from 0 to 1: all traces are recorded"
                : "OTEL_TRACES_SAMPLER names no sampler that is known here: parentbased_always_on is used"
        )
        return isName ? Sampler(name: name, argument: nil) ?? Sampler() : Sampler()
    }

    mutating func limits() -> SpanBuffer.Limits {
        var limits = SpanBuffer.Limits()
        limits.queue = count("OTEL_BSP_MAX_QUEUE_SIZE") ?? limits.queue
        limits.batch = count("OTEL_BSP_MAX_EXPORT_BATCH_SIZE") ?? limits.batch
        if limits.batch > limits.queue {
            if value("OTEL_BSP_MAX_EXPORT_BATCH_SIZE") != nil {
                warnings.append(
                    "OTEL_BSP_MAX_EXPORT_BATCH_SIZE is larger than the queue: \(limits.queue) is used"
                )
            }
            limits.batch = limits.queue
        }
        return limits
    }

    /// The most spans that may be asked to wait: each takes half a kilobyte.
    private static let mostSpans = 1_000_000

    private mutating func count(_ name: String) -> Int? {
        guard let text = value(name) else { return nil }
        guard let count = Int(text), 1...Self.mostSpans ~= count else {
            warnings.append("\(name) is no number from 1 to \(Self.mostSpans): the default is used")
            return nil
        }
        return count
    }

    mutating func milliseconds(_ name: String) -> Duration? {
        guard let text = value(name) else { return nil }
        guard let count = Int(text), 1...86_400_000 ~= count else {
            warnings.append("\(name) is no number of milliseconds: the default is used")
            return nil
        }
        return .milliseconds(count)
    }

    mutating func timeout() -> Duration? {
        let name =
            value("OTEL_EXPORTER_OTLP_TRACES_TIMEOUT") == nil
            ? "OTEL_EXPORTER_OTLP_TIMEOUT" : "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT"
        return milliseconds(name)
    }

    /// The fields of every request; those that the operator names are secrets, and in no message.
    func fields(_ faults: inout [SettingFault]) -> HTTPFields {
        var fields: HTTPFields = [
            .contentType: "application/x-protobuf", .userAgent: "orderd/\(Version.text) OTLP",
        ]
        let (own, shared) = ("OTEL_EXPORTER_OTLP_TRACES_HEADERS", "OTEL_EXPORTER_OTLP_HEADERS")
        for pair in Self.pairs(value(own) ?? value(shared) ?? "") {
            guard let (key, text) = pair, let name = HTTPField.Name(key),
                HTTPField.isValidValue(text)
            else {
                let problem = "has an entry that is no header; write name=value with commas between"
                let place = value(own) == nil ? shared : own
                faults.append(SettingFault(place: place, problem: problem))
                break
            }
            fields[name] = text
        }
        return fields
    }

    /// What the service is called, and what else is known of it; the operator's words count.
    func resource() -> [(key: String, value: String)] {
        var attributes: [(key: String, value: String)] = [
            ("service.name", "orderd"), ("service.version", Version.text),
            ("host.name", ThisHost.name), ("process.pid", String(getpid())),
            ("telemetry.sdk.name", "orderd"), ("telemetry.sdk.language", "swift"),
            ("telemetry.sdk.version", Version.text),
        ]
        func set(_ key: String, _ value: String) {
            if let place = attributes.firstIndex(where: { $0.key == key }) {
                attributes[place].value = value
            } else {
                attributes.append((key, value))
            }
        }
        for case (let key, let value)? in Self.pairs(value("OTEL_RESOURCE_ATTRIBUTES") ?? "") {
            set(key, value)
        }
        if let name = value("OTEL_SERVICE_NAME") { set("service.name", name) }
        return attributes.filter { !$0.value.isEmpty }
    }

    /// `key=value` with commas between, the values percent-encoded (W3C Baggage, as both variables have it); nil for an entry
    /// that is none.
    private static func pairs(_ text: String) -> [(key: String, value: String)?] {
        text.split(separator: ",").filter { !$0.allSatisfy(\.isWhitespace) }.map { part in
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2 else { return nil }
            let words = sides.map {
                $0.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
            }
            let (key, value) = (String(words[0].reversed()), String(words[1].reversed()))
            guard !key.isEmpty else { return nil }
            return (key, PercentEncoding.decode(value) ?? value)
        }
    }
}
