import ArgumentParser
import HTTPTypes

/// `orderd workflow list`: the workflows of a running service.
struct WorkflowList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the workflows of a running service."
    )

    @OptionGroup var service: ServiceOptions

    func run() async throws {
        try service.show(await service.ask(.get, "/workflows"), as: .workflows)
    }
}

/// `orderd workflow show`: a definition that orders of a running service run on, or have run on.
struct WorkflowShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a definition of a running service."
    )

    @OptionGroup var service: ServiceOptions

    @Argument(help: "The workflow's name, or the definition's SHA-256, which an order shows.")
    var workflow: String

    func run() async throws {
        let answer = try await service.ask(.get, "/workflows/\(workflow.escapedForPath)")
        try service.show(answer)
    }
}

/// `orderd workflow reload`: has a running service read its definitions again.
struct WorkflowReload: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Have a running service read its definitions again; orders that run keep theirs."
    )

    @OptionGroup var service: ServiceOptions
    @OptionGroup var by: OperatorOptions

    func run() async throws {
        let answer = try await service.ask(.post, "/workflows/reload", fields: by.fields)
        try service.show(answer, as: .reloaded)
    }
}
