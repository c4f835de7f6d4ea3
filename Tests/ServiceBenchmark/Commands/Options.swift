import ArgumentParser
import Foundation

/// What all commands take.
struct Options: ParsableArguments {
    @Option(help: "The program to measure; swift build -c release --product orderd makes it.")
    var orderd = ".build/release/orderd"

    @Option(help: "A second build, measured turn about with the first.")
    var baseline: String?

    @Option(
        help: """
            The folder where the baseline runs, for a build that reads config/ there: a checkout of its commit. Without \
            it builds run in an empty folder, with what is built in.
            """
    )
    var baselineFolder: String?

    @Option(help: "How often everything is measured; medians count.")
    var rounds = 3

    @Option(help: "How long wrk, pgbench and their like put load on, in seconds.")
    var seconds = 4

    @Option(name: .customLong("set"), help: "A setting of orderd as KEY=VALUE; may be repeated.")
    var settings: [String] = []

    @Flag(
        help: """
            Count instructions under valgrind in place of seconds, without start-up and first use; peers are left out.
            """
    )
    var instructions = false

    @Option(help: "A folder where the profiles of --instructions are left, for callgrind_annotate.")
    var profiles: String?

    @Option(help: "The first of ten ports on loopback that are used.")
    var port: UInt16 = 18_400

    func validate() throws {
        guard (1...600).contains(seconds), (1...100).contains(rounds) else {
            throw ValidationError("--seconds is 1 to 600 and --rounds 1 to 100")
        }
        var isFolder: ObjCBool = false
        if let baselineFolder {
            let exists = FileManager.default.fileExists(
                atPath: baselineFolder,
                isDirectory: &isFolder
            )
            guard baseline != nil, exists, isFolder.boolValue else {
                throw ValidationError("--baseline-folder is a folder, and goes with --baseline")
            }
        }
        guard profiles == nil || instructions else {
            throw ValidationError("--profiles goes with --instructions")
        }
        guard (1_024...65_000).contains(port) else {
            throw ValidationError("--port is 1024 to 65000")
        }
        for setting in settings where !setting.dropFirst().contains("=") {
            throw ValidationError("--set takes KEY=VALUE, not \(setting)")
        }
        for program in [orderd, baseline].compactMap(\.self)
        where !FileManager.default.isExecutableFile(atPath: program) {
            throw ValidationError(
                "there is no program \(program): swift build -c release --product orderd makes it"
            )
        }
        for (tool, package) in instructions
            ? [("valgrind", "valgrind"), ("strip", "binutils")] : []
        where Program.find(tool) == nil {
            throw ValidationError("\(tool) is not installed: apt-get install \(package)")
        }
    }

    /// Throws unless wrk is there.
    static func requireWrk() throws { try require("wrk", "wrk") }

    static func requireNginx() throws { try require("nginx", "nginx") }

    private static func require(_ tool: String, _ package: String) throws {
        guard Program.find(tool) != nil else {
            throw ValidationError("\(tool) is not installed: apt-get install \(package)")
        }
    }

    /// The builds that are measured, in the order of the table.
    func builds(in workshop: Workshop) async throws -> [Build] {
        var builds: [Build] = []
        for (name, program) in [(Report.orderd, orderd), (Report.baseline, baseline)] {
            guard let program else { continue }
            let path = URL(fileURLWithPath: program).path
            builds.append(
                Build(
                    name: name,
                    program: path,
                    folder: name == Report.baseline
                        ? baselineFolder.map { URL(fileURLWithPath: $0) } : nil,
                    instrumented: instructions
                        ? try await InstrumentedProgram(path, in: workshop) : nil
                )
            )
        }
        return builds
    }

    func setting(_ provider: Provider?) -> Build.Setting {
        Build.Setting(
            port: port,
            provider: provider,
            settings: settings,
            profiles: profiles.map { URL(fileURLWithPath: $0) }
        )
    }

    /// The ports of the others.
    var providerPort: UInt16 { port + 1 }
    var peerPort: UInt16 { port + 2 }
}
