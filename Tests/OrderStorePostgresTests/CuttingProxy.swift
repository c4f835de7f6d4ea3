import Foundation
import Glibc
import Synchronization
import TestClosing

/// Stands between a store and the server, and cuts a connection when the server answers that it has committed, so that the
/// store does not hear it.
final class CuttingProxy: Sendable {
    private let listener: Int32
    private let server: String
    private let state = Mutex(State())

    private struct State {
        var isArmed = false
        var cuts = 0
    }

    /// The port by which libpq names its socket.
    static let port = 5_433

    /// A proxy in the folder of the server's socket.
    init(in folder: URL) throws {
        server = folder.appending(path: ".s.PGSQL.5432").path
        listener = Self.makeSocket()
        let address = folder.appending(path: ".s.PGSQL.\(Self.port)").path
        guard Self.withAddress(address, { bind(listener, $0, $1) }) == 0, listen(listener, 8) == 0
        else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        afterwards { [self] in
            shutdown(listener, Int32(SHUT_RDWR))
            close(listener)
        }
        Thread { [self] in
            while case let client = accept(listener, nil, nil), client >= 0 {
                _ = fcntl(client, F_SETFD, FD_CLOEXEC)
                serve(client)
            }
        }
        .start()
    }

    /// How many connections were cut.
    var cuts: Int { state.withLock { $0.cuts } }

    /// Has the connection cut on which the server answers next that it has committed.
    func arm() { state.withLock { $0.isArmed = true } }

    private func serve(_ client: Int32) {
        let server = Self.makeSocket()
        guard Self.withAddress(self.server, { connect(server, $0, $1) }) == 0 else {
            close(client)
            close(server)
            return
        }
        let isHalfDone = Mutexed(false)
        let end: @Sendable () -> Void = {
            shutdown(client, Int32(SHUT_RDWR))
            shutdown(server, Int32(SHUT_RDWR))
            // Whoever of the two ends last closes both.
            guard
                isHalfDone.value.withLock({ isDone in
                    defer { isDone = true }
                    return isDone
                })
            else { return }
            close(client)
            close(server)
        }
        Thread {
            Self.copy(client, to: server) { _ in true }
            end()
        }
        .start()
        Thread { [self] in
            Self.copy(server, to: client, while: mayPass)
            end()
        }
        .start()
    }

    /// Whether what the server says is handed on.
    private func mayPass(_ bytes: ArraySlice<UInt8>) -> Bool {
        state.withLock { state in
            guard state.isArmed, bytes.contains(Self.committed) else { return true }
            (state.isArmed, state.cuts) = (false, state.cuts + 1)
            return false
        }
    }

    /// The message CommandComplete of a commit.
    private static let committed: [UInt8] = Array("C\u{0}\u{0}\u{0}\u{B}COMMIT\u{0}".utf8)

    private static func copy(
        _ source: Int32,
        to destination: Int32,
        while mayPass: (ArraySlice<UInt8>) -> Bool
    ) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(source, &buffer, buffer.count, 0), count > 0 {
            guard mayPass(buffer[..<count]) else { return }
            var sent = 0
            while sent < count {
                let more = buffer[sent..<count].withUnsafeBytes {
                    send(destination, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard more > 0 else { return }
                sent += more
            }
        }
    }

    private static func makeSocket() -> Int32 {
        socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    }

    private static func withAddress(
        _ path: String,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

/// What two threads share.
private final class Mutexed: Sendable {
    let value: Mutex<Bool>

    init(_ value: Bool) { self.value = Mutex(value) }
}
