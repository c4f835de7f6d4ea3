import Foundation
import JSON
import TestClosing
import Testing

/// SES and SNS fail for a while, in every way that they have; then they are well again.
///
/// The suite lets them fail for a second each; `ORDERD_FAULT_SECONDS=180 swift test --filter ProviderFaultTests` for
/// minutes.
@Suite(.closingPrograms(minutes: 60))
struct `While SES and SNS fail` {
    private static let seconds =
        ProcessInfo.processInfo.environment["ORDERD_FAULT_SECONDS"].flatMap(Double.init) ?? 1

    struct Fault {
        var text: String
        /// Whether nobody can tell afterwards if something was accepted.
        var isUncertain = false
        var policy = "hold"
        var timeout = "10m"
    }

    private static let faults = [
        Fault(text: #"{"kind":"throttle"}"#),
        Fault(text: #"{"kind":"delay","milliseconds":300}"#),
        Fault(text: #"{"kind":"server-error","rate":0.7}"#, isUncertain: true),
        Fault(text: #"{"kind":"drop-before","rate":0.7}"#, isUncertain: true),
        Fault(text: #"{"kind":"drop-after","rate":0.7}"#, isUncertain: true, policy: "resend"),
        // A black hole: no answer comes before the call's time is over.
        Fault(
            text: #"{"kind":"delay","milliseconds":60000,"rate":0.7}"#,
            isUncertain: true,
            timeout: "500ms"
        ),
    ]

    @Test(arguments: faults)
    func `no attempt is burnt, every order ends, and nothing goes out twice unseen`(
        fault: Fault
    ) async throws {
        let policy = fault.policy
        let folder = try TestFolder.make()
        let sandbox = try await SandboxProcess(in: folder)
        let service = try await ServiceProcess(
            [
                "--set", "email.policy=\(policy)", "--set", "notice.policy=\(policy)",
                "--set", "aws.requestTimeout=\(fault.timeout)",
            ],
            environment: sandbox.environment,
            data: folder.appending(path: "data")
        )
        try await sandbox.fail(fault.text)
        let end = ContinuousClock.now + .seconds(Self.seconds)
        var count = 0
        while ContinuousClock.now < end {
            count += 1
            let order = #"{"orderId":"\#(count)","customerEmail":"\#(count)@example.com"}"#
            #expect(try await service.post(order).status == 202)
        }
        try await sandbox.fail("")
        try await settle(service)
        try await judge(service, sandbox, count, fault.isUncertain, policy)
        await service.kill()
    }

    /// Waits for the end of all orders; what is held is taken as sent, which sends nothing.
    private func settle(_ service: ServiceProcess) async throws {
        while try await service.curl("/queue").json()["backlog"] != 0 {
            try Task.checkCancellation()
            let uncertain = try await service.curl("/deliveries?limit=200").json()["deliveries"]
            for id in (uncertain?.array ?? []).compactMap({ $0["id"]?.int }) {
                let decision = [
                    "-H", "Content-Type: application/json", "-d", #"{"decision":"assume-sent"}"#,
                ]
                _ = try await service.curl("/deliveries/\(id)/decision", decision)
            }
        }
    }

    private func judge(
        _ service: ServiceProcess,
        _ sandbox: SandboxProcess,
        _ count: Int,
        _ isUncertain: Bool,
        _ policy: String
    ) async throws {
        let addresses = try sandbox.messages().compactMap { $0["to"]?[0]?.string }
        let sent = Dictionary(addresses.map { ($0, 1) }, uniquingKeysWith: +)
        for number in 1...count {
            let order = try await service.curl("/orders/\(number)").json()
            #expect(order["status"] == "SUCCEEDED", "\(number)")
            #expect(order["attempts"]?["failed"] == 0, "\(number)")
            #expect(order["attempts"]?["crashed"] == 0, "\(number)")
            let audit = order["audit"]?.array ?? []
            let resent = audit.filter { $0["detail"]?.string?.hasPrefix("resend: email") == true }
            let mails = sent["\(number)@example.com"] ?? 0
            #expect(mails <= 1 + resent.count, "\(number) got \(mails) e-mails")
            if !isUncertain {
                #expect(mails == 1, "\(number)")
                #expect(audit.isEmpty, "\(number)")
            }
            if policy == "hold" { #expect(resent.isEmpty, "\(number)") }
        }
    }
}
