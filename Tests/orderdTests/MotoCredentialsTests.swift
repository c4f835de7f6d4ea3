import Foundation
import JSON
import TestClosing
import Testing

/// Roles that an STS gives which we did not write.
@Suite(
    .enabled(
        if: MotoServer.isInstalled || ProcessInfo.processInfo.environment["CI"] == "true",
        "moto is not installed: python3 -m venv .build/moto && .build/moto/bin/pip install -q 'moto[server]'"
    ),
    .closingPrograms
)
struct `Against moto a role` {
    private static let config = """
        [profile keys]
        aws_access_key_id = testing
        aws_secret_access_key = testing
        [profile role]
        role_arn = arn:aws:iam::123456789012:role/orders
        source_profile = keys
        external_id = id-1
        duration_seconds = 900
        [profile chain]
        role_arn = arn:aws:iam::123456789012:role/more
        source_profile = role
        [profile web]
        role_arn = arn:aws:iam::123456789012:role/web
        web_identity_token_file = TOKEN

        """

    @Test(arguments: [
        ("role", #"role orders by profile "keys""#),
        ("chain", #"role more by role orders by profile "keys""#),
        ("web", "web identity as role web"),
    ])
    func `is taken on, and an order is carried out with it`(
        _ profile: String,
        _ source: String
    ) async throws {
        try #require(MotoServer.isInstalled, "run the README's test command first")
        let home = try TestFolder.make()
        let moto = try await MotoServer(.plain)
        let environment = try await prepare(moto, home, profile)
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["check", "--data", home.appending(path: "check").path],
            environment: environment
        )
        #expect(status == 0, "\(text)")
        #expect(text.contains("from \(source), until 20"), "\(text)")
        let service = try await ServiceProcess(
            [],
            environment: environment,
            data: home.appending(path: "data")
        )
        _ = try await service.post(#"{"orderId":"1","customerEmail":"b@example.com"}"#)
        let order = try await service.order("1", is: ["SUCCEEDED", "FAILED", "HELD"])
        #expect(order["status"] == "SUCCEEDED", "\(order)")
        let line = try await service.program.line(containing: "AWS credentials found")
        #expect(try JSONValue(parsing: line)["aws.credentials.source"]?.string == source)
    }

    private func prepare(
        _ moto: MotoServer,
        _ home: URL,
        _ profile: String
    ) async throws -> [String: String] {
        try await moto.call(
            "ses",
            ["Action": "VerifyEmailIdentity", "EmailAddress": "orders@example.com"]
        )
        try await moto.call(
            "sns",
            ["Action": "CreateTopic", "Name": "orders", "Version": "2010-03-31"]
        )
        let token = home.appending(path: "token")
        try Data("header.payload.signature\n".utf8).write(to: token)
        let folder = home.appending(path: ".aws")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(Self.config.replacing("TOKEN", with: token.path).utf8)
            .write(to: folder.appending(path: "config"))
        return [
            "HOME": home.path, "AWS_ENDPOINT_URL": moto.url, "AWS_REGION": "us-east-1",
            "AWS_PROFILE": profile, "AWS_EC2_METADATA_DISABLED": "true",
            "SENDER_EMAIL": "orders@example.com",
            "SNS_TOPIC_ARN": "arn:aws:sns:us-east-1:123456789012:orders",
        ]
    }
}
