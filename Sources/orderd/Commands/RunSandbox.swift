import AWS
import AWSSandbox
import ArgumentParser
import Foundation
import ServiceLifecycle
import Sockets
import UnixSignals

/// `orderd sandbox`: SES and SNS alone, in a process of their own that survives the service.
struct RunSandbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Run SES and SNS on loopback, for tests: AWS calls with TLS on PORT.",
        discussion: """
            Point a service at it with AWS_ENDPOINT_URL=https://127.0.0.1:PORT, AWS_CA_BUNDLE=FILE and the \
            credentials that it prints. GET /sandbox/messages shows what was sent, \
            PUT /sandbox/faults makes it fail on purpose.
            """
    )

    @Option(help: "The port to listen on with TLS; 0 chooses a free one.")
    var port: UInt16

    @Option(help: "A port to listen on without TLS besides.")
    var plainPort: UInt16?

    @Option(help: "Where to write the certificate to trust.", completion: .file())
    var certificate: String?

    @Option(help: "A file that keeps what was sent over a restart.", completion: .file())
    var messages: String?

    func run() async throws {
        let group = try EventLoopGroup(count: 1, name: "sandbox")
        var configuration = Sandbox.Configuration()
        configuration.address = SocketAddress(ip: .loopback, port: port)
        configuration.plainAddress = plainPort.map { SocketAddress(ip: .loopback, port: $0) }
        configuration.messageFile = messages
        let logger = LogSettings.standardError(.sandbox)
        let sandbox = try Sandbox(configuration, loops: group.loops, logger: logger)
        if let certificate {
            try Data(sandbox.certificatePEM).write(to: URL(filePath: certificate))
        }
        let bundle = certificate.map { "AWS_CA_BUNDLE=\($0)\n" } ?? ""
        let lines = """
            AWS_ENDPOINT_URL=\(sandbox.endpoint)
            AWS_REGION=us-east-1
            AWS_ACCESS_KEY_ID=\(sandbox.credentials.accessKeyID)
            AWS_SECRET_ACCESS_KEY=\(sandbox.credentials.secretAccessKey)

            """ + bundle
        // Written at once: whoever started this in a pipe waits for these lines.
        FileHandle.standardOutput.write(Data(lines.utf8))
        let services = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: sandbox)],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        try await services.run()
        group.shutdown()
    }
}
