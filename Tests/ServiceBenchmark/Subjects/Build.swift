import Foundation
import Glibc

/// A build of orderd that is measured.
struct Build {
    let name: String
    let program: String
    /// Where it runs; nil is an empty folder, away from any config/ of the one where the benchmark was called.
    let folder: URL?
    /// The copies under which its instructions are counted; nil when seconds are.
    var instrumented: InstrumentedProgram?
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
        try await start(setting, workshop.makeFolder(name), in: workshop)
    }

    /// Starts a service with so many orders that are due in the year 2100, and says how soon it was ready.
    ///
    /// They are taken in by a run of their own, which no valgrind slows down and which is stopped.
    func start(
        _ setting: Setting,
        behind waiting: Int,
        in workshop: Workshop
    ) async throws -> OrderService {
        let folder = try workshop.makeFolder(name)
        guard waiting > 0 else { return try await start(setting, folder, in: workshop) }
        var filler = self
        filler.instrumented = nil
        let filled = try await filler.start(setting, folder, in: workshop)
        try await filled.submit(waiting, "waiting", notBefore: "2100-01-01T00:00:00Z")
        filled.stop()
        let service = try await start(setting, folder, in: workshop)
        if instrumented == nil {
            let ready = (service.server.readyAfter / .milliseconds(1)).readable
            let memory = try Memory(of: service.server.processID)
            Experiment.say(
                "ready after \(ready) ms with \(Double(waiting).grouped) waiting, \(memory.resident) MiB resident, of it \(memory.own) its own … "
            )
        }
        return service
    }

    private func start(
        _ setting: Setting,
        _ folder: URL,
        in workshop: Workshop
    ) async throws -> OrderService {
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
                ending: SIGTERM,
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
