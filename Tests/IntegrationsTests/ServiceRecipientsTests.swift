import AWS
import HTTP
import Integrations
import JSON
import Orders
import StatesLanguage
import TestClosing
import Testing

/// Whom e-mails by a service's ARN go to, and how many the provider counts.
@Suite(.closing)
struct `An e-mail by a service's ARN` {
    @Test func `to a suppressed address is refused, wherever the address stands`() async throws {
        let fixture = try await ServiceFixture.make()
        let list = try await SuppressionList(store: fixture.store, clock: FixedClock())
        let address = try EmailAddress("b@example.com")
        _ = try await list.add(address, .manual, by: Operator("test"))
        let raw = "From: a@example.com\r\nTo: c@example.com,\r\n B <b@example.com>\r\n\r\ntext"
        let transport = AnsweringTransport([])
        for (visit, input) in [
            ["Destination": ["CcAddresses": ["B <b@example.com>"]]],
            ["Content": ["Raw": ["Data": .string(raw)]]],
        ].enumerated() as EnumeratedSequence<[JSONValue]> {
            var call = ServiceFixture.Call("arn:aws:states:::aws-sdk:sesv2:sendEmail", input)
            call.suppressions = list
            call.visit = visit + 10
            let outcome = try await fixture.perform(call, transport)
            guard case .failed("Suppressed", _) = outcome else {
                Issue.record("\(outcome)")
                continue
            }
        }
        #expect(transport.requests.isEmpty)
    }

    @Test func `counts as many as the provider counts`() throws {
        func weight(_ resource: TaskResource, _ input: JSONValue) throws -> Int {
            try #require(ServiceAction(resource)?.delivery).weight(input)
        }
        let all: JSONValue = [
            "ToAddresses": ["a@x.com", "b@x.com"], "CcAddresses": ["c@x.com"],
            "BccAddresses": ["d@x.com"],
        ]
        #expect(
            try weight("arn:aws:states:::aws-sdk:sesv2:sendEmail", ["Destination": all]) == 4
        )
        #expect(
            try weight(
                "arn:aws:states:::aws-sdk:ses:sendRawEmail",
                ["Destinations": ["a@x.com", "b@x.com"]]
            ) == 2
        )
        #expect(
            try weight(
                "arn:aws:states:::aws-sdk:sesv2:sendBulkEmail",
                ["BulkEmailEntries": [["Destination": all], ["Destination": all]]]
            ) == 8
        )
        #expect(
            try weight(
                "arn:aws:states:::aws-sdk:sqs:sendMessageBatch",
                ["Entries": [[:], [:], [:]]]
            ) == 3
        )
        #expect(try weight("arn:aws:states:::sns:publish", [:]) == 1)
    }
}
