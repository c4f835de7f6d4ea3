import Foundation
import Sockets
import Synchronization
import TestClosing
import Testing

/// Company of every kind for a while: fast clients, and such as connect and say nothing, break off, write slowly or do not
/// read.
///
/// The suite does it for two seconds; `ORDERD_SOAK=600 ORDERD_PROGRAM=.build/release/orderd swift test --filter SoakTests`
/// soaks a release build for ten minutes.
/// The program's descriptors can be counted by root alone, since its memory is closed to its user.
@Suite(.serialized, .closingPrograms(minutes: 60), .enabled(if: geteuid() == 0))
struct `A soak in bad company` {
    private static let duration = Duration.seconds(
        ProcessInfo.processInfo.environment["ORDERD_SOAK"].flatMap(Int.init) ?? 2
    )

    @Test func `leaves no descriptor behind, takes no more memory and fails nobody`() async throws {
        let folder = try TestFolder.make()
        let arguments = [
            "--sandbox", "--set", "log.requests=none", "--set", "aws.maximumConnections=4",
        ]
        let service = try await ServiceProcess(arguments, data: folder.appending(path: "data"))
        let company = try Company(service.address)
        // A first visit opens what is opened on demand, and fills the caches.
        try await company.visit(for: Self.duration / 2)
        let before = try await service.usage(withDescriptors: 63)
        try await company.visit(for: Self.duration / 2)
        let allowed = before.descriptors + Self.pooled
        let after = try await service.usage(withDescriptors: allowed)
        print("soak: \(company.summary), before \(before), after \(after)")
        #expect(before.descriptors < 64)
        #expect(after.descriptors <= allowed)
        #expect(after.megabytes <= before.megabytes + Self.allowedGrowth)
        #expect(company.failures == [])
        await service.kill()
    }

    /// Connections to SES and SNS that the engine opens when it needs them, four each, with both ends in the process.
    private static let pooled = 16
    /// Pages that the store's caches still take in, in MiB: they have 40 at most.
    private static let allowedGrowth = 48.0
}

/// What a process holds of its machine.
private struct Usage: CustomStringConvertible {
    let descriptors: Int
    let megabytes: Double

    init(of process: Int32) throws {
        let folder = "/proc/\(process)"
        descriptors = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/fd").count
        let status = try String(contentsOfFile: "\(folder)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        let kilobytes = line.flatMap { Double($0.filter(\.isNumber)) }
        megabytes = (kilobytes ?? .infinity) / 1_024
    }

    var description: String {
        "\(descriptors) descriptors and \(Int(megabytes)) MiB"
    }
}

extension ServiceProcess {
    fileprivate func usage() throws -> Usage { try Usage(of: program.id) }

    /// The usage once the service has noticed that its clients are gone, or has not in ten minutes.
    fileprivate func usage(withDescriptors expected: Int) async throws -> Usage {
        let end = ContinuousClock.now + .seconds(600)
        while true {
            let usage = try usage()
            if usage.descriptors <= expected || ContinuousClock.now > end { return usage }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}

/// Clients of every kind.
private final class Company: Sendable {
    private let address: SocketAddress
    private let group: EventLoopGroup
    private let state = Mutex((visits: 0, answers: 0, failures: [String]()))

    init(_ address: String) throws {
        let parts = address.split(separator: ":")
        let port = try #require(parts.last.flatMap { UInt16($0) })
        self.address = try #require(SocketAddress(host: String(parts[0]), port: port))
        group = try EventLoopGroup(count: 1, name: "company")
        afterwards { [group] in group.shutdown() }
    }

    var summary: String { state.withLock { "\($0.visits) connections, \($0.answers) answers" } }

    /// What happened to those who behave.
    var failures: [String] { state.withLock { Array($0.failures.prefix(5)) } }

    /// So many of each kind at a time, one after the other until the time is over.
    func visit(for duration: Duration) async throws {
        let loop = group.loops[0]
        let end = ContinuousClock.now + duration
        await withDiscardingTaskGroup { tasks in
            for number in 0..<12 {
                for kind in Kind.allCases {
                    tasks.addTask(executorPreference: loop) {
                        var seed = UInt64(number)
                        while ContinuousClock.now < end {
                            await self.visit(kind, &seed, until: end)
                        }
                    }
                }
            }
        }
    }

    private enum Kind: CaseIterable {
        case fast
        case silent
        case halfSaid
        case brokenOff
        case slowlySaid
        case unread
    }

    private func visit(_ kind: Kind, _ seed: inout UInt64, until end: ContinuousClock.Instant) async
    {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let part = Int(seed >> 33) % 100
        do {
            let stream = try await TCPStream.connect(to: address, on: group.loops[0])
            defer { stream.close() }
            stream.deadline = .now + .seconds(600)
            state.withLock { $0.visits += 1 }
            try await act(kind, part, stream)
        } catch {
            guard kind == .fast else { return }
            state.withLock { $0.failures.append("\(error)") }
        }
    }

    private func act(_ kind: Kind, _ part: Int, _ stream: TCPStream) async throws {
        let order = #"{"orderId":"soak-\#(part)","customerEmail":"a@example.com"}"#
        let length = "Content-Length: \(order.utf8.count)\r\nContent-Type: application/json"
        let post = Array(
            "POST /orders HTTP/1.1\r\nHost: localhost\r\n\(length)\r\n\r\n\(order)".utf8
        )
        let get = Array("GET /orders/soak-\(part) HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
        switch kind {
        case .fast:
            for _ in 0..<10 {
                try await ask(post, stream)
                try await ask(get, stream)
            }
        case .silent:
            try await stream.loop.sleep(until: .now + .milliseconds(part))
        case .halfSaid:
            try await stream.write(post.prefix(part * post.count / 100))
            try await stream.loop.sleep(until: .now + .milliseconds(part))
        case .brokenOff:
            // Unread answers make the close a reset.
            try await stream.write(post + get + get.prefix(part / 3))
        case .slowlySaid:
            for byte in post.indices {
                try await stream.write(post[byte...byte])
                if byte.isMultiple(of: 20) {
                    try await stream.loop.sleep(until: .now + .milliseconds(5))
                }
            }
            try await answer(stream)
        case .unread:
            let large = Array("GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
            for _ in 0..<5 { try await stream.write(large) }
            try await stream.loop.sleep(until: .now + .milliseconds(part))
        }
    }

    private func ask(_ request: [UInt8], _ stream: TCPStream) async throws {
        try await stream.write(request)
        try await answer(stream)
    }

    /// Reads one answer, of which the head says how long it is.
    private func answer(_ stream: TCPStream) async throws {
        var bytes: [UInt8] = []
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let head = text.range(of: "\r\n\r\n"), Self.isWhole(text, head) { break }
            guard try await stream.read(into: &bytes, limit: 65_536) > 0 else {
                throw CutOff(text: text)
            }
        }
        guard bytes.starts(with: Array("HTTP/1.1 20".utf8)) else {
            throw CutOff(text: String(decoding: bytes, as: UTF8.self))
        }
        state.withLock { $0.answers += 1 }
    }

    private static func isWhole(_ text: String, _ head: Range<String.Index>) -> Bool {
        let field = text[..<head.lowerBound].split(separator: "\r\n").first {
            $0.lowercased().hasPrefix("content-length:")
        }
        let length = field.flatMap { Int($0.filter(\.isNumber)) } ?? 0
        return text[head.upperBound...].utf8.count >= length
    }

    private struct CutOff: Error {
        let text: String
    }
}
