import Foundation
import HTTP
import HTTPTypes
import JSON
import Logging
import OpenSSL
import Sockets
import Synchronization
import TestClosing
import Testing

/// SES and SNS whose certificate is good, then over, then good again.
@Suite(.closingPrograms)
struct `While the provider's certificate has expired` {
    @Test func `no attempt is burnt, health says why, and orders go on once there is a good one`()
        async throws
    {
        let folder = try TestFolder.make()
        let provider = try Provider()
        let roots = folder.appending(path: "roots.pem")
        try Data(provider.roots).write(to: roots)
        try await provider.run {
            let service = try await ServiceProcess(
                [],
                environment: [
                    "AWS_ENDPOINT_URL": "https://\(provider.address)",
                    "AWS_CA_BUNDLE": roots.path, "AWS_REGION": "us-east-1",
                    "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "y",
                    "SENDER_EMAIL": "orders@example.com",
                    "SNS_TOPIC_ARN": "arn:aws:sns:us-east-1:000000000000:orders",
                ],
                data: folder.appending(path: "data")
            )
            _ = try await service.post(#"{"orderId":"1","customerEmail":"a@b.de"}"#)
            _ = try await service.order("1", is: ["SUCCEEDED"])
            try provider.show(.expired)
            _ = try await service.post(#"{"orderId":"2","customerEmail":"a@b.de"}"#)
            let reason = try await reasonOfWaiting(service)
            #expect(reason.contains("certificate rejected: it has expired on "), "\(reason)")
            let waiting = try await service.curl("/orders/2").json()
            #expect(waiting["status"] == "RUNNING")
            #expect(waiting["attempts"]?["failed"] == 0)
            #expect(waiting["deliveries"]?[0]?["status"] != "uncertain")
            try provider.show(.good)
            let order = try await service.order("2", is: ["SUCCEEDED", "HELD", "FAILED"])
            #expect(order["status"] == "SUCCEEDED")
            #expect(order["attempts"]?["failed"] == 0)
            #expect(order["deliveries"]?.array?.map { $0["status"] } == ["sent", "sent"])
            await service.kill()
        }
        #expect(provider.emails == 2)
    }

    /// What health says of the provider once it warns.
    private func reasonOfWaiting(_ service: ServiceProcess) async throws -> String {
        while true {
            try Task.checkCancellation()
            let checks = try await service.curl("/health").json()["checks"]
            let check = checks?["providers:postponed"]?[0]
            if check?["status"] == "warn", let text = check?["output"]?.string { return text }
        }
    }
}

/// Takes what SES and SNS are sent, over TLS with a certificate that can be changed.
private final class Provider: Sendable {
    enum Certificate { case good, expired }

    let address: String
    /// Both certificates, each its own root.
    let roots: [UInt8]
    private let good: SelfSignedCertificate
    private let expired: SelfSignedCertificate
    private let loops: EventLoopGroup
    private let server: HTTPServer
    private let counter: Counter

    private final class Counter: HTTPHandler {
        let emails = Atomic<Int>(0)

        func admit(_ request: inout ServerRequest) -> Admission { .admitted(respond) }

        private func respond(to request: ServerRequest) async -> ServerResponse {
            let isEmail = request.path.contains("outbound-emails")
            if isEmail { emails.wrappingAdd(1, ordering: .relaxed) }
            let body =
                isEmail
                ? #"{"MessageId":"m"}"#
                : "<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>"
            let type = isEmail ? "application/json" : "text/xml"
            var response = ServerResponse(
                .ok,
                fields: [.contentType: type],
                body: Array(body.utf8)
            )
            // So that every call shows the certificate of its time.
            response.closesConnection = true
            return response
        }
    }

    init() throws {
        good = try SelfSignedCertificate(names: ["127.0.0.1"])
        expired = try SelfSignedCertificate(names: ["127.0.0.1"], days: -1)
        roots = good.certificatePEM + expired.certificatePEM
        counter = Counter()
        loops = try EventLoopGroup(count: 1)
        afterwards { [loops] in loops.shutdown() }
        let listener = try TCPListener.bind(
            to: SocketAddress(ip: .loopback, port: 0),
            on: loops.loops[0]
        )
        address = "\(listener.localAddress)"
        server = HTTPServer(
            listener: listener,
            loops: loops.loops,
            tls: try TLSContext(server: good.server),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            handler: counter
        )
    }

    /// How many e-mails it was sent.
    var emails: Int { counter.emails.load(ordering: .relaxed) }

    func show(_ certificate: Certificate) throws {
        let shown = certificate == .good ? good : expired
        server.replaceTLS(with: try TLSContext(server: shown.server))
    }

    /// Answers while the body runs.
    func run(_ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask(executorPreference: loops.loops[0]) { [server] in
                try await server.run()
            }
            try await body()
            group.cancelAll()
        }
    }
}
