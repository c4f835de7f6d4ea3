package import AWS

/// What the credentials must be allowed so that log lines are shipped: exactly what the settings lead to.
package enum LogShippingPermissions {
    /// Those for that destination; metrics in Embedded Metric Format need none of their own.
    package static func statements(
        _ configuration: LogShipper.Configuration,
        partition: String,
        region: String,
        account: String
    ) -> [PolicyStatement] {
        let group =
            "arn:\(partition):logs:\(region):\(account):log-group:\(configuration.destination.group)"
        // A stream's ARN is the group's with the stream; IAM compares calls about the group with either spelling.
        var statements = [
            PolicyStatement(
                "ShipLogs",
                ["logs:CreateLogStream", "logs:PutLogEvents"],
                on: [group, "\(group):*"]
            )
        ]
        if configuration.makesGroup {
            statements.append(
                PolicyStatement(
                    "MakeTheLogGroup",
                    ["logs:CreateLogGroup"],
                    on: [group, "\(group):*"]
                )
            )
        }
        return statements
    }
}
