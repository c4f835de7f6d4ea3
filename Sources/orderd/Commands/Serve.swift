import ArgumentParser
import Foundation

/// `orderd serve`: the service itself.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Accept orders over HTTP and work on them."
    )

    @OptionGroup var options: SettingsOptions

    @Flag(help: "Take up no order until POST /queue/resume or orderd queue resume.")
    var paused = false

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        do {
            let startUp = try options.startUp(environment)
            try await Application(startUp, environment: environment, paused: paused).run()
        } catch let faults as SettingFaults {
            StandardError.write("orderd does not start:\n\(faults)\n")
            throw ExitCode(ExitCodes.configuration)
        } catch let end as UnusualEnd {
            throw ExitCode(end.exitCode)
        }
    }
}
