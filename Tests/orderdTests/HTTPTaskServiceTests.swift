import Foundation
import JSON
import TestClosing
import Testing

/// HTTP tasks of the program itself, against OpenSSL's server.
@Suite(.closingPrograms)
struct `A service with HTTP tasks` {
    private static let secret = "hunter2-secret"

    /// A folder with a server's certificate, connections and a workflow that calls that URL.
    private func makeFolder(calling url: String) throws -> URL {
        let folder = try TestFolder.make()
        try Data(
            """
            {"StartAt": "Call", "States": {"Call": {"Type": "Task",
              "Resource": "arn:aws:states:::http:invoke",
              "Parameters": {"ApiEndpoint": "\(url)", "Method": "GET", "InvocationConfig":
                {"ConnectionArn": "arn:aws:events:us-east-1:1:connection/Shop/1"}},
              "ResultSelector": {"body.$": "$.ResponseBody", "status.$": "$.StatusCode"},
              "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Caught"}], "End": true},
              "Caught": {"Type": "Pass", "End": true}}}
            """.utf8
        ).write(to: folder.appending(path: "workflow.asl.json"))
        try writeConnections(password: Self.secret, in: folder)
        return folder
    }

    private func writeConnections(password: String, in folder: URL) throws {
        try Data(
            """
            {"Shop": {"AuthorizationType": "BASIC", "AuthParameters":
              {"BasicAuthParameters": {"Username": "shop", "Password": "\(password)"}}}}
            """.utf8
        ).write(to: folder.appending(path: "connections.json"))
    }

    private func settings(_ folder: URL, _ others: [String]) -> [String] {
        let files = [
            "workflow.file": "workflow.asl.json", "httpTask.secretsFile": "connections.json",
        ]
        let named = files.map { "\($0)=\(folder.appending(path: $1).path)" }
        return (named + others).flatMap { ["--set", $0] }
    }

