import ArgumentParser
import HTTPTypes
import JSON

/// `orderd queue …`: the queue of a running service as a whole.
struct QueueCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "Look at the queue as a whole, pause it, drain it, let it go on.",
        subcommands: [Show.self, Pause.self, Drain.self, Resume.self]
    )

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show its depth, ages, rates, and how SES and SNS are doing.",
            discussion: "orderd top follows them on a screen."
        )

        @OptionGroup var service: ServiceOptions

        func run() async throws { try service.show(await service.ask(.get, "/queue")) }
    }

    struct Pause: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take up no order any more; new ones are accepted.",
            discussion: """
                  orderd queue pause --reason "the templates are wrong"
                """
        )

        @OptionGroup var change: Change

        func run() async throws { try await change.ask("pause") }
    }

    struct Drain: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Accept no order any more; those that are there go on."
        )

        @OptionGroup var change: Change

        func run() async throws { try await change.ask("drain") }
    }

    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Accept and take up orders.")

        @OptionGroup var change: Change

        func run() async throws { try await change.ask("resume") }
    }

    /// What changes the queue.
    struct Change: ParsableArguments {
        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        func ask(_ verb: String) async throws {
            let body = JSONObject.said(["reason": by.reason])
            try service.show(
                await service.ask(.post, "/queue/\(verb)", body: body, fields: by.fields)
            )
        }
    }
}
