import Foundation
import JSON
import TestClosing
import Testing

/// Functions of one's own inside `orderd serve`.
@Suite(.closingPrograms)
struct ServedFunctionsTests {
    private static let arguments = ["--sandbox", "--set", "lambda.python=/usr/bin/python3"]

    @Test func `run beside the service and end with it`() async throws {
        let folder = try `Functions of one's own`.make("return event")
        let user = geteuid() == 0 ? ["--set", "lambda.user=root"] : []
        let service = try await ServiceProcess(
            Self.arguments + user + ["--set", "lambda.directory=\(folder.path)"],
            data: try TestFolder.make()
        )
        let line = try await service.program.line(containing: #""message":"serving functions""#)
        let endpoint = try #require(try JSONValue(parsing: line)["lambda.endpoint"]?.string)
        let url = "\(endpoint)/2015-03-31/functions/f/invocations"
        #expect(try await Answer(curl: [url, "-d", "[1]"]).body == "[1]")
        service.program.send(SIGTERM)
        #expect(await service.program.end() == 0)
        #expect(service.program.text.contains(#""lambda.line":"REPORT RequestId: "#))
    }

    @Test func `a folder that is wrong stops the start`() async throws {
        let (status, text) = try await Command.run(
            Repository.program.path,
            ["serve", "--data", try TestFolder.make().path, "--set", "lambda.directory=/nowhere"]
                + Self.arguments
        )
        #expect(status == 78)
        #expect(text.contains("/nowhere: there is no such folder"))
        #expect(text.contains("lambda.user: functions would run as root") == (geteuid() == 0))
    }

    @Test func `are told of, and cannot read the keys of orderd, when they run as its user`()
        async throws
    {
        let folder = try `Functions of one's own`.make(
            """

                import os
                answers = {}
                for name in ["environ", "mem", "maps", "fd", "auxv"]:
                    path = f"/proc/{os.getppid()}/{name}"
                    try: answers[name] = str(os.listdir(path) if name == "fd" else open(path, "rb").read(4))
                    except OSError as error: answers[name] = type(error).__name__
                return answers
            """
        )
        let (program, arguments) = Self.withoutRights(
            Repository.program,
            [
                "lambda", "serve", folder.path, "--port", "0", "--python", "/usr/bin/python3",
            ]
        )
        let functions = try RunningProgram(
            program,
            arguments,
            environment: ["AWS_SECRET_ACCESS_KEY": "secret"]
        )
        let line = try await functions.line(containing: "AWS_ENDPOINT_URL_LAMBDA=")
        let endpoint = line.drop { $0 != "=" }.dropFirst()
        let url = "\(endpoint)/2015-03-31/functions/f/invocations"
        let names = ["environ", "mem", "maps", "fd", "auxv"]
        let answer = try await Answer(curl: [url, "-d", "{}"]).json()
        #expect(answer == .object(JSONObject(names.map { ($0, "PermissionError") })))
        #expect(functions.text.contains("some functions run as orderd's own user"))
    }

    /// How to start a program as a user who is not root, whoever runs the tests.
    private static func withoutRights(
        _ program: URL,
        _ arguments: [String]
    ) -> (URL, [String]) {
        guard geteuid() == 0 else { return (program, arguments) }
        let user = ["--reuid", "65534", "--regid", "65534", "--clear-groups"]
        return (URL(filePath: "/usr/bin/setpriv"), user + [program.path] + arguments)
    }
}
