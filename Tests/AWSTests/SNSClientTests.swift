import AWS
import HTTP
import Testing

struct SNSClientTests {
    private static let topic = "arn:aws:sns:us-east-1:123456789012:orders"

    private func publish(
        _ notice: Notice,
        _ answer: String
    ) async throws -> (id: String, body: String) {
        let transport = FakeTransport([.answer(200, answer)])
        let id = try await SNSClient(makeClient(.sns, transport)).publish(notice, deadline: .later)
        let body = try #require(transport.requests.first).body
        return (id, String(decoding: body, as: UTF8.self))
    }

    private static let answer = """
        <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>\
        <MessageId>n-1</MessageId></PublishResult></PublishResponse>
        """

    @Test func `a notice becomes a form, its attributes by their names`() async throws {
        var notice = Notice(topic: Self.topic, message: "New order", subject: "New")
        notice.groupID = "g"
        notice.deduplicationID = "d"
        notice.attributes = ["b": .number("1.5"), "a": .string("x y"), "c": .binary([255, 0])]
        let (id, body) = try await publish(notice, Self.answer)
        #expect(id == "n-1")
        #expect(
            body == "Action=Publish&Version=2010-03-31"
                + "&TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A123456789012%3Aorders&Message=New%20order"
                + "&Subject=New&MessageGroupId=g&MessageDeduplicationId=d"
                + "&MessageAttributes.entry.1.Name=a&MessageAttributes.entry.1.Value.DataType=String"
                + "&MessageAttributes.entry.1.Value.StringValue=x%20y"
                + "&MessageAttributes.entry.2.Name=b&MessageAttributes.entry.2.Value.DataType=Number"
                + "&MessageAttributes.entry.2.Value.StringValue=1.5"
                + "&MessageAttributes.entry.3.Name=c&MessageAttributes.entry.3.Value.DataType=Binary"
                + "&MessageAttributes.entry.3.Value.BinaryValue=%2FwA%3D"
        )
    }

    @Test(arguments: [
        #"{"MessageId":"n-1"}"#,
        #"{"PublishResponse":{"PublishResult":{"MessageId":"n-1"}}}"#,
    ])
    func `an emulator's answer in JSON is read too`(_ answer: String) async throws {
        #expect(try await publish(Notice(topic: Self.topic, message: "m"), answer).id == "n-1")
    }

    @Test(arguments: ["", "<PublishResponse/>", "<PublishResponse>", "{}"])
    func `a success that names no message is uncertain`(_ answer: String) async throws {
        let error = await #expect(throws: AWSError.self) {
            try await publish(Notice(topic: Self.topic, message: "m"), answer)
        }
        #expect(error?.acceptance == .uncertain)
    }

    @Test(arguments: [
        Notice(topic: "orders", message: "m"),
        Notice(topic: "arn:aws:sqs:us-east-1:1:q", message: "m"),
        Notice(topic: topic, message: ""),
        Notice(topic: topic, message: String(repeating: "m", count: 262_145)),
        Notice(topic: topic, message: "m", subject: ""),
        Notice(topic: topic, message: "m", subject: String(repeating: "s", count: 100)),
        Notice(topic: topic, message: "m", subject: "a\nb"),
    ])
    func `what SNS would refuse is not sent`(_ notice: Notice) async throws {
        let error = await #expect(throws: AWSError.self) { try await publish(notice, Self.answer) }
        #expect(error?.acceptance == .notAccepted)
    }

    @Test func `a topic that is missing is the service's error`() async throws {
        let there =
            "<GetTopicAttributesResponse><GetTopicAttributesResult/></GetTopicAttributesResponse>"
        let missing =
            "<ErrorResponse><Error><Code>NotFound</Code><Message>Topic does not exist</Message>"
            + "</Error></ErrorResponse>"
        let client = SNSClient(
            makeClient(.sns, FakeTransport([.answer(200, there), .answer(404, missing)]))
        )
        try await client.findTopic(Self.topic, deadline: .later)
        let error = await #expect(throws: AWSError.self) {
            try await client.findTopic(Self.topic, deadline: .later)
        }
        #expect(error?.serviceError?.code == "NotFound")
    }

    @Test(arguments: ["<html>hello</html>", "", "hello"])
    func `a topic is not there because something answers`(_ answer: String) async throws {
        let client = SNSClient(makeClient(.sns, FakeTransport([.answer(200, answer)])))
        await #expect(throws: AWSError.self) {
            try await client.findTopic(Self.topic, deadline: .later)
        }
    }

    @Test func `at its limits a notice is sent`() async throws {
        let message = String(repeating: "m", count: 262_144)
        let subject = String(repeating: "s", count: 99)
        let notice = Notice(topic: Self.topic, message: message, subject: subject)
        #expect(try await publish(notice, Self.answer).id == "n-1")
    }
}
