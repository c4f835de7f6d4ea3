import ArgumentParser
import HTTPTypes
import JSON

extension DeliveriesCommands {
    struct DecideAll: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Decide the same about all uncertain deliveries that the options mean.",
            discussion: """
                Each is decided and audited by itself. Where more are left than --limit, the answer has next, and the same \
                command with --before NEXT goes on.

                  orderd deliveries decide-all resend --kind email --preview
                  orderd deliveries decide-all resend --kind email --reason "SES was down"
                """
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Argument(
            help: "resend (at least once) or assume-sent (at most once).",
            completion: .list(["resend", "assume-sent"])
        )
        var decision: String

        @Option(help: "Only deliveries of this kind: email or notice.")
        var kind: String?

        @Option(help: "Only those of orders of this workflow, by its name or its definition's id.")
        var workflow: String?

        @Option(help: "Only those of orders with this status, such as HELD.")
        var orderStatus: String?

        @Option(help: "Only those of orders accepted then or later, such as 2026-11-23T12:00:00Z.")
        var createdAfter: String?

        @Option(help: "Only those of orders accepted before.")
        var createdBefore: String?

        @Option(help: "Only those whose sending last began then or later.")
        var intendedAfter: String?

        @Option(help: "Only those whose sending last began before.")
        var intendedBefore: String?

        @Option(help: "Go on where an answer said next.")
        var before: Int?

        @Option(help: "How many at most.")
        var limit = 100

        @Flag(help: "Say which deliveries it would mean, and change nothing.")
        var preview = false

        func run() async throws {
            var members: JSONObject = [
                "decision": .string(decision), "limit": .number(limit),
            ]
            let texts = [
                ("kind", kind), ("workflow", workflow), ("orderStatus", orderStatus),
                ("createdAfter", createdAfter), ("createdBefore", createdBefore),
                ("intendedAfter", intendedAfter), ("intendedBefore", intendedBefore),
                ("reason", by.reason),
            ]
            for (name, text) in texts { if let text { members[name] = .string(text) } }
            if let before { members["before"] = .number(before) }
            if preview { members["preview"] = true }
            let body = JSONValue.object(members).bytes
            try service.show(
                await service.ask(.post, "/deliveries/decisions", body: body, fields: by.fields),
                as: .decisions
            )
        }
    }
}
