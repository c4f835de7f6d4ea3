import ArgumentParser

/// The program: one command a file under `Commands`.
@main
struct Orderd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orderd",
        abstract: "Takes orders over HTTP and carries them to their end.",
        version: Version.text,
        subcommands: [
            Serve.self, Init.self, Check.self, Health.self, Top.self, OrdersCommands.self,
            DeliveriesCommands.self, QueueCommands.self, RedrivesCommands.self,
            TasksCommands.self, SchedulesCommands.self, SuppressionsCommands.self,
            StoreCommands.self,
            KeysCommands.self, WorkflowCommands.self, EmailCommands.self, LambdaCommands.self,
            RunSandbox.self,
        ]
    )

    static func main() async {
        // Every command: `orderd health` has the service's variables, and runs beside its functions.
        ProcessLimits.closeMemory()
        OutputWatch.begin()
        await main(nil)
    }
}

enum Version {
    static let text = "0.1.0"
}
