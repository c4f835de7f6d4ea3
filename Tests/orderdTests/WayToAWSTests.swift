import Foundation
import TestClosing
import Testing

/// Proxies and roots, from the environment to the call.
@Suite(.closingPrograms)
struct `The way to AWS` {
    private static let deadProxy = "http://user:secret@127.0.0.1:9"

    /// What `orderd check` says, and how it ends.
    private func check(
        _ environment: [String: String]
    ) async throws -> (status: Int32, text: String) {
        let data = try TestFolder.make()
        return try await Command.run(
            Repository.program.path,
            ["check", "--data", data.path],
            environment: environment
        )
    }

    @Test func `goes through the proxy, which is named without its password`() async throws {
        let (status, text) = try await check([
            "AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "y",
            "SENDER_EMAIL": "orders@example.com", "HTTPS_PROXY": Self.deadProxy,
            "SNS_TOPIC_ARN": "arn:aws:sns:us-east-1:000000000000:orders",
        ])
        #expect(status == 78)
        #expect(text.contains("proxy: http://127.0.0.1:9 for https (HTTPS_PROXY)"), "\(text)")
        #expect(text.contains("the proxy http://127.0.0.1:9 (HTTPS_PROXY): connect"), "\(text)")
        #expect(text.contains("nothing was sent"))
        #expect(!text.contains("secret"))
    }

    @Test
    func `leads straight to this machine all the same, and the start says what the proxy is for`()
        async throws
    {
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        let service = try await ServiceProcess(
            [],
            environment: sandbox.environment.merging(["ALL_PROXY": Self.deadProxy]) { $1 },
            data: folder.appending(path: "data")
        )
        _ = try await service.post(#"{"orderId":"1","customerEmail":"a@b.de"}"#)
        _ = try await service.order("1", is: ["SUCCEEDED"])
        let line = try await service.program.line(containing: "calls to AWS go through a proxy")
        #expect(line.contains("http://127.0.0.1:9 for https and http (ALL_PROXY)"))
        #expect(!line.contains("secret"))
        await service.kill()
    }

    @Test(arguments: [true, false])
    func `relies on the machine's own roots when none are named`(isRoot: Bool) async throws {
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        var environment = sandbox.environment
        // OpenSSL's own variables stand in for the machine's list.
        environment["SSL_CERT_DIR"] = folder.appending(path: "none").path
        environment["SSL_CERT_FILE"] =
            isRoot ? environment["AWS_CA_BUNDLE"] : folder.appending(path: "none").path
        environment["AWS_CA_BUNDLE"] = nil
        let (status, text) = try await check(environment)
        #expect(status == (isRoot ? 0 : 78), "\(text)")
        #expect(
            text.contains(
                isRoot
                    ? "SES in us-east-1: "
                    : "certificate rejected: it is self-signed and no trusted root: if this is "
                        + "the right server, add the certificate to AWS_CA_BUNDLE"
            ),
            "\(text)"
        )
    }
}
