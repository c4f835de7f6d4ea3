import Glibc
import HTTPTypes
import Sockets
import Synchronization
import TestClosing
import Testing

@testable import HTTP

/// One loop serves everybody, and many ask at once.
///
/// The clients are plain blocking sockets of the loop's own thread: what they do, they do while the server does nothing.
@Suite(.closing)
struct `A server whose clients come all at once` {
    /// The paths in the order in which they were answered.
    private final class Record: Sendable {
        private let paths = Mutex<[String]>([])

        func add(_ path: String) { paths.withLock { $0.append(path) } }

        /// How many were answered before that one.
        func place(of path: String) -> Int? { paths.withLock { $0.firstIndex(of: path) } }
    }

    /// A client that asks and does not wait for the answer.
    private struct Client: Sendable {
        let descriptor: Int32

        init(to address: SocketAddress) throws {
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var name = sockaddr_in()
            name.sin_family = sa_family_t(AF_INET)
            name.sin_port = address.port.bigEndian
            name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            let result = withUnsafePointer(to: &name) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            try #require(result == 0)
        }

        func ask(for paths: [String]) {
            let text = paths.map { "GET \($0) HTTP/1.1\r\nHost: h\r\n\r\n" }.joined()
            let sent = Array(text.utf8).withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            #expect(sent == text.utf8.count)
        }

        func close() { Glibc.close(descriptor) }
    }

    /// How many requests were answered before that of a client who asked when the first of the others was.
    private func answersBeforeLatecomer(
        _ others: @escaping @Sendable (SocketAddress) throws -> [Client]
    ) async throws -> Int {
        let record = Record()
        let latecomer = Mutex<Client?>(nil)
        let isAnswered = Signal()
        let handler = ClosureHandler { request in
            record.add(request.path)
            if request.path == "/other/0" { latecomer.withLock { $0?.ask(for: ["/late"]) } }
            if request.path == "/late" { isAnswered.set() }
            return ServerResponse(.ok)
        }
        try await withServer(handler) { server in
            let late = try Client(to: server.address)
            defer { late.close() }
            latecomer.withLock { $0 = late }
            // It is inside before the others are at the door.
            late.ask(for: ["/first"])
            let wire = try await server.connect()
            try await wire.send("GET /second HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
            _ = try await wire.readToEnd()
            let crowd = try others(server.address)
            defer { for client in crowd { client.close() } }
            await isAnswered.wait()
        }
        return try #require(record.place(of: "/late"))
    }

    @Test func `answers who is inside while a crowd comes in`() async throws {
        let answers = try await answersBeforeLatecomer { address in
            try (0..<100).map { number in
                let client = try Client(to: address)
                client.ask(for: ["/other/\(number)"])
                return client
            }
        }
        #expect(answers < 50)
    }

    @Test func `answers others before one client's last of many requests`() async throws {
        let answers = try await answersBeforeLatecomer { address in
            let client = try Client(to: address)
            client.ask(for: (0..<500).map { "/other/\($0)" })
            return [client]
        }
        #expect(answers < 250)
    }
}
