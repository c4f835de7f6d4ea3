import Foundation

/// A program of the machine that a measurement needs.
struct Program: Sendable {
    let name: String
    let path: String

    /// Where the program is; throws what to install when it is nowhere.
    init(_ name: String, package: String) throws {
        guard let path = Self.find(name) else {
            throw BenchmarkError("\(name) is not installed: apt-get install \(package)")
        }
        self.name = name
        self.path = path
    }

    /// Where the program is, if it is installed.
    static func find(_ name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders =
            path.split(separator: ":").map(String.init) + ["/usr/sbin", "/usr/local/sbin"]
        return (folders + postgreSQLFolders).map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Debian keeps the server's programs apart, a folder for each version; the newest comes first.
    private static let postgreSQLFolders: [String] = {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return versions.compactMap(Int.init).sorted(by: >).map { "\(root)/\($0)/bin" }
    }()
}
