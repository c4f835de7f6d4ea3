import JSON

@testable import AWS

extension BotocoreCall {
    private static let destination = LogDestination(group: "/shop/orders#1", stream: "web-1/2026 é")

    private static func logs(
        _ operation: String,
        _ parameters: JSONObject,
        send: @escaping @Sendable (CloudWatchLogsClient) async throws -> Void
    ) -> Self {
        var all: JSONObject = ["logGroupName": .string(destination.group)]
        for (name, value) in parameters { all[name] = value }
        return Self(
            service: .cloudWatchLogs,
            client: "logs",
            operation: operation,
            parameters: .object(all)
        ) { client in
            try await send(CloudWatchLogsClient(client))
        }
    }

    /// Calls of CloudWatch Logs.
    static let logs = [
        logs("create_log_group", [:]) { client in
            try await client.makeGroup(of: destination, deadline: .later)
        },
        logs("create_log_stream", ["logStreamName": .string(destination.stream)]) { client in
            try await client.makeStream(of: destination, deadline: .later)
        },
        logs(
            "put_log_events",
            [
                "logStreamName": .string(destination.stream),
                "logEvents": [
                    ["timestamp": 1_800_000_000_000, "message": #"{"message":"ä \" 😀"}"#],
                    ["timestamp": 1_800_000_000_001, "message": "b"],
                ],
            ]
        ) { client in
            var batch = LogBatch()
            _ = batch.append(Array(#"{"message":"ä \" 😀"}"#.utf8)[...], at: 1_800_000_000_000)
            _ = batch.append(Array("b".utf8)[...], at: 1_800_000_000_001)
            _ = try await client.put(batch, in: destination, deadline: .later)
        },
    ]
}
