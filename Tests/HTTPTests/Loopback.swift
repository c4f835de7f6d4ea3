import HTTPTypes
import Logging
import Sockets
import Synchronization
import Testing

@testable import HTTP

struct ClosureHandler: HTTPHandler {
    var maximumBodySize: Int?
    var route: String?
    let answer: @Sendable (ServerRequest) async -> ServerResponse

    init(
        maximumBodySize: Int? = nil,
        _ answer: @escaping @Sendable (ServerRequest) async -> ServerResponse
    ) {
        self.maximumBodySize = maximumBodySize
        self.answer = answer
    }

    func admit(_ request: inout ServerRequest) -> Admission {
        request.route = route
        return .admitted(upTo: maximumBodySize, answer)
    }

    /// Says what it was asked: `POST /orders abc`.
    static let echo = ClosureHandler { request in
        let body = String(decoding: request.body, as: UTF8.self)
        return ServerResponse(.ok, body: Array("\(request.method) \(request.path) \(body)".utf8))
    }
}

/// A loop for both sides of a test, its thread joined at the end.
func withLoop<Result>(
    _ body: @Sendable (EventLoop) async throws -> Result
) async throws -> Result {
    let group = try EventLoopGroup(count: 1, name: "test")
    defer { group.shutdown() }
    return try await withTaskExecutorPreference(group.loops[0]) { try await body(group.loops[0]) }
}

extension ServerConfiguration {
    /// What waits for clients ends by what a test does, and not by the time that a busy machine takes.
    static var patient: Self {
        var configuration = Self()
        configuration.headTimeout = .patient
        configuration.bodyTimeout = .patient
        configuration.idleTimeout = .patient
        configuration.writeTimeout = .patient
        configuration.handshakeTimeout = .patient
        configuration.lingerTimeout = .patient
        configuration.gracePeriod = .patient
        return configuration
    }
}

extension ClientConfiguration {
    /// The same of what waits for servers.
    static var patient: Self {
        var configuration = Self()
        configuration.idleTimeout = .patient
        configuration.connectTimeout = .patient
        configuration.handshakeTimeout = .patient
        configuration.writeTimeout = .patient
        configuration.firstByteTimeout = .patient
        return configuration
    }
}

extension Duration {
    /// Longer than any test that does not hang.
    static let patient = Duration.seconds(600)
}

/// A server on an ephemeral port for as long as `body` runs.
func withServer<Result: Sendable>(
    _ handler: some HTTPHandler = ClosureHandler.echo,
    configuration: ServerConfiguration = .patient,
    accessLog: (@Sendable (AccessRecord) -> Void)? = nil,
    _ body: @escaping @Sendable (Loopback) async throws -> Result
) async throws -> Result {
    try await withLoop { loop in
        let listener = try TCPListener.bind(
            to: SocketAddress(ip: .loopback, port: 0),
            on: loop
        )
        let server = HTTPServer(
            configuration: configuration,
            listener: listener,
            loops: [loop],
            logger: Logger(label: "test"),
            accessLog: accessLog,
            handler: handler
        )
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            defer { group.cancelAll() }
            return try await body(
                Loopback(address: listener.localAddress, loop: loop, server: server)
            )
        }
    }
}

/// Where a test's server is, and how to speak with it byte by byte.
struct Loopback: Sendable {
    let address: SocketAddress
    let loop: EventLoop
    let server: HTTPServer

    func connect() async throws -> Wire {
        let stream = try await TCPStream.connect(to: address, on: loop)
        stream.deadline = .now + .patient
        return Wire(stream: stream)
    }

    /// Sends the text, perhaps ends this side, and returns all that comes until the other side ends.
    func exchange(_ text: String, endsAfterwards: Bool = true) async throws -> String {
        let wire = try await connect()
        defer { wire.stream.close() }
        try await wire.send(text)
        if endsAfterwards { try await wire.stream.shutdownWrite() }
        return try await wire.readToEnd()
    }
}

/// A connection of a test.
struct Wire: Sendable {
    let stream: TCPStream

    func send(_ text: String) async throws {
        try await stream.write(Array(text.utf8))
    }

    /// What one read brings; empty at the end.
    func read() async throws -> String {
        var bytes: [UInt8] = []
        _ = try await stream.read(into: &bytes, limit: 65_536)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// So many bytes, or fewer at the end.
    func read(_ count: Int) async throws -> String {
        var bytes: [UInt8] = []
        while bytes.count < count {
            guard try await stream.read(into: &bytes, limit: count - bytes.count) > 0 else { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    func readToEnd() async throws -> String {
        var bytes: [UInt8] = []
        while try await stream.read(into: &bytes, limit: 65_536) > 0 {}
        return String(decoding: bytes, as: UTF8.self)
    }

    func read(until end: String) async throws -> String {
        var text = ""
        while !text.contains(end) {
            let more = try await read()
            guard !more.isEmpty else { break }
            text += more
        }
        return text
    }
}

/// Something that happens once and can be waited for; a cancelled test takes it as having happened.
final class Signal: Sendable {
    private let state = Mutex<(isSet: Bool, waiting: [CheckedContinuation<Void, Never>])>(
        (false, [])
    )

    func set() {
        let waiting = state.withLock { state in
            state.isSet = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isSet = state.withLock { state in
                    if !state.isSet { state.waiting.append(continuation) }
                    return state.isSet
                }
                if isSet { continuation.resume() }
            }
        } onCancel: {
            set()
        }
    }
}

/// Statuses of all answers in a text: `["200", "400"]`.
func statuses(_ text: String) -> [String] {
    text.components(after: "HTTP/1.1 ").map { String($0.prefix(3)) }
}

extension String {
    func components(after mark: String) -> [Substring] {
        Array(ranges(of: mark).map { self[$0.upperBound...] })
    }
}
