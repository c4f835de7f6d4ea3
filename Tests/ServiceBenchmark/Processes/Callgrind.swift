import Foundation
import Glibc

/// The counters of a process under callgrind, moved and read while it runs.
struct Callgrind {
    let process: pid_t
    /// Where it leaves its counts.
    let folder: URL
    let workshop: Workshop
    /// Where its files are left for callgrind_annotate, if they are wanted.
    let profiles: URL?

    /// Begins to count anew: what came before is left out.
    func reset() async throws { _ = try await tell("zero") }

    /// The instructions of all threads since the last reset.
    func cost() async throws -> Cost {
        _ = try await tell("dump")
        let names = CallgrindOutput.kernelThreads(try await tell("v.info scheduler"))
            .compactMapValues { thread in
                try? String(contentsOfFile: "/proc/\(process)/task/\(thread)/comm", encoding: .utf8)
                    .trimmingCharacters(in: .whitespacesAndNewlines)
            }
        let files = try FileManager.default.contentsOfDirectory(
            at: folder,
            includingPropertiesForKeys: nil
        ).filter { $0.lastPathComponent.hasPrefix("callgrind.") }
        if let profiles { try keep(files, in: profiles) }
        let texts = try files.map { String(decoding: try Self.head($0), as: UTF8.self) }
        let cost = CallgrindOutput.cost(files: texts, names: names)
        guard cost.total > 0 else { throw BenchmarkError("callgrind counted nothing") }
        return cost
    }

    private func keep(_ files: [URL], in profiles: URL) throws {
        try FileManager.default.createDirectory(at: profiles, withIntermediateDirectories: true)
        for file in files {
            let name = "\(folder.lastPathComponent).\(file.lastPathComponent)"
            try FileManager.default.copyItem(at: file, to: profiles.appendingPathComponent(name))
        }
    }

    private func tell(_ command: String) async throws -> String {
        let vgdb = try Program("vgdb", package: "valgrind")
        return try await workshop.output(
            Command(
                vgdb,
                ["--pid=\(process)", "--vgdb-prefix=\(folder.path)/vgdb"]
                    + command.split(separator: " ").map(String.init)
            )
        )
    }

    /// The summary stands in a file's first lines.
    private static func head(_ file: URL) throws -> Data {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        return try handle.read(upToCount: 4_096) ?? Data()
    }
}
