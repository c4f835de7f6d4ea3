import ArgumentParser
import Formats
import HTTPTypes
import JSON

/// `orderd suppressions …`: whom a running service sends nothing to.
struct SuppressionsCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suppressions",
        abstract: "See and change the list of addresses that nothing is sent to.",
        subcommands: [List.self, Show.self, Add.self, Remove.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List them, by address.")

        @OptionGroup var service: ServiceOptions
        @OptionGroup var page: PageOptions

        func run() async throws {
            let answer = try await service.ask(.get, "/suppressions?\(page.query)")
            try service.show(answer, as: .suppressions)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say why nothing is sent to an address."
        )

        @OptionGroup var service: ServiceOptions

        @Argument(help: "The address.")
        var address: String

        func run() async throws {
            try service.show(
                await service.ask(.get, "/suppressions/\(PercentEncoding.encode(address))")
            )
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put an address on the list."
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Argument(help: "The address.")
        var address: String

        @Option(help: "manual, bounce, complaint or refused.")
        var cause = "manual"

        func run() async throws {
            var members: JSONObject = ["address": .string(address), "cause": .string(cause)]
            if let reason = by.reason { members["reason"] = .string(reason) }
            let body = JSONValue.object(members).bytes
            try service.show(
                await service.ask(.post, "/suppressions", body: body, fields: by.fields)
            )
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take an address off the list: mail is sent to it again."
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Argument(help: "The address.")
        var address: String

        func run() async throws {
            let answer = try await service.ask(
                .delete,
                "/suppressions/\(PercentEncoding.encode(address))",
                body: JSONObject.said(["reason": by.reason]),
                fields: by.fields
            )
            guard answer.status == 204 else { return try service.show(answer) }
            print("\(address): off the list")
        }
    }
}
