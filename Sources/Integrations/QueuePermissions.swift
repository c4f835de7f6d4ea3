package import AWS

/// What the credentials must be allowed so that messages are taken out of queues: those of orders, and SES's feedback.
package enum QueuePermissions {
    /// Those for the queues of these names; nothing for none.
    package static func statements(
        _ queues: [String],
        partition: String,
        region: String,
        account: String
    ) -> [PolicyStatement] {
        guard !queues.isEmpty else { return [] }
        return [
            PolicyStatement(
                "TakeMessages",
                [
                    "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility",
                    "sqs:GetQueueAttributes",
                ],
                on: queues.map { "arn:\(partition):sqs:\(region):\(account):\($0)" }
            )
        ]
    }
}
