import Foundation
import JSON
import TestClosing
import TestProcesses
import Testing

/// A disk that is really full: a small tmpfs in a mount namespace of the service's own.
@Suite(.enabled(if: SmallDisk.isPossible), .closingPrograms)
struct `On a full disk` {
    @Test
    func `orders are refused and nothing is lost, the rest goes on, and then all is as before`()
        async throws
    {
        let folder = try TestFolder.make()
        let disk = try SmallDisk(in: folder)
        let service = try await disk.serve(["--sandbox", "--set", "data.minimumFreeMB=4"])
        var accepted = try await post(1...50, to: service)
        #expect(accepted.count == 50)
        // Room for less than is to be kept free, found by the guard within a second.
        try disk.fill(leaving: 2_000_000, of: service)
        while try await service.curl("/queue/pause", ["-X", "POST"]).status == 200 {
            let answer = try await post(order: 1_000_000, to: service)
            if answer.status == 503 {
                #expect(answer.head.lowercased().contains("retry-after:"))
                break
            }
            #expect(answer.status < 300)
            if answer.status == 202 { accepted.insert("o-1000000") }
        }
        // To the last byte, below every guard.
        try disk.fill(leaving: 0, of: service)
        #expect(try await post(order: 2_000_000, to: service).status == 503)
        #expect(try await service.curl("/orders/o-1").json()["orderId"] == "o-1")
        #expect(try await service.curl("/health").status < 600)
        #expect(try await service.curl("/livez").status == 200)
        try disk.empty(of: service)
        while try await post(order: 3_000_000, to: service).status == 503 {
            try Task.checkCancellation()
        }
        accepted.insert("o-3000000")
        _ = try await service.curl("/queue/resume", ["-X", "POST"])
        for number in accepted {
            let order = try await service.order(number, is: ["SUCCEEDED", "HELD"])
            #expect(order["status"] == "SUCCEEDED", "\(number)")
        }
        service.program.send(SIGTERM)
        #expect(await service.program.end() == 0)
    }

    private func post(
        _ numbers: ClosedRange<Int>,
        to service: ServiceProcess
    ) async throws -> Set<String> {
        var accepted: Set<String> = []
        for number in numbers where try await post(order: number, to: service).status == 202 {
            accepted.insert("o-\(number)")
        }
        return accepted
    }

    private func post(order number: Int, to service: ServiceProcess) async throws -> Answer {
        try await service.post(#"{"orderId":"o-\#(number)","customerEmail":"a@example.com"}"#)
    }
}

/// A tmpfs of 20 MB that only the service and its namespace see; reached from outside by way of `/proc`.
struct SmallDisk {
    private let mount: URL

    static let isPossible: Bool = {
        let process = try? ChildProcess(
            "/usr/bin/unshare",
            ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
            environment: [:],
            in: Repository.root
        )
        return process?.wait() == 0
    }()

    init(in folder: URL) throws {
        mount = folder.appending(path: "disk")
        try FileManager.default.createDirectory(at: mount, withIntermediateDirectories: true)
    }

    /// Starts the service on it.
    func serve(_ arguments: [String]) async throws -> ServiceProcess {
        let script = """
            mount -t tmpfs -o size=20m tmpfs \(mount.path) && exec "$0" "$@"
            """
        return try await ServiceProcess(
            arguments,
            data: mount.appending(path: "data"),
            within: ["/usr/bin/unshare", "-rm", "/bin/sh", "-c", script]
        )
    }

    /// Fills it but for so many bytes.
    func fill(leaving bytes: Int, of service: ServiceProcess) throws {
        let file = open(ballast(service).path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard file >= 0 else { throw POSIXError(.EIO) }
        defer { close(file) }
        let block = [UInt8](repeating: 0x5A, count: 4_096)
        while true {
            var status = statvfs()
            guard fstatvfs(file, &status) == 0 else { throw POSIXError(.EIO) }
            guard Int(status.f_bavail) * Int(status.f_frsize) > bytes else { return }
            // A short write means that the last block is taken.
            guard write(file, block, block.count) == block.count else { return }
        }
    }

    /// Makes room again.
    func empty(of service: ServiceProcess) throws {
        try FileManager.default.removeItem(at: ballast(service))
    }

    private func ballast(_ service: ServiceProcess) -> URL {
        URL(filePath: "/proc/\(service.program.id)/root\(mount.path)/ballast")
    }
}