    /// OpenSSL's server on a free port, with a certificate for `localhost`; it answers every path with what it knows of
    /// the connection, the request's head among it.
    private func startServer(in folder: URL) async throws -> Int {
        let (status, text) = try await Command.run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-addext",
                "basicConstraints=critical,CA:FALSE", "-keyout",
                folder.appending(path: "key.pem").path, "-out",
                folder.appending(path: "cert.pem").path,
            ]
        )
        try #require(status == 0, "\(text)")
        let server = try RunningProgram(
            URL(filePath: "/usr/bin/openssl"),
            [
                "s_server", "-accept", "127.0.0.1:0", "-cert", "cert.pem", "-key", "key.pem",
                "-www", "-no_ticket",
            ],
            in: folder
        )
        let line = try await server.line(containing: "ACCEPT 127.0.0.1:")
        return try #require(line.split(separator: ":").last.flatMap { Int($0) })
    }

    @Test func `calls an API over TLS, and keeps what proves who it is to itself`() async throws {
        let server = try TestFolder.make()
        let port = try await startServer(in: server)
        let folder = try makeFolder(calling: "https://localhost:\(port)/")
        let service = try await ServiceProcess(
            ["--sandbox"]
                + settings(
                    folder,
                    [
                        "httpTask.allow=localhost:\(port)",
                        "httpTask.roots=\(server.appending(path: "cert.pem").path)",
                    ]
                ),
            data: folder.appending(path: "data")
        )
        _ = try await service.post(#"{"orderId": "001", "customerEmail": "c@example.com"}"#)
        let order = try await service.order("001", is: ["SUCCEEDED", "FAILED"])
        #expect(order["output"]?["status"] == 200, "\(order)")
        #expect(order["output"]?["body"]?.string?.contains("s_server") == true)
        let history = try await service.curl("/orders/001/history").body
        #expect(history.contains("http"))
        let basic = Data("shop:\(Self.secret)".utf8).base64EncodedString()
        for text in [history, order.text, service.program.text] {
            #expect(!text.contains(Self.secret) && !text.contains(basic))
        }

        // Another password from then on.
        try writeConnections(password: "other-secret", in: folder)
        _ = try await service.program.line(containing: "read again")
        try Data("{".utf8).write(to: folder.appending(path: "connections.json"))
        let line = try await service.program.line(containing: "cannot be read again")
        #expect(line.contains("connections.json:1:2: unexpected end of text"), "\(line)")
    }

    @Test func `trusts no server that its roots do not vouch for`() async throws {
        let server = try TestFolder.make()
        let port = try await startServer(in: server)
        let folder = try makeFolder(calling: "https://localhost:\(port)/")
        let service = try await ServiceProcess(
            ["--sandbox"] + settings(folder, ["httpTask.allow=localhost:\(port)"]),
            data: folder.appending(path: "data")
        )
        _ = try await service.post(#"{"orderId": "001", "customerEmail": "c@example.com"}"#)
        let order = try await service.order("001", is: ["SUCCEEDED", "FAILED"])
        #expect(order["output"]?["Error"] == "States.Http.Socket", "\(order)")
        #expect(order["output"]?["Cause"]?.string?.contains("httpTask.roots") == true, "\(order)")
    }

    @Test(arguments: [
        (
            [],
            "workflow.asl.json: the state Call calls arn:aws:states:::http:invoke, and httpTask.allow "
                + "names no host that may be called; name those that are meant, such as api.example.com"
        ),
        (
            ["httpTask.allow=a b://c"],
            "httpTask.allow is \"a b://c\"; expected hosts with commas between, such as api.example.com"
        ),
        (
            ["httpTask.allow=*", "httpTask.roots=nowhere.pem"],
            "name a file of certificates in PEM form"
        ),
        (["httpTask.concurrency=0"], "httpTask.concurrency is \"0\""),
    ])
    func `does not start without what they need`(
        _ set: [String],
        _ words: String
    ) async throws {
        let folder = try makeFolder(calling: "https://api.example.com/")
        #expect(try await refusal(settings(folder, set), folder).contains(words))
    }

    @Test func `does not start without connections, or with ones that others can read`()
        async throws
    {
        let folder = try makeFolder(calling: "https://api.example.com/")
        let file = folder.appending(path: "connections.json")
        let definition = folder.appending(path: "workflow.asl.json").path
        let without = ["workflow.file=\(definition)", "httpTask.allow=*"].flatMap { ["--set", $0] }
        #expect(
            try await refusal(without, folder)
                .contains("httpTask.secretsFile names no file with connections; name one")
        )
        try Data(#"{"Shop": {"AuthorizationType": "BASIC"}}"#.utf8).write(to: file)
        let text = try await refusal(settings(folder, ["httpTask.allow=*"]), folder)
        #expect(text.contains("\(file.path):Shop.AuthParameters: is missing: an object with"))
        try Data("{}".utf8).write(to: file)
        let none = try await refusal(settings(folder, ["httpTask.allow=*"]), folder)
        #expect(
            none.contains(
                "the state Call calls as the connection Shop, which \(file.path) does not have; there is none"
            )
        )
        // A link's own rights say nothing, and what it leads to is left as it is.
        let other = folder.appending(path: "other.json")
        try FileManager.default.moveItem(at: file, to: other)
        try FileManager.default.createSymbolicLink(at: file, withDestinationURL: other)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: other.path)
        let open = try await refusal(settings(folder, ["httpTask.allow=*"]), folder)
        #expect(
            open.contains(
                "httpTask.secretsFile: \(file.path): every user of this machine can read it (mode 644); chmod 600"
            )
        )
    }

    private func refusal(_ arguments: [String], _ folder: URL) async throws -> String {
        let data = folder.appending(path: "data").path
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["serve", "--sandbox", "--port", "0", "--data", data] + arguments
        )
        #expect(status == 78, "\(text)")
        return text
    }
}
