import ArgumentParser
import Foundation

/// Measures the service beside the peers that are installed, in neighbouring seconds, and prints the ratios.
///
/// Figures of a shared machine differ by a factor of three from hour to hour; only what was measured in the same minute
/// can be compared.
@main
struct Benchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orderd-bench",
        abstract: "Measure orderd beside nginx and redis.",
        discussion: """
            Needs wrk (apt-get install wrk). nginx answers a static 202, and redis-server appends to a stream with an \
            fsync before each answer; what is not installed is left out.
            """
    )

    @Option(help: "The program to measure; swift build -c release makes it.")
    var orderd = ".build/release/orderd"

    @Option(help: "The numbers of connections, with commas between.")
    var connections = "64,256"

    @Option(help: "How long each measurement takes, in seconds.")
    var seconds = 4

    @Option(help: "How often everything is measured; the middle figure counts.")
    var rounds = 3

    @Option(help: "The first of the ports on loopback that are used.")
    var port: UInt16 = 18_400

    @Option(name: .customLong("set"), help: "A setting of orderd as KEY=VALUE; may be repeated.")
    var settings: [String] = []

    func validate() throws {
        guard (1...600).contains(seconds), (1...100).contains(rounds) else {
            throw ValidationError("--seconds is 1 to 600 and --rounds 1 to 100")
        }
        guard port < 65_000 else { throw ValidationError("--port is below 65000") }
        guard !counts.isEmpty, counts.allSatisfy({ (1...10_000).contains($0) }) else {
            throw ValidationError("--connections is a list such as 64,256")
        }
        guard FileManager.default.isExecutableFile(atPath: orderd) else {
            throw ValidationError("there is no program \(orderd); swift build -c release makes it")
        }
        for tool in ["wrk", "curl"] where Program.find(tool) == nil {
            throw ValidationError("\(tool) is not installed: apt-get install \(tool)")
        }
    }

    private var counts: [Int] {
        connections.split(separator: ",").compactMap { Int($0) }
    }

    func run() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("orderd-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for count in counts {
            var report = Report()
            for round in 1...rounds {
                FileHandle.standardError.write(
                    Data("\(count) connections, round \(round) of \(rounds)\n".utf8)
                )
                for subject in try subjects(folder.appendingPathComponent("\(count)-\(round)")) {
                    report.add(try subject.measure(connections: count, seconds: seconds))
                }
            }
            print(report.table(title: "\(count) connections, \(rounds) × \(seconds) s"))
        }
    }

    private func subjects(_ folder: URL) throws -> [Subject] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        let program = URL(fileURLWithPath: orderd, relativeTo: here).path
        return try [
            Subject.nginx(in: folder, port: port),
            Subject.redis(in: folder, port: port + 1),
            Subject.orderd(program, settings, in: folder, port: port + 2, from: here),
        ].compactMap { $0 }
    }
}
