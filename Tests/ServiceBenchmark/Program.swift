import Foundation
import Glibc
import TestProcesses

/// Programs of the machine, found and run.
enum Program {
    /// Where the program is, if it is installed.
    static func find(_ name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders =
            path.split(separator: ":").map(String.init) + ["/usr/sbin", "/usr/local/sbin"]
        return folders.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// What the program printed; throws when it failed.
    static func output(_ name: String, _ arguments: [String]) throws -> String {
        guard let path = find(name) else { throw BenchmarkError("\(name) is not installed") }
        let child = try ChildProcess(
            path,
            arguments,
            environment: ProcessInfo.processInfo.environment,
            in: FileManager.default.temporaryDirectory
        )
        let text = String(decoding: try child.output.readToEnd() ?? Data(), as: UTF8.self)
        guard child.wait() == 0 else { throw BenchmarkError("\(name) failed: \(text)") }
        return text
    }

    /// Returns once somebody listens on the port of loopback; throws after ten seconds.
    static func waitUntilListening(_ port: UInt16) throws {
        for _ in 0..<500 {
            if isListening(port) { return }
            usleep(20_000)
        }
        throw BenchmarkError("nobody listens on port \(port) after ten seconds")
    }

    /// Looks into the kernel's table, so that nothing is sent.
    private static func isListening(_ port: UInt16) -> Bool {
        let tables = ["/proc/net/tcp", "/proc/net/tcp6"]
        let end = ":" + String(port, radix: 16, uppercase: true).leftPadded(to: 4)
        return tables.contains { table in
            guard let data = FileManager.default.contents(atPath: table) else { return false }
            return String(decoding: data, as: UTF8.self).split(separator: "\n").contains { line in
                let words = line.split(separator: " ")
                return words.count > 3 && words[1].hasSuffix(end) && words[3] == "0A"
            }
        }
    }
}

extension String {
    fileprivate func leftPadded(to count: Int) -> String {
        String(repeating: "0", count: max(0, count - self.count)) + self
    }
}

/// Why a measurement could not be made.
struct BenchmarkError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
