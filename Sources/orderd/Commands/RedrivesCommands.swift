import ArgumentParser
import HTTPTypes
import JSON

/// `orderd redrives …`: many orders run again by a running service.
struct RedrivesCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redrives",
        abstract: "Run many orders again, by status, error and time, some a second.",
        subcommands: [Begin.self, List.self, Wait.self, Cancel.self]
    )

    struct Begin: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begin one, or with --preview say which orders it would mean.",
            discussion: """
                  orderd redrives begin --error States.Timeout --preview
                  orderd redrives begin --error States.Timeout --rate 50 --wait
                """
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Option(
            help: """
                How they ended, FAILED (where anything else is said of them), TIMED_OUT or ABORTED; or HELD, to let them go on. With --stop: HELD, QUEUED \
                or RUNNING.
                """,
            completion: .list(["FAILED", "TIMED_OUT", "ABORTED", "HELD", "QUEUED", "RUNNING"])
        )
        var status: String?

        @Option(help: "Only orders that ended with this error, such as States.Timeout.")
        var error: String?

        @Option(help: "Only orders that ended, or are held, in this state of their workflow.")
        var state: String?

        @Option(help: "Only orders of this workflow: its name, or the SHA-256 that an order shows.")
        var workflow: String?

        @Option(help: "Only orders that ended then or later, such as 2026-11-23T12:00:00Z.")
        var finishedAfter: String?

        @Option(help: "Only orders that ended before.")
        var finishedBefore: String?

        @Option(help: "How many a second.")
        var rate = 10

        @Flag(help: "From the workflow's start instead of the failed state.")
        var fromStart = false

        @Option(
            help:
                "With --from-start: a JSON Patch (RFC 6902) of each order's input, or - for stdin.",
            completion: .file()
        )
        var patch: String?

        @Flag(help: "On the definition that new orders run on.")
        var onCurrent = false

        @Flag(help: "End the orders for good that are HELD, QUEUED or RUNNING.")
        var stop = false

        @Flag(help: "Say which orders it would mean, and change nothing.")
        var preview = false

        @Flag(help: "Wait for its end: exit 0 when it has done all, 1 otherwise.")
        var wait = false

        func run() async throws {
            var members: JSONObject = ["ratePerSecond": .number(rate)]
            let texts = [
                ("status", status), ("error", error), ("state", state), ("workflow", workflow),
                ("finishedAfter", finishedAfter),
                ("finishedBefore", finishedBefore), ("reason", by.reason),
            ]
            for (name, text) in texts { if let text { members[name] = .string(text) } }
            if fromStart { members["from"] = "start" }
            if onCurrent { members["definition"] = "current" }
            if stop { members["action"] = "stop" }
            if let patch { members["input"] = try JSONValue(parsing: try contents(of: patch)) }
            if preview { members["preview"] = true }
            let body = JSONValue.object(members).bytes
            let connection = try service.connect()
            defer { connection.close() }
            let path = "/redrives"
            let answer = try await connection.send(.post, path, body: body, fields: by.fields)
            guard wait, !preview, let id = try service.document(answer)["id"]?.int else {
                return try service.show(answer)
            }
            try await RedriveWait(connection: connection, service: service, id: id).run()
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show how far they are, the newest first."
        )

        @OptionGroup var service: ServiceOptions

        func run() async throws {
            try service.show(await service.ask(.get, "/redrives"), as: .redrives)
        }
    }

    struct Cancel: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End one; what it has redriven goes on."
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Argument(help: "Its id.")
        var redrive: Int

        func run() async throws {
            let body = JSONObject.said(["reason": by.reason])
            let path = "/redrives/\(redrive)/cancel"
            try service.show(await service.ask(.post, path, body: body, fields: by.fields))
        }
    }
}
