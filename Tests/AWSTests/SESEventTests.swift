import JSON
import Testing

@testable import AWS

/// The shapes are those of the SES Developer Guide's examples, "Examples of event data that Amazon SES publishes to Amazon SNS" and
/// "… to Amazon EventBridge", with other names.
struct `An event of SES` {
    private static let mail =
        #""mail":{"messageId":"m-1","destination":["a@example.com"],"tags":{"orderId":["001"],"ses:configuration-set":["c"]}}"#

    private static let bounce =
        #"{"eventType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General","bouncedRecipients":[{"emailAddress":"a@example.com","status":"5.1.1"}],"timestamp":"2026-12-01T00:00:00.000Z","feedbackId":"f-1"},\#(mail)}"#

    /// What an event says, in words.
    private static func words(_ event: SESEvent) -> String {
        let rest = [event.detail, event.recipients.joined(separator: ",")].compactMap(\.self)
        return "\(event.kind) \(event.messageID) \(event.tags["orderId"] ?? "-") \(event.id): "
            + rest.joined(separator: " | ")
    }

    @Test(arguments: [
        (bounce, "bounce m-1 001 f-1: Permanent General | a@example.com"),
        (
            #"{"notificationType":"Bounce","bounce":{"bounceType":"Transient","feedbackId":"f"},\#(mail)}"#,
            "bounce m-1 001 f: Transient | "
        ),
        (
            #"{"eventType":"Complaint","complaint":{"complainedRecipients":[{"emailAddress":"a@example.com"}],"feedbackId":"f-2","complaintFeedbackType":"abuse"},\#(mail)}"#,
            "complaint m-1 001 f-2: abuse | a@example.com"
        ),
        (
            #"{"eventType":"Delivery","delivery":{"timestamp":"T","recipients":["a@example.com"],"smtpResponse":"250 ok"},\#(mail)}"#,
            "delivery m-1 001 Delivery T: 250 ok | a@example.com"
        ),
        (#"{"eventType":"Send","send":{},\#(mail)}"#, "send m-1 001 Send : "),
        (
            #"{"eventType":"Reject","reject":{"reason":"Bad content"},\#(mail)}"#,
            "reject m-1 001 Reject : Bad content | "
        ),
        (
            #"{"eventType":"DeliveryDelay","deliveryDelay":{"delayType":"MailboxFull","timestamp":"T","delayedRecipients":[{"emailAddress":"a@example.com"}]},\#(mail)}"#,
            "delay m-1 001 DeliveryDelay T: MailboxFull | a@example.com"
        ),
        (
            #"{"eventType":"Rendering Failure","failure":{"errorMessage":"no name","templateName":"T"},\#(mail)}"#,
            "renderingFailure m-1 001 Rendering Failure : no name | "
        ),
    ])
    func `says of which e-mail it is and what became of that`(text: String, words: String) throws {
        let envelopes = [
            text,
            JSONValue.object([
                "Type": "Notification", "TopicArn": "arn:aws:sns:us-east-1:1:t",
                "Message": .string(text),
            ])
            .text,
            JSONValue.object([
                "source": "aws.ses", "detail-type": "Email",
                "detail": try JSONValue(parsing: Array(text.utf8)),
            ])
            .text,
        ]
        for envelope in envelopes {
            guard case .event(let event) = try SESEventMessage(envelope) else {
                Issue.record("\(envelope)")
                continue
            }
            #expect(Self.words(event) == words)
        }
    }

    @Test func `is a hard bounce when it is for good`() throws {
        for (type, isHard) in [("Permanent", true), ("Transient", false), ("Undetermined", false)] {
            let text = Self.bounce.replacing("Permanent", with: type)
            guard case .event(let event) = try SESEventMessage(text) else { return }
            #expect(event.isHardBounce == isHard)
        }
    }

    @Test(arguments: [
        (#"{"eventType":"Open","open":{},\#(mail)}"#, "Open"),
        (
            #"{"Type":"Notification","TopicArn":"t","Message":"Successfully validated SNS topic"}"#,
            "Notification"
        ),
        (
            #"{"Type":"SubscriptionConfirmation","TopicArn":"t","Message":"You have…"}"#,
            "SubscriptionConfirmation"
        ),
    ])
    func `may be none that an order's story tells`(text: String, name: String) throws {
        #expect(try SESEventMessage(text) == .other(name))
    }

    @Test(arguments: [
        ("no", "it is not JSON: expected a value at byte 0"),
        ("{}", "it is no event of SES: it has no eventType"),
        (#"{"eventType":"Bounce"}"#, "it is no event of SES: its mail has no messageId"),
        (
            #"{"eventType":"Bounce","mail":{"messageId":""}}"#,
            "it is no event of SES: its mail has no messageId"
        ),
    ])
    func `has to be one`(text: String, words: String) {
        #expect(throws: SESEventMessage.Unreadable(words)) { try SESEventMessage(text) }
    }
}
