import AWS
import AWSSandbox
import HTTP
import Integrations
import OrderStoreSQLite
import Orders
import TestClosing
import Testing

/// What the function makes of the faults of SES and SNS, and what each leaves in the ledger.
@Suite(.closing)
struct `When SES or SNS fails, the ProcessOrder function` {
    /// The ways to fail after which nobody can tell whether a message was accepted, and whether it was.
    static let uncertain: [(Fault.Kind, accepted: Int)] = [
        (.serverError, 0), (.dropBeforeAccepting, 0), (.dropAfterAccepting, 1),
    ]

    @Test(arguments: [SandboxMessage.Service.ses, .sns])
    func `postpones what was throttled and sends nothing twice`(
        _ service: SandboxMessage.Service
    ) async throws {
        try await FunctionFixture.run { fixture in
            fixture.sandbox.faults.set([Fault(.throttle, service: service, count: 2)])
            for _ in 1...2 {
                let outcome = try await fixture.perform()
                guard case .postponed(let delay, _, let gate) = outcome else {
                    Issue.record("\(outcome)")
                    return
                }
                #expect(delay == .seconds(1), "no longer than the provider asks for")
                #expect(gate == (service == .ses ? "email" : "notice"))
                let statuses = try await fixture.statuses()
                #expect(statuses == (service == .ses ? [.waiting] : [.sent, .waiting]))
            }
            #expect(try await fixture.perform() == FunctionFixture.success)
            #expect(fixture.accepted(.ses).count == 1)
            #expect(fixture.accepted(.sns).count == 1)
        }
    }

    @Test(arguments: uncertain)
    func `holds what is uncertain until a person decides`(
        _ kind: Fault.Kind,
        accepted: Int
    ) async throws {
        try await FunctionFixture.run { fixture in
            fixture.sandbox.faults.set([Fault(kind, service: .ses, count: 1)])
            for _ in 1...2 {
                let outcome = try await fixture.perform()
                guard case .held = outcome else {
                    Issue.record("\(outcome)")
                    return
                }
                #expect(try await fixture.statuses() == [.uncertain])
                #expect(fixture.sandbox.messages.acceptedCount == accepted)
            }
            let entry = try #require(try await fixture.ledger().first)
            _ = try await fixture.store.decide(
                entry.id,
                .resend,
                by: Operator("test"),
                at: FunctionFixture.now
            )
            #expect(try await fixture.perform() == FunctionFixture.success)
            #expect(fixture.accepted(.ses).count == accepted + 1)
            #expect(try await fixture.statuses() == [.sent, .sent])
        }
    }

    @Test(arguments: uncertain)
    func `takes it as sent when a person says so`(
        _ kind: Fault.Kind,
        accepted: Int
    ) async throws {
        try await FunctionFixture.run { fixture in
            fixture.sandbox.faults.set([Fault(kind, service: .ses, count: 1)])
            _ = try await fixture.perform()
            let entry = try #require(try await fixture.ledger().first)
            _ = try await fixture.store.decide(
                entry.id,
                .assumeSent,
                by: Operator("test"),
                at: FunctionFixture.now
            )
            #expect(try await fixture.perform() == FunctionFixture.success)
            #expect(fixture.accepted(.ses).count == accepted)
        }
    }

    @Test(arguments: uncertain)
    func `sends what is uncertain again only under the policy resend`(
        _ kind: Fault.Kind,
        accepted: Int
    ) async throws {
        try await FunctionFixture.run { fixture in
            fixture.sandbox.faults.set([Fault(kind, service: .ses, count: 1)])
            let outcome = try await fixture.perform(.init(policy: .resend))
            guard case .postponed = outcome else {
                Issue.record("\(outcome)")
                return
            }
            let again = try await fixture.perform(.init(policy: .resend))
            #expect(again == FunctionFixture.success)
            #expect(fixture.accepted(.ses).count == accepted + 1)
            #expect(try await fixture.statuses() == [.sent, .sent])
        }
    }

    @Test(arguments: uncertain)
    func `goes on at once under the policy assume-sent`(
        _ kind: Fault.Kind,
        accepted: Int
    ) async throws {
        try await FunctionFixture.run { fixture in
            fixture.sandbox.faults.set([Fault(kind, service: .ses, count: 1)])
            let outcome = try await fixture.perform(.init(policy: .assumeSent))
            #expect(outcome == FunctionFixture.success)
            #expect(fixture.accepted(.ses).count == accepted)
            #expect(fixture.accepted(.sns).count == 1)
            let ledger = try await fixture.ledger()
            #expect(ledger.map(\.status) == [.sent, .sent])
            #expect(ledger.first?.messageID == nil)
            let order = try await fixture.store.order(fixture.lease.id)
            let audit = try #require(order?.audit.last)
            #expect(order?.audit.count == 1)
            #expect(audit.action == .decide)
            #expect(audit.by.name == "policy assume-sent")
            #expect(audit.detail?.hasPrefix("assume-sent: email confirmation, ") == true)
        }
    }

    @Test func `does not send the e-mail again after the notice failed`() async throws {
        try await FunctionFixture.run { fixture in
            let fault = Fault.Kind.refuse(code: "InvalidParameter", message: "no", status: 400)
            fixture.sandbox.faults.set([Fault(fault, service: .sns, count: 3)])
            for _ in 1...3 {
                let outcome = try await fixture.perform()
                guard case .failed = outcome else {
                    Issue.record("\(outcome)")
                    return
                }
                #expect(try await fixture.statuses() == [.sent, .refused])
            }
            #expect(try await fixture.perform() == FunctionFixture.success)
            #expect(fixture.accepted(.ses).count == 1)
            #expect(fixture.accepted(.sns).count == 1)
            #expect(try await fixture.ledger().map(\.attempts) == [1, 4])
        }
    }

    @Test func `holds an uncertain notice and keeps the e-mail sent`() async throws {
        try await FunctionFixture.run { fixture in
            fixture.sandbox.faults.set([Fault(.dropAfterAccepting, service: .sns, count: 1)])
            guard case .held(let reason) = try await fixture.perform() else {
                Issue.record("not held")
                return
            }
            #expect(reason.hasPrefix("notice uncertain"))
            #expect(try await fixture.statuses() == [.sent, .uncertain])
        }
    }

    @Test func `postpones when nobody listens`() async throws {
        try await FunctionFixture.run { fixture in
            // Nothing listens on port 1 of loopback; it is refused before a byte leaves.
            let nowhere = Endpoint(scheme: .https, host: "127.0.0.1", port: 1)
            let outcome = try await fixture.perform(.init(endpoint: nowhere))
            guard case .postponed(_, let reason, _) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(reason?.hasPrefix("ConnectionError") == true)
            #expect(try await fixture.statuses() == [.waiting])
            #expect(try await fixture.perform() == FunctionFixture.success)
            #expect(fixture.accepted(.ses).count == 1)
        }
    }

    @Test func `postpones when the keys are wrong, for which no order is to blame`() async throws {
        try await FunctionFixture.run { fixture in
            let foreign = Credentials(accessKeyID: "AKIAFOREIGN", secretAccessKey: "x")
            let outcome = try await fixture.perform(.init(credentials: foreign))
            guard case .postponed(_, let reason, _) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(reason?.hasPrefix("UnrecognizedClientException") == true)
            #expect(fixture.sandbox.messages.acceptedCount == 0)
            #expect(try await fixture.perform() == FunctionFixture.success)
            #expect(fixture.sandbox.messages.acceptedCount == 2)
        }
    }
}
