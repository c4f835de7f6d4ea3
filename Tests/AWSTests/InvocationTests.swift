import HTTP
import JSON
import Testing

@testable import AWS

struct `A message for a queue` {
    @Test func `has the digests that SQS answers with`() {
        var message = QueueMessage("hello")
        #expect(message.bodyDigest == "5d41402abc4b2a76b9719d911017c592")
        #expect(message.attributesDigest == nil)
        message.attributes["a"] = .init(type: "String", value: .text("b"))
        let digest = message.attributesDigest ?? ""
        #expect(digest.count == 32)
        #expect(message.mismatch(["MD5OfMessageAttributes": .string(digest)]) == nil)
        #expect(message.mismatch(["MD5OfMessageAttributes": "0"]) != nil)
        #expect(message.mismatch(["MD5OfMessageBody": "0"]) != nil)
    }

    @Test func `is refused for what SQS refuses`() {
        #expect(QueueMessage("a\tb\r\n😀").fault == nil)
        #expect(QueueMessage("").fault != nil)
        #expect(QueueMessage("a\u{1}").fault != nil)
        let most = String(repeating: "x", count: QueueMessage.Limit.size)
        #expect(QueueMessage(most).fault == nil)
        #expect(QueueMessage(most + "x").fault != nil)
        var message = QueueMessage("a")
        for index in 0...QueueMessage.Limit.attributes {
            #expect(message.fault == nil)
            message.attributes["\(index)"] = .init(type: "Number", value: .text("1"))
        }
        #expect(message.fault != nil)
    }
}

struct `An invocation` {
    @Test func `is refused for what Lambda refuses`() {
        func fault(_ change: (inout LambdaInvocation) -> Void) -> String? {
            var invocation = LambdaInvocation("f", payload: [])
            change(&invocation)
            return invocation.fault
        }
        #expect(fault { _ in } == nil)
        #expect(fault { $0.function = "arn:aws:lambda:eu-west-1:1:function:f:$LATEST" } == nil)
        for name in ["", "a/b", "a b", "../f", String(repeating: "f", count: 171)] {
            #expect(fault { $0.function = name } != nil, "\(name)")
        }
        #expect(fault { $0.qualifier = "a?b" } != nil)
        #expect(
            fault { $0.payload = [UInt8](repeating: 48, count: LambdaInvocation.Limit.payload) }
                == nil
        )
        #expect(
            fault { $0.payload = [UInt8](repeating: 48, count: LambdaInvocation.Limit.payload + 1) }
                != nil
        )
        #expect(
            fault {
                $0.kind = .event
                $0.payload = [UInt8](repeating: 48, count: LambdaInvocation.Limit.event + 1)
            } != nil
        )
        #expect(fault { $0.clientContext = "no Base64!" } != nil)
        #expect(fault { $0.clientContext = String(repeating: "A", count: 3_584) } != nil)
    }

    @Test func `has the function's failure as an answer`() async throws {
        let fields = ["X-Amz-Function-Error": "Unhandled", "x-amzn-RequestId": "r"]
        let transport = FakeTransport([
            .answer(200, #"{"errorType":"E"}"#, fields), .answer(429, "{}"),
        ])
        let client = LambdaClient(makeClient(.lambda, transport))
        let invocation = LambdaInvocation("f", payload: [])
        let answer = try await client.invoke(invocation, deadline: .later)
        #expect(answer.functionError == "Unhandled" && answer.receipt.requestID == "r")
        await #expect(throws: AWSError.self) {
            try await client.invoke(invocation, deadline: .later)
        }
        #expect(transport.requests.count == 2)
    }
}
