internal import JSON

/// What SES tells of an e-mail after it was taken (SES Developer Guide, "Contents of event data that Amazon SES publishes").
package struct SESEvent: Sendable, Equatable {
    package var kind: Kind
    /// SES's number for the e-mail.
    package var messageID: String
    /// The tags that the e-mail was sent with.
    package var tags: [String: String]
    /// Whom it is about: of a bounce those that were not reached, of a complaint those that complained.
    package var recipients: [String]
    /// What makes it one event, of several of its kind.
    package var id: String
    /// More about it, such as `Permanent General`.
    package var detail: String?

    package enum Kind: String, Sendable, CaseIterable {
        case send = "Send"
        case delivery = "Delivery"
        case delay = "DeliveryDelay"
        case bounce = "Bounce"
        case complaint = "Complaint"
        case reject = "Reject"
        case renderingFailure = "Rendering Failure"
    }

    /// Whether SES will not try the address again: a bounce for good.
    package var isHardBounce: Bool { kind == .bounce && detail?.hasPrefix("Permanent") == true }
}

/// What a queue's message says that SES's events are led into, in any of their envelopes.
package enum SESEventMessage: Sendable, Equatable {
    case event(SESEvent)
    /// It is about something that no order's story tells: an opened mail, a click, a subscription.
    case other(String)

    /// Reads a message: SNS's envelope, EventBridge's, or the event alone, as raw delivery has it.
    ///
    /// Throws `Unreadable` when it is none of them.
    package init(_ body: String) throws(Unreadable) {
        let value = try Self.parse(body)
        if let text = value["Message"]?.string, value["TopicArn"] != nil || value["Type"] != nil {
            let inner = try? JSONValue(parsing: Array(text.utf8))
            // SNS itself writes such messages too: that a subscription was confirmed, or ended.
            guard let inner, inner.object != nil else {
                self = .other(value["Type"]?.string ?? "Notification")
                return
            }
            self = try Self.read(inner)
        } else if value["source"]?.string == "aws.ses", let detail = value["detail"] {
            self = try Self.read(detail)
        } else {
            self = try Self.read(value)
        }
    }

    package struct Unreadable: Error, Equatable, CustomStringConvertible {
        package let description: String

        init(_ description: String) { self.description = description }
    }

    private static func parse(_ body: String) throws(Unreadable) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: Array(body.utf8))
        } catch {
            throw Unreadable("it is not JSON: \(error)")
        }
    }

    private static func read(_ event: JSONValue) throws(Unreadable) -> SESEventMessage {
        // Notifications of an identity, older than events, have another word for it.
        guard let name = event["eventType"]?.string ?? event["notificationType"]?.string else {
            throw Unreadable("it is no event of SES: it has no eventType")
        }
        guard let kind = SESEvent.Kind(rawValue: name) else { return .other(name) }
        guard let mail = event["mail"], let id = mail["messageId"]?.string, !id.isEmpty else {
            throw Unreadable("it is no event of SES: its mail has no messageId")
        }
        var tags: [String: String] = [:]
        for (name, values) in mail["tags"]?.object ?? JSONObject() {
            tags[name] = values[0]?.string
        }
        let about = Self.about(kind, event)
        return .event(
            SESEvent(
                kind: kind,
                messageID: id,
                tags: tags,
                recipients: about.recipients,
                id: about.id ?? "\(name) \(about.time ?? "")",
                detail: about.detail
            )
        )
    }

    private static func about(
        _ kind: SESEvent.Kind,
        _ event: JSONValue
    ) -> (recipients: [String], id: String?, time: String?, detail: String?) {
        switch kind {
        case .bounce:
            let bounce = event["bounce"]
            let types = [bounce?["bounceType"], bounce?["bounceSubType"]].compactMap { $0?.string }
            return (
                addresses(bounce?["bouncedRecipients"]), bounce?["feedbackId"]?.string,
                bounce?["timestamp"]?.string, types.joined(separator: " ")
            )
        case .complaint:
            let complaint = event["complaint"]
            return (
                addresses(complaint?["complainedRecipients"]), complaint?["feedbackId"]?.string,
                complaint?["timestamp"]?.string, complaint?["complaintFeedbackType"]?.string
            )
        case .delivery:
            let delivery = event["delivery"]
            let recipients = (delivery?["recipients"]?.array ?? []).compactMap(\.string)
            return (
                recipients, nil, delivery?["timestamp"]?.string, delivery?["smtpResponse"]?.string
            )
        case .delay:
            let delay = event["deliveryDelay"]
            return (
                addresses(delay?["delayedRecipients"]), nil, delay?["timestamp"]?.string,
                delay?["delayType"]?.string
            )
        case .reject: return ([], nil, nil, event["reject"]?["reason"]?.string)
        case .renderingFailure: return ([], nil, nil, event["failure"]?["errorMessage"]?.string)
        case .send: return ([], nil, nil, nil)
        }
    }

    private static func addresses(_ value: JSONValue?) -> [String] {
        (value?.array ?? []).compactMap { $0["emailAddress"]?.string }
    }
}
