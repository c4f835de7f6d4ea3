package import AWS
import Orders

/// What the credentials must be allowed so that e-mails and notices are sent: exactly what the settings lead to.
package enum SendingPermissions {
    /// Those of the e-mail and of the notice; the account is the topic's.
    package static func statements(
        _ email: EmailComposer.Configuration,
        _ notice: NoticeComposer.Configuration,
        region: String
    ) -> [PolicyStatement] {
        guard let topic = ARN(notice.topic) else { return [] }
        let place = "arn:\(topic.partition):ses:\(region):\(topic.account)"
        let sender = email.sender.address.mailbox
        let sets = email.configurationSet.map { ["\(place):configuration-set/\($0)"] } ?? []
        let sending = PolicyStatement(
            sends,
            actions(email),
            // A recipient that is an identity of the account counts as a resource too; so the sender is the condition.
            on: ["\(place):identity/*"] + sets + templates(email, place),
            where: ["ses:FromAddress": sender]
        )
        return [
            sending,
            PolicyStatement("ReadTheQuota", ["ses:GetAccount"], on: ["*"]),
            PolicyStatement(
                "ReadTheSender",
                ["ses:GetEmailIdentity"],
                on: SESStanding.identities(of: sender).map { "\(place):identity/\($0)" }
            ),
            PolicyStatement(publishes, ["sns:Publish"], on: [notice.topic]),
            PolicyStatement("ReadTheTopic", ["sns:GetTopicAttributes"], on: [notice.topic]),
        ]
    }

    /// Those of a service whose workflows send nothing by our own function: how sender and topic stand is read all the same.
    package static func readingStatements(
        _ email: EmailComposer.Configuration,
        _ notice: NoticeComposer.Configuration,
        region: String
    ) -> [PolicyStatement] {
        statements(email, notice, region: region).filter { ![sends, publishes].contains($0.id) }
    }

    private static let sends = "SendConfirmations"
    private static let publishes = "PublishNotices"

    private static func actions(_ email: EmailComposer.Configuration) -> [String] {
        guard case .texts = email.content else {
            return ["ses:SendEmail", "ses:SendTemplatedEmail"]
        }
        let hasFiles = email.attachments.member != nil || !email.attachments.files.isEmpty
        return hasFiles ? ["ses:SendEmail", "ses:SendRawEmail"] : ["ses:SendEmail"]
    }

    private static func templates(_ email: EmailComposer.Configuration, _ place: String) -> [String]
    {
        guard case .sesTemplate(let name) = email.content else { return [] }
        return [name.hasPrefix("arn:") ? name : "\(place):template/\(name)"]
    }
}
