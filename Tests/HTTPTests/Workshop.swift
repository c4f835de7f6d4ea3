import Foundation
import TestClosing
import TestProcesses
import Testing

/// A folder in which programs work for a test.
struct Workshop: Sendable {
    struct Failure: Error {
        let output: String
    }

    let folder: URL

    init() throws { folder = try TestFolder.make() }

    /// Runs the shell's lines to their end.
    func run(_ script: String) throws {
        let process = try ChildProcess(
            "/bin/sh",
            ["-c", script],
            environment: ["PATH": "/usr/bin:/bin:/usr/sbin"],
            in: folder
        )
        let output = try process.output.readToEnd() ?? Data()
        guard process.wait() == 0 else {
            throw Failure(output: String(decoding: output, as: UTF8.self))
        }
    }

    func start(_ script: String) throws -> ChildProcess {
        let process = try ChildProcess(
            "/bin/sh",
            ["-c", script],
            environment: ["PATH": "/usr/bin:/bin:/usr/sbin"],
            in: folder
        )
        afterwards { process.killGroup() }
        return process
    }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    /// A port for a program that cannot be told to choose one itself; somebody else may be faster.
    static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) | getsockname(descriptor, $0, &length)
            }
        }
        try #require(result == 0)
        return UInt16(bigEndian: address.sin_port)
    }
}
