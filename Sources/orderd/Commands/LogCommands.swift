import ArgumentParser
import HTTPTypes
import JSON
import Logging

/// `orderd log …`: what a running service writes into its log.
struct LogCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "See and change what a running service logs.",
        subcommands: [Level.self]
    )

    struct Level: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Show from which level on each component is logged, or change that until the next start.",
            discussion: """
                  orderd log level
                  orderd log level engine=debug http=warning
                  orderd log level all=info

                Components: \(LogComponent.names.joined(separator: ", ")).
                Levels: \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")).
                """
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Argument(help: "What changes: COMPONENT=LEVEL, or all=LEVEL.")
        var changes: [String] = []

        func run() async throws {
            guard !changes.isEmpty else {
                return try service.show(await service.ask(.get, "/log/levels"))
            }
            var levels = JSONObject()
            for change in changes {
                let sides = change.split(separator: "=", omittingEmptySubsequences: false)
                guard sides.count == 2, !sides[0].isEmpty else {
                    throw ValidationError("\(change) changes nothing; write COMPONENT=LEVEL")
                }
                levels[String(sides[0])] = .string(String(sides[1]))
            }
            var body: JSONObject = ["levels": .object(levels)]
            if let reason = by.reason { body["reason"] = .string(reason) }
            try service.show(
                await service.ask(
                    .post,
                    "/log/levels",
                    body: JSONValue.object(body).bytes,
                    fields: by.fields
                )
            )
        }
    }
}
