import HTTP
import JSON
import Testing

@testable import AWS

struct `A call of a service` {
    private static func call(
        _ name: String,
        _ action: String,
        _ arguments: JSONValue = [:]
    ) throws -> ServiceCall {
        let model = try #require(ServiceTable.shared.service(name))
        return try ServiceCall(
            try #require(model.operation(action)),
            of: model,
            arguments,
            token: "t"
        )
    }

    @Test(
        arguments: [
            (
                "dynamodb", "getItem", #"{"Item":{"a":{"S":"x"},"b":{"B":"eA=="}}}"#,
                ["Item": ["a": ["S": "x"], "b": ["B": "x"]]]
            ),
            (
                "sfn", "startExecution", #"{"executionArn":"e","startDate":1687435200.5}"#,
                ["ExecutionArn": "e", "StartDate": "2023-06-22T12:00:00.500Z"]
            ),
            (
                "secretsmanager", "describeSecret", #"{"Name":"n","CreatedDate":1687435200}"#,
                ["Name": "n", "CreatedDate": "2023-06-22T12:00:00Z"]
            ),
            (
                "ecs", "describeTaskDefinition",
                #"{"taskDefinition":{"containerDefinitions":[{"dockerLabels":{"a":"b"}}]}}"#,
                ["TaskDefinition": ["ContainerDefinitions": [["DockerLabels": ["a": "b"]]]]]
            ),
            ("sesv2", "sendEmail", #"{"MessageId":"m"}"#, ["MessageId": "m"]),
            ("dynamodb", "putItem", "", [:]),
        ] as [(String, String, String, JSONValue)]
    )
    func `gives its result in Step Functions' spelling`(
        _ name: String,
        _ action: String,
        _ body: String,
        _ result: JSONValue
    ) throws {
        let answer = try FakeTransport.Answer.answer(200, body).get()
        #expect(try Self.call(name, action).result(answer) == result)
    }

    @Test func `reads the query protocol's XML by the shapes`() throws {
        let xml = """
            <R xmlns="x"><GetSendQuotaResult><Max24HourSend>200.0</Max24HourSend><SentLast24Hours>1</SentLast24Hours>\
            </GetSendQuotaResult></R>
            """
        let answer = try FakeTransport.Answer.answer(200, xml).get()
        #expect(
            try Self.call("ses", "getSendQuota").result(answer) == [
                "Max24HourSend": 200, "SentLast24Hours": 1,
            ]
        )
        let list = """
            <R><ListTopicsResult><Topics><member><TopicArn>a</TopicArn></member><member><TopicArn>b</TopicArn></member>\
            </Topics></ListTopicsResult></R>
            """
        let topics = try FakeTransport.Answer.answer(200, list).get()
        #expect(
            try Self.call("sns", "listTopics").result(topics) == [
                "Topics": [["TopicArn": "a"], ["TopicArn": "b"]]
            ]
        )
        let attributes = """
            <R><GetTopicAttributesResult><Attributes><entry><key>Owner</key><value>1</value></entry></Attributes>\
            </GetTopicAttributesResult></R>
            """
        let answered = try FakeTransport.Answer.answer(200, attributes).get()
        let call = try Self.call("sns", "getTopicAttributes", ["TopicArn": "x"])
        #expect(try call.result(answered) == ["Attributes": ["Owner": "1"]])
    }

    @Test func `puts status, fields and body of a REST answer together`() throws {
        let call = try Self.call("lambda", "invoke", ["FunctionName": "f"])
        let fields = ["X-Amz-Executed-Version": "$LATEST", "X-Amz-Function-Error": "Unhandled"]
        let answer = try FakeTransport.Answer.answer(200, #"{"a":1}"#, fields).get()
        #expect(
            try call.result(answer) == [
                "StatusCode": 200, "FunctionError": "Unhandled", "ExecutedVersion": "$LATEST",
                "Payload": #"{"a":1}"#,
            ]
        )
    }

    @Test func `says what is wrong with arguments`() throws {
        for (name, action, arguments, words) in [
            ("dynamodb", "getItem", ["a"], "an object is wanted"),
            ("lambda", "getFunction", [:], "lacks the argument FunctionName"),
            ("lambda", "getFunction", ["FunctionName": ["a"]], "a text, number or boolean"),
            ("lambda", "invoke", ["FunctionName": "f", "ClientContext": "a\nb"], "line break"),
            ("lambda", "getFunction", ["FunctionName": ""], "is empty"),
        ] as [(String, String, JSONValue, String)] {
            do {
                _ = try Self.call(name, action, arguments)
                Issue.record("\(name):\(action) took \(arguments.text)")
            } catch let fault as ServiceCallFault {
                #expect(fault.description.contains(words), "\(fault)")
            }
        }
    }

    @Test func `has the token that makes it known again, unless there is one`() throws {
        let made = try Self.call(
            "batch",
            "createComputeEnvironment",
            ["ComputeEnvironmentName": "c"]
        )
        #expect(!made.request.body.isEmpty)
        let own = try Self.call("athena", "startQueryExecution", ["QueryString": "q"])
        #expect(try JSONValue(parsing: own.request.body)["ClientRequestToken"] == "t")
        let given = try Self.call("athena", "startQueryExecution", ["ClientRequestToken": "mine"])
        #expect(try JSONValue(parsing: given.request.body)["ClientRequestToken"] == "mine")
    }
}
