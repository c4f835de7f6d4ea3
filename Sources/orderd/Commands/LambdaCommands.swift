import ArgumentParser
import Foundation
import LocalFunctions
import Logging
import ServiceLifecycle
import Sockets
import UnixSignals

/// `orderd lambda …`: functions of one's own without AWS.
struct LambdaCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lambda",
        abstract: "Run functions of your own behind Lambda's Invoke API.",
        subcommands: [Serve.self]
    )

    struct Serve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Run the functions in a folder as local processes, for orderd, boto3 and aws.",
            discussion: """
                Each folder in DIR is a function: a lambda_function.py with a lambda_handler, an executable bootstrap \
                that speaks the runtime API, or what its function.yaml says. Callers find them with \
                AWS_ENDPOINT_URL_LAMBDA=http://127.0.0.1:PORT. It runs your own code and is no wall around others': \
                config/FUNCTIONS.md tells what a function may do.
                """
        )

        @Argument(help: "The folder of the functions, or of one.", completion: .directory)
        var directory: String

        @Option(help: "The port to listen on, on loopback; 0 chooses a free one.")
        var port: UInt16 = 3001

        @Option(help: "The name of the function when DIR itself is one (default: the folder's).")
        var name: String?

        @Option(help: "The Python of the functions (default: python3).", completion: .file())
        var python: String?

        @Option(help: "The user whose the functions are; root must name one.")
        var user: String?

        @Option(
            help: ArgumentHelp(
                "Variables of this environment that functions get, such as AWS_ACCESS_KEY_ID,AWS_SECRET_ACCESS_KEY.",
                valueName: "names"
            )
        )
        var pass: String?

        func run() async throws {
            do {
                try await serve(plan())
            } catch let faults as SettingFaults {
                StandardError.write("orderd lambda serve does not start:\n\(faults)\n")
                throw ExitCode(ExitCodes.configuration)
            }
        }

        private func plan() throws(SettingFaults) -> FunctionPlan {
            let wish = FunctionPlan.Wish(
                directory: directory,
                name: name,
                python: python ?? "",
                user: user ?? "",
                pass: pass ?? "",
                place: { "--\($0)" }
            )
            return try FunctionPlan(wish, environment: ProcessInfo.processInfo.environment)
        }

        private func serve(_ plan: FunctionPlan) async throws {
            ProcessLimits.ignoreBrokenPipes()
            _ = ProcessLimits.raiseOpenFiles()
            let logger = LogSettings.standardError(.functions)
            let group = try EventLoopGroup(count: 1, name: "functions")
            defer { group.shutdown() }
            let functions = try functions(plan, group.loops[0], logger)
            let signals = await SignalWatch(logger: logger)
            plan.announce(functions.endpoint, logger)
            // Written at once: whoever started this in a pipe waits for the line.
            FileHandle.standardOutput.write(Data("\(functions.variable)\n".utf8))
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                let services = ServiceGroup(services: [functions], logger: logger)
                tasks.addTask { await signals.obey { await services.triggerGracefulShutdown() } }
                try await services.run()
                tasks.cancelAll()
            }
        }

        private func functions(
            _ plan: FunctionPlan,
            _ loop: EventLoop,
            _ logger: Logger
        ) throws -> LocalFunctions {
            var configuration = plan.configuration
            configuration.address = SocketAddress(ip: .loopback, port: port)
            do throws(SocketError) {
                return try LocalFunctions(configuration, on: loop, logger: logger)
            } catch {
                let problem =
                    "cannot listen there: \(error.reason). Stop what does, or choose another with --port"
                let place = "127.0.0.1:\(port)"
                throw SettingFaults(faults: [SettingFault(place: place, problem: problem)])
            }
        }
    }
}

extension LocalFunctions {
    /// What leads AWS's SDKs here.
    fileprivate var variable: String { "AWS_ENDPOINT_URL_LAMBDA=\(endpoint)" }
}

extension FunctionPlan {
    /// Says what is served.
    func announce(_ endpoint: String, _ logger: Logger) {
        let names = configuration.functions.map(\.name).joined(separator: ", ")
        logger.notice(
            "serving functions",
            metadata: ["lambda.endpoint": "\(endpoint)", "lambda.functions": "\(names)"]
        )
        let sharing = functionNames(sharing: geteuid())
        if !sharing.isEmpty {
            logger.warning(
                "some functions run as orderd's own user: they can read and change all that is this user's, the store and files with keys among it. Give them a user of their own, as config/FUNCTIONS.md says, or run only what you trust",
                metadata: ["lambda.functions": "\(sharing.joined(separator: ", "))"]
            )
        }
        guard !passedOver.isEmpty else { return }
        logger.notice(
            "some folders hold no function",
            metadata: ["lambda.folders": "\(passedOver.joined(separator: ", "))"]
        )
    }
}
