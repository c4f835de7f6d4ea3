import Foundation
import HTTP
import HTTPTypes
import InMemoryLogging
import JSON
import Logging
import OpenSSL
import Sockets
import TestClosing

@testable import LocalFunctions

/// Functions in real processes, and a caller.
struct FunctionFixture: Sendable {
    let service: LocalFunctions
    let client: HTTPClient
    let log: InMemoryLogHandler
    let loop: EventLoop

    /// What a caller is answered.
    struct Answer {
        var status: Int
        var fields: HTTPFields
        var body: JSONValue
        /// The last of the log.
        var log: String
    }

    /// A function to be made, whose code is a whole `lambda_function.py` or `bootstrap`.
    struct Code {
        var text: String
        var change: @Sendable (inout LocalFunction) -> Void = { _ in }

        /// A handler of which only the body is said.
        static func python(
            _ body: String,
            _ change: @escaping @Sendable (inout LocalFunction) -> Void = { _ in }
        ) -> Code {
            let lines = body.split(separator: "\n").map { "    \($0)\n" }.joined()
            return Code(text: "def lambda_handler(event, context):\n\(lines)", change: change)
        }
    }

    /// Runs `body` beside functions, and ends them; no deadline is short but those that a test is about.
    static func run(
        _ functions: [String: Code],
        _ configuration: LocalFunctionsConfiguration = .patient,
        _ body: @escaping @Sendable (FunctionFixture) async throws -> Void
    ) async throws {
        var configuration = configuration
        configuration.functions = try functions.map(make)
        let group = try EventLoopGroup(count: 2)
        defer { group.shutdown() }
        let log = InMemoryLogHandler()
        let service = try LocalFunctions(
            configuration,
            on: group.loops[0],
            logger: Logger(label: "test") { _ in log }
        )
        var patience = ClientConfiguration()
        patience.firstByteTimeout = .patient
        patience.maximumBodySize = 16 << 20
        let client = HTTPClient(
            loops: [group.loops[1]],
            configuration: patience,
            tls: try TLSContext(client: TLSConfiguration.Client())
        )
        defer { client.shutDown() }
        let fixture = FunctionFixture(
            service: service,
            client: client,
            log: log,
            loop: group.loops[1]
        )
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await service.run() }
            defer { tasks.cancelAll() }
            try await withTaskExecutorPreference(group.loops[1]) { try await body(fixture) }
        }
    }

    static func make(_ name: String, _ code: Code) throws -> LocalFunction {
        let folder = try TestFolder.make()
        let isPython = !code.text.hasPrefix("#!")
        let file = folder.appending(path: isPython ? "lambda_function.py" : "bootstrap")
        try code.text.write(to: file, atomically: true, encoding: .utf8)
        // Whatever this process's mask is, which other tests change.
        for path in [folder.path, file.path] {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
        var function = LocalFunction(
            name: name,
            folder: folder.path,
            program: isPython ? .python : .command([file.path]),
            handler: LocalFunction.pythonHandler
        )
        function.timeout = .patient
        code.change(&function)
        return function
    }

    func invoke(
        _ name: String,
        _ event: JSONValue = [:],
        _ fields: HTTPFields = [:]
    ) async throws -> Answer {
        var fields = fields
        fields[.logType] = "Tail"
        let answer = try await send(
            .post,
            "/2015-03-31/functions/\(name)/invocations",
            event,
            fields
        )
        let log = answer.fields[.logResult].flatMap { Data(base64Encoded: $0) } ?? Data()
        return Answer(
            status: answer.status.code,
            fields: answer.fields,
            body: answer.body.isEmpty ? .null : try JSONValue(parsing: answer.body),
            log: String(decoding: log, as: UTF8.self)
        )
    }

    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: JSONValue,
        _ fields: HTTPFields = [:],
        port: Int? = nil
    ) async throws -> ClientResponse {
        let request = ClientRequest(
            method: method,
            scheme: .http,
            host: "127.0.0.1",
            port: port ?? Int(service.address.port),
            target: path,
            fields: fields,
            body: body.bytes
        )
        return try await client.send(request, deadline: .now + .patient)
    }

    /// The lines that a function has written to the log, each with its request's id.
    var lines: [(requestID: String?, line: String)] {
        log.entries.compactMap { entry in
            entry.metadata["lambda.line"].map { line in
                (entry.metadata["lambda.requestId"].map { "\($0)" }, "\(line)")
            }
        }
    }
}

extension LocalFunctionsConfiguration {
    /// What waits for functions ends by what they do, and not by the time that a busy machine takes.
    static var patient: Self {
        var configuration = Self(
            now: { Date() },
            makeRequestID: { UUID().uuidString.lowercased() }
        )
        configuration.startLimit = .patient
        configuration.waitLimit = .patient
        configuration.gracePeriod = .patient
        configuration.killPause = .patient
        return configuration
    }

    /// The same but for one value.
    static func patient<Value>(_ path: WritableKeyPath<Self, Value>, _ value: Value) -> Self {
        var configuration = patient
        configuration[keyPath: path] = value
        return configuration
    }
}

extension Duration {
    /// Longer than any test.
    static let patient = Duration.seconds(600)
}

/// A named pipe between a test and a function: what one opens waits for the other.
struct NamedPipe {
    let path: String

    init() throws {
        path = try TestFolder.make().appending(path: "pipe").path
        guard mkfifo(path, 0o666) == 0, chmod(path, 0o666) == 0 else { throw POSIXError(.EIO) }
    }

    /// All that is written until the last who writes has closed it or has ended.
    func text(on loop: EventLoop) async throws -> String {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(.EIO) }
        let end = ReadableDescriptor(adopting: descriptor, on: loop)
        defer { end.close() }
        var bytes: [UInt8] = []
        while try await end.read(into: &bytes, limit: 4_096) > 0 {}
        return String(decoding: bytes, as: UTF8.self)
    }
}
