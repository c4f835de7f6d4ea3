import ArgumentParser

/// The program: one command a file under `Commands`.
@main
struct Orderd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orderd",
        abstract: "Takes orders over HTTP and carries them to their end.",
        discussion: """
              orderd serve --sandbox          try it, without an AWS account
              orderd orders submit FILE       an order, or one on each line
              orderd orders watch NUMBER      follow one to its end
              orderd top                      see how the service is doing

            Exit: 0 done; 1 refused, out of reach or not wholly done; 2 a file cannot be used; 3, 4, 5 a watched order failed, \
            timed out, was stopped; 64 misused; 74, 75, 78 why a service ended (config/README.md).

            Completion: orderd --generate-completion-script bash, zsh or fish.
            """,
        version: Version.full,
        subcommands: [
            Serve.self, Init.self, Check.self, Health.self, Top.self, OrdersCommands.self,
            DeliveriesCommands.self, QueueCommands.self, RedrivesCommands.self,
            TasksCommands.self, SchedulesCommands.self, SuppressionsCommands.self,
            AlertsCommands.self, StoreCommands.self, LogCommands.self,
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
