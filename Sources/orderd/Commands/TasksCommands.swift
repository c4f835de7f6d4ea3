import ArgumentParser
import Formats
import HTTPTypes
import JSON
import Orders

/// `orderd tasks …`: tasks of a running service whose ends somebody outside tells.
///
/// A token is read from a file or from standard input, never from the command line, which other users of the machine see.
struct TasksCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks",
        abstract: "See the tasks that wait for an answer from outside, and give it.",
        subcommands: [List.self, Take.self, Success.self, Failure.self, Heartbeat.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List them, longest open first."
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var page: PageOptions

        func run() async throws {
            try service.show(await service.ask(.get, "/tasks?\(page.query)"), as: .tasks)
        }
    }

    struct Take: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take up a task of an activity, as a worker: its token and its input."
        )

        @OptionGroup var service: ServiceOptions

        @Argument(help: "The activity's name.")
        var activity: String

        @Option(help: "What the worker calls itself.")
        var worker: String?

        @Option(help: "How many seconds to wait for one, 60 at most.")
        var wait = 0

        func run() async throws {
            guard (0...TaskDesk.longestPoll).contains(wait) else {
                throw ValidationError("--wait is from 0 to \(TaskDesk.longestPoll) seconds")
            }
            var service = service
            service.timeout += wait
            var fields = HTTPFields()
            if let prefer = HTTPField.Name("Prefer") { fields[prefer] = "wait=\(wait)" }
            let answer = try await service.ask(
                .post,
                "/activities/\(PercentEncoding.encode(activity))/task",
                body: JSONObject.said(["workerName": worker]),
                fields: fields
            )
            guard answer.status == 204 else { return try service.show(answer) }
            StandardError.write("no task of \(activity) waits for a worker\n")
            throw ExitCode.failure
        }
    }

    struct Success: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say that a task ended well.")

        @OptionGroup var service: ServiceOptions
        @OptionGroup var token: TokenOptions

        @Option(help: "The task's result, as JSON.")
        var output = "{}"

        func run() async throws {
            let value: JSONValue
            do { value = try JSONValue(parsing: Array(output.utf8)) } catch {
                throw ValidationError("--output is no JSON: \(error)")
            }
            try await token.tell("success", ["output": value], to: service)
        }
    }

    struct Failure: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that a task failed; Retry and Catch decide."
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var token: TokenOptions

        @Option(help: "The error's name.")
        var error: String?

        @Option(help: "Why.")
        var cause: String?

        func run() async throws {
            var members = JSONObject()
            members["error"] = error.map { .string($0) }
            members["cause"] = cause.map { .string($0) }
            try await token.tell("failure", members, to: service)
        }
    }

    struct Heartbeat: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say that a task is being worked on."
        )

        @OptionGroup var service: ServiceOptions
        @OptionGroup var token: TokenOptions

        func run() async throws { try await token.tell("heartbeat", JSONObject(), to: service) }
    }
}

/// Where a task's token comes from.
struct TokenOptions: ParsableArguments {
    @Option(help: "A file with the task's token; -: standard input.", completion: .file())
    var tokenFile = "-"

    /// Tells the service about the task, and a person what came of it.
    fileprivate func tell(
        _ what: String,
        _ members: JSONObject,
        to service: ServiceOptions
    ) async throws {
        var members = members
        members["taskToken"] = .string(try token())
        let body = JSONValue.object(members).bytes
        let answer = try await service.ask(.post, "/tasks/\(what)", body: body)
        try service.show(answer)
    }

    private func token() throws -> String {
        let text: String
        do { text = try InputFile(tokenFile, maximumSize: 1 << 16).text } catch {
            throw ValidationError("\(error)")
        }
        let token = String(text.drop(while: \.isWhitespace).prefix { !$0.isWhitespace })
        guard !token.isEmpty else {
            throw ValidationError(
                tokenFile == "-"
                    ? "standard input has no token: pipe the task's token in, or name a file with --token-file"
                    : "\(tokenFile) has no token: write the task's token into it"
            )
        }
        return token
    }
}
