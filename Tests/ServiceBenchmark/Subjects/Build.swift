import Foundation

/// A build of orderd that is measured.
struct Build {
    let name: String
    let program: String
    /// Where it runs; nil is an empty folder, away from any config/ of the one where the benchmark was called.
    let folder: URL?
    /// The copies under which its instructions are counted; nil when seconds are.
    let instrumented: InstrumentedProgram?
}

extension Build {
    /// What a service is started with.
    struct Setting {
        let port: UInt16
        /// Canned SES and SNS; nil is the product's sandbox, in the process.
        let provider: Provider?
        /// KEY=VALUE of the command line.
        let settings: [String]
        /// Where callgrind's files are left, if they are wanted.
        let profiles: URL?
    }

    /// Starts a service with an empty store and the built-in workflow and templates; the engine is paused.
    func start(_ setting: Setting, in workshop: Workshop) async throws -> OrderService {
        let folder = try workshop.makeFolder(name)
        let own =
            [
                "http.port=\(setting.port)", "data.directory=\(folder.path)/data",
                "email.sender=shop@example.com",
            ]
            + (setting.provider == nil
                ? [] : ["notice.topicArn=arn:aws:sns:eu-central-1:123456789012:orders"])
        let arguments =
            ["serve"] + (setting.provider == nil ? ["--sandbox"] : [])
            + (own + setting.settings).flatMap { ["--set", $0] }
        let environment = setting.provider?.environment ?? [:]
        var command = Command(
            program: program,
            arguments: arguments,
            environment: environment
        )
        if let instrumented {
            command = try instrumented.command(arguments, environment: environment, out: folder)
        }
        command.folder = self.folder ?? folder
        let server: Server
        do {
            server = try await Server(
                command,
                port: setting.port,
                in: workshop,
                within: .seconds(instrumented == nil ? 20 : 120)
            )
        } catch let error as BenchmarkError where instrumented != nil {
            throw BenchmarkError("valgrind refuses \(program): \(error)")
        }
        let service = OrderService(
            server: server,
            client: try ServiceClient(port: setting.port),
            folder: folder,
            callgrind: instrumented.map { _ in
                Callgrind(
                    process: server.processID,
                    folder: folder,
                    workshop: workshop,
                    profiles: setting.profiles
                )
            }
        )
        try await service.pause()
        // Three seconds after its start a service lets go of code that it needed for it.
        try await Task.sleep(for: instrumented == nil ? .seconds(3.5) : .seconds(8))
        return service
    }
}
