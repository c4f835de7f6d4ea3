package import AWS
package import Orders

/// Publishes alerts to an SNS topic: a text for people, and the webhook's JSON for subscribers that are programs.
package struct TopicTarget: AlertTarget {
    package let way = AlertWay.topic
    private let topic: String
    private let sns: SNSClient
    private let gate: ProviderGate?
    private let clock: any WallClock
    private let timeout: Duration

    /// `gate` is where notices of orders pass: alerts count there, and wait for none of them.
    package init(
        _ topic: String,
        by sns: SNSClient,
        beside gate: ProviderGate?,
        clock: any WallClock,
        timeout: Duration
    ) {
        self.topic = topic
        self.sns = sns
        self.gate = gate
        self.clock = clock
        self.timeout = timeout
    }

    package func send(_ message: AlertMessage) async -> AlertAttempt {
        if let until = gate?.status.restsUntil { return .postponed(until: until) }
        gate?.countAside(weight: 1)
        do throws(AWSError) {
            _ = try await sns.publish(Self.notice(message, to: topic), deadline: .now + timeout)
            return .accepted
        } catch {
            return AlertAttempt(error, SendExplanation(error, in: sns.region))
        }
    }

    static func notice(_ message: AlertMessage, to topic: String) -> Notice {
        var notice = Notice(topic: topic, message: message.text, subject: message.title)
        let document = String(decoding: message.body, as: UTF8.self)
        for name in ["http", "https", "lambda", "sqs", "firehose"] {
            notice.protocolMessages[name] = document
        }
        notice.protocolMessages["sms"] = message.title
        notice.attributes = ["type": .string(message.type), "id": .string(message.id)]
        if topic.hasSuffix(".fifo") {
            notice.groupID = message.alert
            notice.deduplicationID = message.id
        }
        return notice
    }
}
