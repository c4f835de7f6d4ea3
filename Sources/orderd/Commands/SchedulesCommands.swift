import ArgumentParser
import Formats
import FoundationEssentials
import HTTPTypes
import JSON
import Orders

/// `orderd schedules …`: what a running service runs at its times, and when schedules fire.
struct SchedulesCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedules",
        abstract: "See and change what is run at its times.",
        subcommands: [
            Next.self, List.self, Show.self, Create.self, Change.self, Enable.self, Disable.self,
            Delete.self,
        ]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List them, by name.")

        @OptionGroup var service: ServiceOptions
        @OptionGroup var page: PageOptions

        func run() async throws {
            try service.show(await service.ask(.get, "/schedules?\(page.query)"), as: .schedules)
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one: its next times, and what became of the last ones."
        )

        @OptionGroup var service: ServiceOptions

        @Argument(help: "Its name.")
        var name: String

        func run() async throws {
            try service.show(await service.ask(.get, path(of: name)), as: .schedule)
        }
    }

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a schedule.",
            discussion: """
                For example: orderd schedules create nightly 'cron(0 3 * * ? *)' --zone Europe/Berlin --workflow Reports

                What has no option here is given by --definition: a JSON object with the members that config/SCHEDULES.md \
                describes; options count before it.
                """
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Argument(help: "Its name.")
        var name: String

        @Argument(help: "Such as 'rate(5 minutes)' or 'cron(0 9 ? * MON-FRI *)'.")
        var expression: String?

        @Option(help: "The time zone of the expression's local times, such as Europe/Berlin.")
        var zone: String?

        @Option(help: "The workflow that is run.")
        var workflow: String?

        @Option(help: "The function that is run instead of a workflow, by name or ARN.")
        var function: String?

        @Option(help: "A file with the JSON that each run is given, or - for standard input.")
        var input: String?

        @Option(
            help:
                "What becomes of a time while the run before it goes on: skip, buffer-one or allow."
        )
        var overlap: String?

        @Option(help: "A file with the rest of its definition as JSON, or - for standard input.")
        var definition: String?

        func run() async throws {
            var members = try definition.map { try SchedulesCommands.object(in: $0) } ?? [:]
            members["name"] = .string(name)
            if let expression { members["expression"] = .string(expression) }
            if let zone { members["timeZone"] = .string(zone) }
            if let overlap { members["overlap"] = .string(overlap) }
            var target = members["target"]?.object ?? JSONObject()
            if let workflow { target["workflow"] = .string(workflow) }
            if let function { target["function"] = .string(function) }
            if let input { target["input"] = try JSONValue(parsing: InputFile(input).bytes) }
            if !target.isEmpty { members["target"] = .object(target) }
            if let reason = by.reason { members["reason"] = .string(reason) }
            let body = JSONValue.object(members).bytes
            let answer = try await service.ask(.post, "/schedules", body: body, fields: by.fields)
            try service.show(answer, as: .schedule)
        }
    }

    struct Change: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change members of a schedule.",
            discussion: """
                For example: orderd schedules change nightly '{"expression": "cron(0 4 * * ? *)", "end": null}'

                A member that is null is taken away; of an object only the members that are named change.
                """
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Argument(help: "Its name.")
        var name: String

        @Argument(help: "What changes: a JSON object, a file with one, or - for standard input.")
        var changes: String

        func run() async throws {
            let isText = changes.first { !$0.isWhitespace } == "{"
            let members =
                isText
                ? try SchedulesCommands.object(Array(changes.utf8))
                : try SchedulesCommands.object(in: changes)
            try await SchedulesCommands.patch(name, members, service, by)
        }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a schedule go on: from now, not from where it was switched off."
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Argument(help: "Its name.")
        var name: String

        func run() async throws {
            try await SchedulesCommands.patch(name, ["enabled": true], service, by)
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Switch a schedule off; runs that have begun go on."
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Argument(help: "Its name.")
        var name: String

        func run() async throws {
            try await SchedulesCommands.patch(name, ["enabled": false], service, by)
        }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Delete a schedule; runs that have begun go on."
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var by: OperatorOptions

        @Argument(help: "Its name.")
        var name: String

        func run() async throws {
            let answer = try await service.ask(
                .delete,
                path(of: name),
                body: JSONObject.said(["reason": by.reason]),
                fields: by.fields
            )
            guard answer.status == 204 else { return try service.show(answer) }
            print("\(name): deleted")
        }
    }
}

extension SchedulesCommands {
    fileprivate static func patch(
        _ name: String,
        _ changes: JSONObject,
        _ service: ServiceOptions,
        _ by: OperatorOptions
    ) async throws {
        var members = changes
        if let reason = by.reason { members["reason"] = .string(reason) }
        let answer = try await service.ask(
            .patch,
            path(of: name),
            body: JSONValue.object(members).bytes,
            fields: by.fields
        )
        try service.show(answer, as: .schedule)
    }

    fileprivate static func object(in path: String) throws -> JSONObject {
        try object(try InputFile(path).bytes)
    }

    fileprivate static func object(_ text: [UInt8]) throws -> JSONObject {
        guard let members = try JSONValue(parsing: text).object else {
            throw ValidationError("a JSON object is expected")
        }
        return members
    }
}

private func path(of name: String) -> String { "/schedules/\(PercentEncoding.encode(name))" }
