import AWS
import Integrations
import JSON
import Testing

struct `The permissions that sending needs` {
    private func policy(
        _ change: (inout EmailComposer.Configuration) -> Void = { _ in }
    ) throws -> JSONValue {
        var email = EmailComposer.Configuration(
            sender: try Mailbox("Shop <orders@shop.example.com>"),
            content: .texts(subject: try MessageTemplate("S"), text: try MessageTemplate("T"))
        )
        change(&email)
        let notice = NoticeComposer.Configuration(
            topic: "arn:aws-cn:sns:cn-north-1:123456789012:orders",
            subject: try MessageTemplate("S"),
            message: try MessageTemplate("M")
        )
        let statements = SendingPermissions.statements(email, notice, region: "cn-north-1")
        return PolicyStatement.policy(statements)
    }

    @Test func `are only to read where no workflow sends`() throws {
        let email = EmailComposer.Configuration(
            sender: try Mailbox("orders@shop.example.com"),
            content: .texts(subject: try MessageTemplate("S"), text: try MessageTemplate("T"))
        )
        let notice = NoticeComposer.Configuration(
            topic: "arn:aws:sns:eu-west-1:1:orders",
            subject: try MessageTemplate("S"),
            message: try MessageTemplate("M")
        )
        let statements = SendingPermissions.readingStatements(email, notice, region: "eu-west-1")
        #expect(
            statements.flatMap(\.actions) == [
                "ses:GetAccount", "ses:GetEmailIdentity", "sns:GetTopicAttributes",
            ]
        )
    }

    @Test func `are those of the calls that are made, and no more`() throws {
        #expect(
            try policy() == [
                "Version": "2012-10-17",
                "Statement": [
                    [
                        "Sid": "SendConfirmations", "Effect": "Allow", "Action": "ses:SendEmail",
                        "Resource": "arn:aws-cn:ses:cn-north-1:123456789012:identity/*",
                        "Condition": [
                            "StringEquals": ["ses:FromAddress": "orders@shop.example.com"]
                        ],
                    ],
                    [
                        "Sid": "ReadTheQuota", "Effect": "Allow", "Action": "ses:GetAccount",
                        "Resource": "*",
                    ],
                    [
                        "Sid": "ReadTheSender", "Effect": "Allow", "Action": "ses:GetEmailIdentity",
                        "Resource": [
                            "arn:aws-cn:ses:cn-north-1:123456789012:identity/orders@shop.example.com",
                            "arn:aws-cn:ses:cn-north-1:123456789012:identity/shop.example.com",
                            "arn:aws-cn:ses:cn-north-1:123456789012:identity/example.com",
                        ],
                    ],
                    [
                        "Sid": "PublishNotices", "Effect": "Allow", "Action": "sns:Publish",
                        "Resource": "arn:aws-cn:sns:cn-north-1:123456789012:orders",
                    ],
                    [
                        "Sid": "ReadTheTopic", "Effect": "Allow",
                        "Action": "sns:GetTopicAttributes",
                        "Resource": "arn:aws-cn:sns:cn-north-1:123456789012:orders",
                    ],
                ],
            ]
        )
    }

    @Test func `follow what is sent: files, templates, a configuration set`() throws {
        let place = "arn:aws-cn:ses:cn-north-1:123456789012"
        let files = try policy { $0.attachments.member = "files" }["Statement"]?[0]
        #expect(files?["Action"] == ["ses:SendEmail", "ses:SendRawEmail"])
        let template = try policy { email in
            email.content = .sesTemplate("Welcome")
            email.configurationSet = "main"
        }["Statement"]?[0]
        #expect(template?["Action"] == ["ses:SendEmail", "ses:SendTemplatedEmail"])
        #expect(
            template?["Resource"] == [
                .string("\(place):identity/*"), .string("\(place):configuration-set/main"),
                .string("\(place):template/Welcome"),
            ]
        )
    }

    @Test(
        arguments: [
            (
                "User `arn:aws:iam::1:user/u' is not authorized to perform `ses:SendRawEmail' on resource `x'",
                "ses:SendRawEmail"
            ),
            (
                "User: arn:aws:sts::1:assumed-role/r/s is not authorized to perform: SNS:Publish on resource: x",
                "SNS:Publish"
            ),
            (
                "User: arn:aws:iam::1:user/u is not authorized to perform: sns:Publish on resource: x",
                "sns:Publish"
            ),
            ("no", nil),
        ] as [(String, String?)]
    )
    func `that are missing are read from a refusal`(_ message: String, _ action: String?) {
        let fault = ServiceError(
            operation: "o",
            code: "AccessDenied",
            message: message,
            status: 403
        )
        #expect(fault.deniedAction == action)
    }
}
