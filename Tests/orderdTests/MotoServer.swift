import Foundation
import JSON

/// moto_server: SES, SNS and SQS that others wrote, started for one test on a port of its own.
struct MotoServer {
    private let program: RunningProgram
    let url: String
    /// The file with the certificate to trust; nil when it speaks without TLS.
    let certificate: String?

    /// Where the README's test command puts it.
    private static let executable = Repository.root.appending(path: ".build/moto/bin/moto_server")

    /// Whether the README's test command has been run.
    static var isInstalled: Bool {
        FileManager.default.isExecutableFile(atPath: executable.path)
    }

    /// What it keeps its certificate in, and whether it uses one.
    enum Transport {
        case plain
        case tls(folder: URL)
    }

    /// Starts it and waits until it listens.
    init(_ transport: Transport) async throws {
        var arguments = ["-H", "127.0.0.1", "-p", "0"]
        switch transport {
        case .plain: certificate = nil
        case .tls(let folder):
            let (chain, key) = try await Self.makeCertificate(in: folder)
            arguments += ["-c", chain, "-k", key]
            certificate = chain
        }
        // `timeout` ends it even when the tests are killed before they can. Programs are started with most
        // signals blocked here, so only SIGKILL is sure to end one.
        program = try RunningProgram(
            URL(filePath: "/usr/bin/timeout"),
            ["-s", "KILL", "1200", Self.executable.path] + arguments
        )
        let line = try await program.line(containing: " * Running on ")
        let address = line.split(separator: " ").last.map(String.init) ?? ""
        url = address.trimmingCharacters(in: .whitespaces)
    }

    /// What makes an AWS SDK, and orderd, call it.
    var environment: [String: String] {
        var environment = [
            "AWS_ENDPOINT_URL": url, "AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "testing",
            "AWS_SECRET_ACCESS_KEY": "testing",
        ]
        environment["AWS_CA_BUNDLE"] = certificate
        return environment
    }

    /// Calls a service in the query protocol, as its owner would by the console.
    @discardableResult
    func call(_ service: String, _ parameters: [String: String]) async throws -> Answer {
        let fields = parameters.flatMap { ["--data-urlencode", "\($0)=\($1)"] }
        let answer = try await curl("/", Self.authorization(service) + fields)
        guard answer.status == 200 else { throw Answer.Failure(text: answer.body) }
        return answer
    }

    /// Calls a service that speaks JSON 1.1.
    func call(
        _ service: String,
        _ target: String,
        _ parameters: JSONObject
    ) async throws -> JSONValue {
        let answer = try await curl(
            "/",
            Self.authorization(service) + [
                "-H", "X-Amz-Target: \(target)", "-H", "Content-Type: application/x-amz-json-1.1",
                "-d", JSONValue.object(parameters).text,
            ]
        )
        guard answer.status == 200 else { throw Answer.Failure(text: answer.body) }
        return try answer.json()
    }

    /// Calls a service that speaks REST with JSON, or moto itself.
    func rest(_ service: String, _ path: String, _ body: JSONObject) async throws {
        let answer = try await curl(
            path,
            Self.authorization(service) + [
                "-H", "Content-Type: application/json", "-d", JSONValue.object(body).text,
            ]
        )
        guard (200..<300).contains(answer.status) else { throw Answer.Failure(text: answer.body) }
    }

    /// Lets SES's newer API know the identity; moto keeps those of the two APIs apart.
    func verify(_ identity: String) async throws {
        let body = JSONValue.object(["EmailIdentity": .string(identity)])
        let answer = try await curl(
            "/v2/email/identities",
            Self.authorization("ses") + ["-H", "Content-Type: application/json", "-d", body.text]
        )
        guard answer.status == 200 else { throw Answer.Failure(text: answer.body) }
    }

    func queueURL(_ name: String) -> String { "\(url)/123456789012/\(name)" }

    /// Puts a message into a queue.
    func send(_ body: String, to queue: String) async throws {
        try await call(
            "sqs",
            ["Action": "SendMessage", "QueueUrl": queueURL(queue), "MessageBody": body]
        )
    }

    /// Makes the queue `orders`, out of which a message goes to the queue `orders-dead` after so many receives.
    func makeOrdersQueue(receives: Int) async throws {
        try await call("sqs", ["Action": "CreateQueue", "QueueName": "orders-dead"])
        let dead = "arn:aws:sqs:us-east-1:123456789012:orders-dead"
        try await call(
            "sqs",
            [
                "Action": "CreateQueue", "QueueName": "orders", "Attribute.1.Name": "RedrivePolicy",
                "Attribute.1.Value":
                    #"{"deadLetterTargetArn":"\#(dead)","maxReceiveCount":"\#(receives)"}"#,
                "Attribute.2.Name": "VisibilityTimeout", "Attribute.2.Value": "1",
            ]
        )
    }

    /// How many messages are in a queue or in somebody's hand, asked for at once: between two questions one could go from
    /// hand to queue.
    func messages(in queue: String, onlyVisible: Bool = false) async throws -> Int {
        var query = [
            "Action": "GetQueueAttributes", "QueueUrl": queueURL(queue),
            "AttributeName.1": "ApproximateNumberOfMessages",
        ]
        if !onlyVisible { query["AttributeName.2"] = "ApproximateNumberOfMessagesNotVisible" }
        let answer = try await call("sqs", query)
        return answer.body.matches(of: #/<Value>(\d+)<\/Value>/#)
            .compactMap { Int($0.output.1) }.reduce(0, +)
    }

    /// The next message of the queue, which waits for one as a consumer's call does.
    func receive(from queue: String) async throws -> JSONValue {
        let query = JSONValue.object([
            "QueueUrl": .string(queueURL(queue)), "WaitTimeSeconds": 10,
        ])
        let answer = try await curl(
            "/",
            Self.authorization("sqs") + [
                "-H", "X-Amz-Target: AmazonSQS.ReceiveMessage",
                "-H", "Content-Type: application/x-amz-json-1.0", "-d", query.text,
            ]
        )
        return try answer.json()["Messages"]?[0] ?? .null
    }

    /// Everything that moto itself knows of a service's things of one kind.
    func things(_ service: String, _ kind: String) async throws -> [JSONValue] {
        try await curl("/moto-api/data.json").json()[service]?[kind]?.array ?? []
    }

    private func curl(_ path: String, _ arguments: [String] = []) async throws -> Answer {
        let trust = certificate.map { ["--cacert", $0] } ?? []
        return try await Answer(curl: trust + arguments + [url + path])
    }

    /// moto checks no signature; the scope only tells it which service is meant.
    private static func authorization(_ service: String) -> [String] {
        let scope = "x/20260101/us-east-1/\(service)/aws4_request"
        let value = "AWS4-HMAC-SHA256 Credential=\(scope), SignedHeaders=host, Signature=0"
        return ["-H", "Authorization: \(value)"]
    }

    private static func makeCertificate(
        in folder: URL
    ) async throws -> (chain: String, key: String) {
        let chain = folder.appending(path: "moto.pem").path
        let key = folder.appending(path: "moto.key").path
        let (status, text) = try await Command.run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                "-nodes", "-days", "2", "-subj", "/CN=moto", "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", chain,
            ]
        )
        guard status == 0 else { throw Answer.Failure(text: text) }
        return (chain, key)
    }
}
