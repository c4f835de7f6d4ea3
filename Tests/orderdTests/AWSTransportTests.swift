import AWS
import HTTP
import HTTPTypes
import Logging
import Sockets
import Synchronization
import TestClosing
import Testing

@testable import orderd

/// How calls to AWS are carried.
@Suite(.closing)
struct `AWS's transport` {
    @Test func `a request may be written for as long as its call may take`() {
        var faults: [SettingFault] = []
        let environment = ["AWS_REGION": "us-east-1", "HOME": "/none"]
        let access = AWSAccess(environment: environment, &faults)
        var settings = Settings.AWS()
        settings.requestTimeout = .seconds(77)
        #expect(access.clientConfiguration(settings).writeTimeout == .seconds(77))
    }

    @Test(arguments: [
        ([], nil, 0), (["a", "b.fifo"], nil, 4), (["a"], "https://q.test/1/feedback", 6),
    ])
    func `every call that waits for messages has a connection`(
        queues: [String],
        feedback: String?,
        polls: Int
    ) {
        var settings = Settings()
        settings.sources.receivers = 3
        settings.sources.sqs = queues.flatMap { QueueSetting.list("https://q.test/1/\($0)") ?? [] }
        settings.feedback.queue = feedback.flatMap { QueueSetting.list($0)?.first }
        #expect(settings.polls == polls)
    }

    @Test func `a call to SQS does not wait behind those that wait for messages`() async throws {
        let queue = try EmptyQueue()
        try await queue.run { aws in
            try await withThrowingTaskGroup(of: Void.self) { polls in
                defer { polls.cancelAll() }
                for _ in 0..<2 {
                    polls.addTask {
                        let queue = try aws.queue("https://q.test/1/orders")
                        _ = try await queue.receive(
                            wait: 20,
                            visibility: 60,
                            deadline: .now + .seconds(600)
                        )
                    }
                }
                // Both are in the midst of their calls.
                for await count in queue.polls where count == 2 { break }
                let send = AWSRequest(json10: "SendMessage", of: "AmazonSQS", body: [])
                let answer = try await aws.client(.sqs).send(send, deadline: .now + .seconds(600))
                #expect(answer.body == Array("{}".utf8))
            }
        }
    }
}

/// SQS with a queue in which no message ever comes, to which AWS's calls have one connection.
private struct EmptyQueue {
    /// How many calls wait for a message, as they come.
    let polls: AsyncStream<Int>
    private let server: HTTPServer
    private let address: SocketAddress
    private let loops: EventLoopGroup

    private final class Handler: HTTPHandler {
        private let count = Atomic<Int>(0)
        let polls = AsyncStream<Int>.makeStream()

        func admit(_ request: inout ServerRequest) -> Admission { .admitted(respond) }

        private func respond(to request: ServerRequest) async -> ServerResponse {
            let target = HTTPField.Name("X-Amz-Target").flatMap { request.fields[$0] }
            if target == "AmazonSQS.ReceiveMessage" {
                let count = count.wrappingAdd(1, ordering: .relaxed).newValue
                polls.continuation.yield(count)
                // Until the caller has gone.
                try? await Task.sleep(for: .seconds(3_600))
            }
            return ServerResponse(.ok, body: Array("{}".utf8))
        }
    }

    init() throws {
        loops = try EventLoopGroup(count: 1)
        afterwards { [loops] in loops.shutdown() }
        let listener = try TCPListener.bind(
            to: SocketAddress(ip: .loopback, port: 0),
            on: loops.loops[0]
        )
        address = listener.localAddress
        let handler = Handler()
        polls = handler.polls.stream
        server = HTTPServer(
            listener: listener,
            loops: loops.loops,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            handler: handler
        )
    }

    /// Answers while the body runs.
    func run(_ body: (AWSConnection) async throws -> Void) async throws {
        var (faults, settings) = ([SettingFault](), Settings.AWS())
        settings.maximumConnections = 1
        let environment = [
            "AWS_REGION": "us-east-1", "HOME": "/none", "AWS_ENDPOINT_URL": "http://\(address)",
            "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b",
        ]
        let aws = try AWSConnection(
            AWSAccess(environment: environment, &faults),
            settings,
            polls: 2,
            on: loops.loops[0],
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        defer { aws.shutDown() }
        #expect(faults.isEmpty)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask(executorPreference: loops.loops[0]) { [server] in
                try await server.run()
            }
            defer { group.cancelAll() }
            try await body(aws)
        }
    }
}
