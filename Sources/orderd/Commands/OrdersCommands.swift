import ArgumentParser
import Formats
import HTTPTypes
import JSON

/// `orderd orders …`: the orders of a running service.
struct OrdersCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orders",
        abstract: "Submit, look at, stop and redrive orders of a running service.",
        subcommands: [
            Submit.self, List.self, Show.self, History.self, Watch.self, Stop.self, Redrive.self,
            Erase.self,
        ]
    )

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show how an order stands, or what happened to it.",
            discussion: """
                  orderd orders show 2026-0001
                  orderd orders show 2026-0001 --json | jq .deliveries

                orderd orders history tells the same events as a timeline.
                """
        )

        @OptionGroup var service: ServiceOptions

        @Flag(help: "Show the history instead.")
        var history = false

        @Argument(help: "The order number.")
        var order: String

        func run() async throws {
            let path = "/orders/\(order.escapedForPath)" + (history ? "/history?limit=1000" : "")
            try service.show(await service.ask(.get, path), as: history ? .history : .details)
        }
    }

    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End orders at once, whatever state they are in.",
            discussion: """
                  orderd orders stop 2026-0001 2026-0002 --reason "sent by mistake"
                """
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Argument(help: "The order numbers.")
        var orders: [String]

        func run() async throws {
            for (place, order) in orders.enumerated() {
                if place > 0, service.form.isTable(for: Terminal.isThere) { print() }
                let path = "/orders/\(order.escapedForPath)/stop"
                let body = JSONObject.said(["reason": by.reason])
                try service.show(await service.ask(.post, path, body: body, fields: by.fields))
            }
        }
    }

    struct Redrive: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run an order again that ended badly, or let a quarantined one go on.",
            discussion: """
                  orderd orders redrive 2026-0001
                  orderd orders redrive 2026-0001 --from-start --input mended.json
                """
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Flag(help: "From the workflow's start instead of the failed state.")
        var fromStart = false

        @Flag(help: "On the definition that new orders run on.")
        var onCurrent = false

        @Option(help: "A file with an edited order; only with --from-start.")
        var input: String?

        @Argument(help: "The order number.")
        var order: String

        func run() async throws {
            var members = JSONObject()
            if fromStart { members["from"] = "start" }
            if onCurrent { members["definition"] = "current" }
            if let input { members["input"] = try JSONValue(parsing: try contents(of: input)) }
            if let reason = by.reason { members["reason"] = .string(reason) }
            let path = "/orders/\(order.escapedForPath)/redrive"
            let body = JSONValue.object(members).bytes
            try service.show(await service.ask(.post, path, body: body, fields: by.fields))
        }
    }

    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erase what an ended order holds of its customer; the accounting stays.",
            discussion: """
                  orderd orders erase 2026-0001 --reason "the customer has asked for it"
                """
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Argument(help: "The order number.")
        var order: String

        func run() async throws {
            let path = "/orders/\(order.escapedForPath)"
            let body = JSONObject.said(["reason": by.reason])
            try service.show(await service.ask(.delete, path, body: body, fields: by.fields))
        }
    }
}

/// `orderd deliveries …`: the ledger of a running service.
struct DeliveriesCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries",
        abstract: "Look at e-mails and notices, and decide about uncertain ones.",
        subcommands: [List.self, Decide.self, DecideAll.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List ledger entries, newest first.",
            discussion: """
                  orderd deliveries list
                  orderd deliveries list --status refused --limit 500
                """
        )

        @OptionGroup var service: ServiceOptions

        @Option(
            help: "intended, sent, waiting, refused, uncertain or resend.",
            completion: .list(["intended", "sent", "waiting", "refused", "uncertain", "resend"])
        )
        var status = "uncertain"

        @Option(help: "The most to list.")
        var limit = 50

        func run() async throws {
            let path = "/deliveries?status=\(status.escapedForPath)&limit=\(limit)"
            try service.show(await service.ask(.get, path), as: .deliveries)
        }
    }

    struct Decide: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Decide about an uncertain delivery: resend or assume-sent.",
            discussion: """
                  orderd deliveries decide 17 assume-sent --reason "the customer has it"
                """
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Argument(help: "The delivery's id.")
        var delivery: Int

        @Argument(
            help: "resend (at least once) or assume-sent (at most once).",
            completion: .list(["resend", "assume-sent"])
        )
        var decision: String

        func run() async throws {
            let body = JSONObject.said(["decision": decision, "reason": by.reason])
            let path = "/deliveries/\(delivery)/decision"
            try service.show(await service.ask(.post, path, body: body, fields: by.fields))
        }
    }
}

extension String {
    /// The text as one segment of a path or value of a query.
    var escapedForPath: String {
        PercentEncoding.encode(self, keeping: .alphanumerics)
    }
}

extension JSONObject {
    /// The members that have a value, as JSON text.
    static func said(_ members: KeyValuePairs<String, String?>) -> [UInt8] {
        var object = JSONObject()
        for (name, value) in members {
            if let value { object[name] = .string(value) }
        }
        return JSONValue.object(object).bytes
    }
}

/// What a file or pipe holds; `-` is standard input.
func contents(of path: String) throws -> [UInt8] {
    do { return try InputFile(path).bytes } catch { throw ValidationError("\(error)") }
}
