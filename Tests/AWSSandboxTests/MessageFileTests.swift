import AWS
import AWSSandbox
import FoundationEssentials
import JSON
import TestClosing
import Testing

@Suite(.closing)
struct MessageFileTests {
    @Test func `a new sandbox goes on with the file, and a line that was cut off is passed over`()
        async throws
    {
        let path = try TestFolder.make().appending(path: "messages").path
        var configuration = Sandbox.Configuration()
        configuration.messageFile = path
        try await Loopback.run(configuration) { loopback in
            _ = try await loopback.makeSES().send(.example, deadline: .later)
            _ = try await loopback.makeSNS().publish(.example, deadline: .later)
        }
        let cut = try Data(contentsOf: URL(filePath: path)).dropLast(10)
        try cut.write(to: URL(filePath: path))

        for count in [1, 2] {
            try await Loopback.run(configuration) { loopback in
                #expect(loopback.sandbox.messages.all.count == count)
                let first = try #require(loopback.sandbox.messages.all.first)
                #expect(first.number == 1)
                #expect(first.content["subject"] == "Order Confirmation: 001")
                _ = try await loopback.makeSNS().publish(.example, deadline: .later)
                #expect(loopback.sandbox.messages.all.last?.number == count + 1)
            }
        }
    }

    @Test func `a file that cannot be opened stops the start`() async throws {
        var configuration = Sandbox.Configuration()
        configuration.messageFile = "/nowhere/messages"
        await #expect(throws: (any Error).self) { try await Loopback.run(configuration) { _ in } }
    }
}
