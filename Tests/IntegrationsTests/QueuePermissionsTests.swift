import AWS
import Integrations
import JSON
import Testing

struct `The permissions that queues need` {
    private func statements(_ queues: [String]) -> [PolicyStatement] {
        QueuePermissions.statements(
            queues,
            partition: "aws-cn",
            region: "cn-north-1",
            account: "123456789012"
        )
    }

    @Test func `are none without a queue`() { #expect(statements([]).isEmpty) }

    @Test func `are to take messages out of each queue, and of no other`() {
        #expect(
            statements(["orders", "feedback.fifo"]).map(\.document) == [
                [
                    "Sid": "TakeMessages", "Effect": "Allow",
                    "Action": [
                        "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility",
                        "sqs:GetQueueAttributes",
                    ],
                    "Resource": [
                        "arn:aws-cn:sqs:cn-north-1:123456789012:orders",
                        "arn:aws-cn:sqs:cn-north-1:123456789012:feedback.fifo",
                    ],
                ]
            ]
        )
    }
}
