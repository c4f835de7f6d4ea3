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
}
