import ArgumentParser
import HTTPTypes

extension OrdersCommands {
    /// `orderd orders list`: the filters of `GET /orders` as options.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List orders, newest first.",
            discussion: """
                  orderd orders list --status HELD
                  orderd orders list --error Busy --created-after 2026-11-23T00:00:00Z
                  orderd orders list --email buyer@example.com
                """
        )

        @OptionGroup var service: ServiceOptions

        @Option(
            help: "Only orders of this status, such as FAILED or HELD.",
            completion: .list(Self.statuses)
        )
        var status: String?

        @Option(help: "Only orders of this workflow: its name, or the SHA-256 that an order shows.")
        var workflow: String?

        @Option(help: "Only orders that are, or ended, in this state of their workflow.")
        var state: String?

        @Option(help: "Only orders that ended with this error, such as States.Timeout.")
        var error: String?

        @Option(help: "Only orders of this number, of every workflow.")
        var number: String?

        @Option(help: "Only orders in whose input this e-mail address stands.")
        var email: String?

        @Option(help: "Only orders accepted then or later, such as 2026-11-23T12:00:00Z.")
        var createdAfter: String?

        @Option(help: "Only orders accepted before.")
        var createdBefore: String?

        @Option(help: "Only orders that ended then or later.")
        var finishedAfter: String?

        @Option(help: "Only orders that ended before.")
        var finishedBefore: String?

        @Option(help: "Where an earlier page ended: the cursor in its next.")
        var cursor: String?

        @Option(help: "The most to list.")
        var limit = 50

        private static let statuses = [
            "QUEUED", "RUNNING", "HELD", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED",
        ]

        var target: String {
            let filters = [
                ("status", status), ("workflow", workflow), ("state", state), ("error", error),
                ("number", number), ("email", email),
                ("createdAfter", createdAfter), ("createdBefore", createdBefore),
                ("finishedAfter", finishedAfter), ("finishedBefore", finishedBefore),
                ("cursor", cursor),
            ]
            return filters.reduce(into: "/orders?limit=\(limit)") { target, filter in
                guard let value = filter.1 else { return }
                target += "&\(filter.0)=\(value.escapedForPath)"
            }
        }

        func run() async throws {
            try service.show(await service.ask(.get, target), as: .orders)
        }
    }
}
