package import AWS

/// What the credentials must be allowed so that alerts are sent.
package enum AlertPermissions {
    /// Where an e-mail's identity and a topic belong.
    package struct Place: Sendable {
        package var partition: String
        package var region: String
        package var account: String

        package init(partition: String, region: String, account: String) {
            self.partition = partition
            self.region = region
            self.account = account
        }
    }

    /// Those of the topic, where there is one, and of e-mails from that address.
    package static func statements(
        topic: String?,
        sender: String?,
        in place: Place
    ) -> [PolicyStatement] {
        let sending = sender.map { sender in
            PolicyStatement(
                "SendAlerts",
                ["ses:SendEmail"],
                on: ["arn:\(place.partition):ses:\(place.region):\(place.account):identity/*"],
                where: ["ses:FromAddress": sender]
            )
        }
        let publishing = topic.map { topic in
            PolicyStatement(
                "PublishAlerts",
                ["sns:Publish", "sns:GetTopicAttributes"],
                on: [topic]
            )
        }
        return [sending, publishing].compactMap(\.self)
    }
}
