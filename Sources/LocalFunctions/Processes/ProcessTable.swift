internal import FoundationEssentials
internal import Glibc
internal import Sockets

/// What the kernel's list of processes (proc(5)) tells of a worker: memory, sockets, and what it has left behind.
///
/// Its files are in memory. To look through all processes takes some milliseconds, when a worker ends or a child of one
/// connects; the loop has nothing else to do than to serve functions.
enum ProcessTable {
    /// The most memory that the process has held, in MiB; nil when it has ended.
    static func peakMB(of process: Int32) -> Int? {
        let text = read("/proc/\(process)/status")
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) }.map {
            $0 >> 10
        }
    }

    /// Whether a connection's far end belongs to a process of the session.
    ///
    /// TCP tells no peer's process, so its socket is looked for: first by both addresses, then by its number with the
    /// processes of the session.
    static func isOwned(
        _ peer: SocketAddress,
        to own: SocketAddress,
        bySession session: Int32
    ) -> Bool {
        let number =
            socketNumber(in: read("/proc/net/tcp"), peer.port, own.port, Self.loopback)
            ?? socketNumber(in: read("/proc/net/tcp6"), peer.port, own.port, Self.mappedLoopback)
        guard let number else { return false }
        let name = "socket:[\(number)]"
        if holds(session, name) { return true }
        return processes().contains {
            $0 != session && sessionID(of: $0) == session && holds($0, name)
        }
    }

    /// Kills what is left of the worker's session, and what has left that and still has its variable.
    static func killRest(ofSession session: Int32, variable: String) {
        let marker = Array(variable.utf8)
        for process in processes() where process != session && process != getpid() {
            if sessionID(of: process) == session || hasVariable(process, marker) {
                kill(process, SIGKILL)
            }
        }
    }

    /// The kernel writes addresses in its own order of bytes.
    private static let loopback = "0100007F"
    private static let mappedLoopback = "0000000000000000FFFF00000100007F"

    /// The number of the socket from one port to the other, as `/proc/net/tcp` has it.
    static func socketNumber(
        in table: String,
        _ from: UInt16,
        _ to: UInt16,
        _ address: String
    ) -> Substring? {
        let wanted = "\(address):\(hexadecimal(from)) \(address):\(hexadecimal(to)) "
        for line in table.split(separator: "\n") where line.contains(wanted) {
            let fields = line.split(separator: " ")
            if fields.count > 9 { return fields[9] }
        }
        return nil
    }

    private static func hexadecimal(_ port: UInt16) -> String {
        let text = String(port, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - text.count) + text
    }

    /// The session of a process, as `/proc/N/stat` has it: behind the name, which may hold anything, and three fields.
    static func sessionID(inStat text: String) -> Int32? {
        guard let end = text.lastIndex(of: ")") else { return nil }
        let fields = text[end...].split(separator: " ")
        return fields.count > 4 ? Int32(fields[4]) : nil
    }

    private static func sessionID(of process: Int32) -> Int32? {
        sessionID(inStat: read("/proc/\(process)/stat"))
    }

    private static func hasVariable(_ process: Int32, _ marker: [UInt8]) -> Bool {
        read("/proc/\(process)/environ").utf8.split(separator: 0).contains {
            $0.elementsEqual(marker)
        }
    }

    private static func holds(_ process: Int32, _ socket: String) -> Bool {
        let folder = "/proc/\(process)/fd"
        return names(in: folder).contains { target(of: "\(folder)/\($0)") == socket }
    }

    private static func processes() -> [Int32] { names(in: "/proc").compactMap { Int32($0) } }

    private static func target(of link: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: link)
    }

    private static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    /// The whole of one of the kernel's files; empty when it cannot be read, as that of another's or an ended process.
    ///
    /// Not by Foundation, which takes a short read for the end: these files come in pieces.
    private static func read(_ file: String) -> String {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < largestFile {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// In bytes: some hundred thousand connections.
    private static let largestFile = 64 << 20
}
