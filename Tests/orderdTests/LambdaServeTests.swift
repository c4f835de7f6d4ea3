import Foundation
import JSON
import TestClosing
import Testing

/// `orderd lambda serve` as its users meet it: with AWS's own runtime client and SDK, and when something is wrong.
@Suite(
    .enabled(
        if: RuntimeClient.isInstalled || ProcessInfo.processInfo.environment["CI"] == "true",
        "awslambdaric is not installed: .build/moto/bin/pip install -q 'moto[server]' awslambdaric"
    ),
    .closingPrograms
)
struct `Functions of one's own` {
    @Test func `run unmodified by AWS's runtime client, and send by AWS's SDK`() async throws {
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        let source = Repository.root.appending(path: "Tests/orderdTests/Fixtures/OrderFunction")
        let copy = folder.appending(path: "functions/OrderFunction")
        try FileManager.default.createDirectory(
            at: copy.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try FileManager.default.copyItem(at: source, to: copy)
        // Python with AWS's SDK, on a machine that is busy.
        try "memoryMB: 512\ntimeout: 600\n".write(
            to: copy.appending(path: "function.yaml"),
            atomically: true,
            encoding: .utf8
        )
        let names = sandbox.environment.keys.sorted().joined(separator: ",")
        let functions = try await FunctionProcess(
            copy.deletingLastPathComponent(),
            ["--pass", names],
            environment: sandbox.environment
        )
        let answer = try await functions.invoke(
            "OrderFunction",
            #"{"orderId":"001","customerEmail":"buyer@example.com"}"#
        )
        #expect(
            answer == [
                "status": 200, "error": nil,
                "payload": ["statusCode": 200, "body": "\"Successfully processed order 001\""],
            ]
        )
        let refused = try await functions.invoke("OrderFunction", #"{"orderId":"002"}"#)
        #expect(refused["error"] == "Unhandled")
        #expect(refused["payload"]?["errorType"] == "ValueError")
        #expect(refused["payload"]?["errorMessage"] == "customerEmail is a required field.")
        let messages = try sandbox.messages()
        #expect(messages.map { $0["kind"] } == ["email", "notice"])
        #expect(messages.first?["to"] == ["buyer@example.com"])
        #expect(messages.first?["subject"] == "Order Confirmation: 001")
        #expect(messages.last?["message"] == "New order processed: Order ID 001.")
        #expect(functions.program.text.contains("Received event: "))
    }

    @Test func `are called by AWS's SDK, which finds its own errors`() async throws {
        let functions = try await FunctionProcess(Self.make("return event"))
        for (name, payload, error) in [
            ("nope", "{}", "ResourceNotFoundException"),
            ("f", "{", "InvalidRequestContentException"),
            ("a/b", "{}", "ClientError"),
        ] {
            let answer = try await functions.invoke(name, payload)
            #expect(answer["exception"]?.string == error, "\(answer)")
        }
        let answer = try await functions.invoke("f", #"["ä"]"#)
        #expect(answer == ["status": 200, "error": nil, "payload": ["ä"]])
    }

    @Test func `end with a service that is killed, and so does what they have started`()
        async throws
    {
        let folder = try Self.make(
            "import subprocess; subprocess.Popen(['sleep', '1000'], stdout=open(event, 'w')).pid"
        )
        let pipe = folder.appending(path: "pipe").path
        #expect(mkfifo(pipe, 0o600) == 0)
        let functions = try await FunctionProcess(folder)
        // It ends when nobody is left who could write.
        async let read = Command.run("/bin/cat", [pipe])
        let answer = try await functions.invoke("f", "\"\(pipe)\"")
        #expect(answer["error"] == .null)
        functions.program.send(SIGKILL)
        _ = await functions.program.end()
        #expect(try await read.status == 0)
    }

    @Test func `end in order with SIGTERM`() async throws {
        let functions = try await FunctionProcess(Self.make("return 1"))
        #expect(try await functions.invoke("f", "{}")["payload"] == 1)
        functions.program.send(SIGTERM)
        #expect(await functions.program.end() == 0)
    }

    /// A folder with one function, of which only the body is said.
    static func make(_ body: String) throws -> URL {
        let root = try TestFolder.make()
        let folder = root.appending(path: "f")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try "def lambda_handler(event, context): \(body)\n".write(
            to: folder.appending(path: "lambda_function.py"),
            atomically: true,
            encoding: .utf8
        )
        try "timeout: 600\n".write(
            to: folder.appending(path: "function.yaml"),
            atomically: true,
            encoding: .utf8
        )
        return root
    }
}

/// AWS's runtime client and SDK, where the README's test command puts them.
enum RuntimeClient {
    static let python = Repository.root.appending(path: ".build/moto/bin/python")

    static var isInstalled: Bool {
        let library = Repository.root.appending(path: ".build/moto/lib").path
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: library)) ?? []
        return versions.contains {
            FileManager.default.fileExists(atPath: "\(library)/\($0)/site-packages/awslambdaric")
        }
    }
}

/// A started `orderd lambda serve`.
struct FunctionProcess {
    let program: RunningProgram
    let endpoint: String

    /// Starts it on a free port and waits until it serves.
    init(
        _ folder: URL,
        _ arguments: [String] = [],
        environment: [String: String] = [:],
        python: String = RuntimeClient.python.path
    ) async throws {
        // The tests' Python may lie where only its owner gets.
        let user = geteuid() == 0 ? ["--user", "root"] : []
        program = try RunningProgram(
            Repository.program,
            ["lambda", "serve", folder.path, "--port", "0", "--python", python]
                + user + arguments,
            environment: environment
        )
        let line = try await program.line(containing: "AWS_ENDPOINT_URL_LAMBDA=")
        endpoint = line.split(separator: "=", maxSplits: 1).last.map(String.init) ?? ""
    }

    /// Calls a function by boto3: `{"status", "error", "payload"}`, or `{"exception"}`.
    func invoke(_ name: String, _ payload: String) async throws -> JSONValue {
        let script = """
            import boto3, botocore.config, json, sys
            config = botocore.config.Config(read_timeout=600, retries={"max_attempts": 0})
            client = boto3.client("lambda", config=config)
            try:
                answer = client.invoke(FunctionName=sys.argv[1], Payload=sys.argv[2])
                result = {"status": answer["StatusCode"], "error": answer.get("FunctionError"),
                    "payload": json.load(answer["Payload"])}
            except Exception as error:
                result = {"exception": type(error).__name__}
            print(json.dumps(result))
            """
        let (status, text) = try await Command.run(
            RuntimeClient.python.path,
            ["-c", script, name, payload],
            environment: [
                "AWS_ENDPOINT_URL_LAMBDA": endpoint, "AWS_REGION": "us-east-1",
                "AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "testing",
                "AWS_SECRET_ACCESS_KEY": "testing",
            ]
        )
        guard status == 0 else { throw Answer.Failure(text: text) }
        return try JSONValue(parsing: text)
    }
}
