import Foundation
import HTTP
import HTTPTypes
import JSON
import Synchronization
import TestClosing
import Testing

/// Kill -9 at random moments, with a ledger of what was acknowledged.
///
/// The suite kills three times for each policy; `ORDERD_KILLS=60 swift test --filter TortureTests` kills more often.
@Suite(.closingPrograms(minutes: 60))
struct `Under kill -9` {
    private static let kills =
        ProcessInfo.processInfo.environment["ORDERD_KILLS"].flatMap(Int.init) ?? 3

    @Test(arguments: ["resend", "hold"])
    func `every acknowledged order ends once, and no e-mail goes out twice unseen`(
        policy: String
    )
        async throws
    {
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        let data = folder.appending(path: "data")
        let arguments = [
            "--set", "email.policy=\(policy)", "--set", "notice.policy=\(policy)",
        ]
        let client = try LedgerClient()
        for _ in 0..<Self.kills {
            let service = try await ServiceProcess(
                arguments,
                environment: sandbox.environment,
                data: data
            )
            try await client.post(to: service.address, kill: .random(in: 1...200)) {
                service.program.send(SIGKILL)
            }
            await service.kill()
        }
        let service = try await ServiceProcess(
            arguments,
            environment: sandbox.environment,
            data: data
        )
        try await settle(service, isHolding: policy == "hold")
        try await judge(client.acknowledged, service, sandbox, policy: policy)
        await service.kill()
        let verify = ["store", "verify", "--data", data.path]
        let (status, text) = try await Command.run(Repository.program.path, verify)
        #expect(status == 0, "\(text)")
    }

    /// Waits for the end of all orders; what is held is taken as sent, which sends nothing.
    private func settle(_ service: ServiceProcess, isHolding: Bool) async throws {
        while true {
            try Task.checkCancellation()
            let queue = try await service.curl("/queue").json()
            if queue["backlog"] == 0 { return }
            if queue["quarantined"] != 0 { try await release(service) }
            guard isHolding else { continue }
            let uncertain = try await service.curl("/deliveries?limit=200").json()["deliveries"]
            for id in (uncertain?.array ?? []).compactMap({ $0["id"]?.int }) {
                let decision = [
                    "-H", "Content-Type: application/json", "-d", #"{"decision":"assume-sent"}"#,
                ]
                _ = try await service.curl("/deliveries/\(id)/decision", decision)
            }
        }
    }

    /// Lets those go on that were found running at three ends of the process in a row: with so many kills in so short a
    /// time that may be chance, and is for a person to tell.
    private func release(_ service: ServiceProcess) async throws {
        let held = try await service.curl("/orders?status=HELD&limit=200").json()["orders"]
        for number in (held?.array ?? []).compactMap({ $0["orderId"]?.string }) {
            let order = try await service.curl("/orders/\(number)").json()
            guard order["error"] == "Quarantined" else { continue }
            #expect(order["crashes"]?.array?.count ?? 0 >= 3, "\(number) is no suspect")
            _ = try await service.curl("/orders/\(number)/redrive", ["-X", "POST"])
        }
    }

    private func judge(
        _ acknowledged: Set<String>,
        _ service: ServiceProcess,
        _ sandbox: SandboxProcess,
        policy: String
    ) async throws {
        #expect(!acknowledged.isEmpty)
        let messages = try sandbox.messages().compactMap { $0["to"]?[0]?.string }
        let sent = Dictionary(messages.map { ($0, 1) }, uniquingKeysWith: +)
        var (seen, next): (Set<String>, String?) = ([], "/orders?limit=200")
        while let path = next {
            let page = try await service.curl(path).json()
            for order in page["orders"]?.array ?? [] {
                let number = order["orderId"]?.string ?? ""
                #expect(seen.insert(number).inserted, "\(number) is there twice")
                #expect(order["status"] == "SUCCEEDED", "\(number)")
            }
            next = page["next"]?.string
        }
        #expect(acknowledged.isSubset(of: seen), "\(acknowledged.subtracting(seen).count) are lost")
        for (address, count) in sent where count > 1 {
            #expect(policy == "resend", "\(address) got \(count) e-mails")
            let number = address.prefix { $0 != "@" }
            let order = try await service.curl("/orders/\(number)").json()
            let audit = order["audit"]?.array ?? []
            let resent = audit.filter { $0["detail"]?.string?.hasPrefix("resend: email") == true }
            #expect(count <= resent.count + 1, "\(number) was sent again unseen")
        }
        if policy == "resend" {
            let missing = seen.filter { sent["\($0)@example.com"] == nil }
            #expect(missing.isEmpty, "\(missing.count) got no e-mail")
        }
    }
}

/// Posts orders over several connections and keeps a ledger of what was acknowledged.
private final class LedgerClient: Sendable {
    private static let connections = 6
    private let client: HTTPClient
    private let ledger = Mutex(Ledger())

    private struct Ledger {
        var posted = 0
        var acknowledged: Set<String> = []
    }

    init() throws {
        client = try HTTPClient.patient()
    }

    var acknowledged: Set<String> { ledger.withLock { $0.acknowledged } }

    /// Posts until so many more are acknowledged, then calls `kill` in the middle of the others.
    func post(
        to address: String,
        kill count: Int,
        _ kill: @escaping @Sendable () -> Void
    ) async throws {
        let target = acknowledged.count + count
        await withTaskGroup { group in
            for _ in 0..<Self.connections {
                group.addTask { await self.postUntilDead(address, target, kill) }
            }
        }
    }

    private func postUntilDead(
        _ address: String,
        _ target: Int,
        _ kill: @Sendable () -> Void
    ) async {
        let parts = address.split(separator: ":")
        guard parts.count == 2, let port = Int(parts[1]) else { return }
        while true {
            let number = ledger.withLock { ledger in
                ledger.posted += 1
                return "o-\(ledger.posted)"
            }
            let order = #"{"orderId":"\#(number)","customerEmail":"\#(number)@example.com"}"#
            let request = ClientRequest(
                method: .post,
                scheme: .http,
                host: String(parts[0]),
                port: port,
                target: "/orders",
                fields: [.contentType: "application/json"],
                body: Array(order.utf8)
            )
            let answer = try? await client.send(request, deadline: .now + .seconds(600))
            guard answer?.status.code == 202 else { return }
            let isLast = ledger.withLock { ledger in
                ledger.acknowledged.insert(number)
                return ledger.acknowledged.count == target
            }
            if isLast { kill() }
        }
    }
}
