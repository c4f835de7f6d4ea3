import AWS
import AWSSandbox
import Integrations
import JSON
import Orders
import TestClosing
import Testing

/// What an order and its operator are told when SES refuses an e-mail.
@Suite(.closing)
struct `A refusal by SES` {
    /// Refusals for which the order is not to blame.
    private static let ours: [(code: String, message: String, advice: String)] = [
        (
            "MessageRejected",
            "Email address is not verified. The following identities failed the check in region US-EAST-1: "
                + "Shop <Shop@example.com>, shop@example.com",
            "SES in us-east-1 may not send from shop@example.com: verify the address or its domain"
        ),
        ("AccountSuspendedException", "suspended", "AWS has stopped this account's sending"),
        ("SendingPausedException", "paused", "its account dashboard says why"),
        ("NotFoundException", "Configuration set <x> does not exist", "is not there in us-east-1"),
        ("MailFromDomainNotVerifiedException", "x", "the MAIL FROM domain of the sender"),
        ("AccessDeniedException", "User is not authorized", "orderd check says which permission"),
        ("ExpiredTokenException", "expired", "the credentials have expired"),
        ("UnrecognizedClientException", "x", "AWS does not know these credentials"),
    ]

    @Test(arguments: ours)
    func `that is ours to mend lets the order wait`(
        _ refusal: (code: String, message: String, advice: String)
    ) async throws {
        try await FunctionFixture.run { fixture in
            let kind = Fault.Kind.refuse(code: refusal.code, message: refusal.message, status: 400)
            fixture.sandbox.faults.set([Fault(kind, service: .ses, count: 1)])
            guard case .postponed(let wait, let reason?, "email") = try await fixture.perform()
            else {
                Issue.record("it was not postponed")
                return
            }
            #expect(wait >= .seconds(5))
            #expect(reason.contains(refusal.code) && reason.contains(refusal.advice), "\(reason)")
            #expect(!reason.contains("buyer@"))
            #expect(try await fixture.ledger().first?.reason?.contains(refusal.advice) == true)
            #expect(try await fixture.perform() == FunctionFixture.success)
        }
    }

    @Test func `of a recipient says that the account is in the sandbox`() async throws {
        try await FunctionFixture.run { fixture in
            let message =
                "Email address is not verified. The following identities failed the check in region "
                + "US-EAST-1: buyer@example.com"
            let kind = Fault.Kind.refuse(code: "MessageRejected", message: message, status: 400)
            fixture.sandbox.faults.set([Fault(kind, service: .ses, count: 1)])
            guard case .failed("MessageRejected", let cause) = try await fixture.perform() else {
                Issue.record("it has not failed")
                return
            }
            #expect(cause.contains(message), "\(cause)")
            #expect(cause.contains("in the sandbox of SES in us-east-1"), "\(cause)")
        }
    }

    @Test func `of a recipient whose address ends like the sender's is not ours`() async throws {
        try await FunctionFixture.run { fixture in
            let message = "Email address is not verified: my-shop@example.com"
            let kind = Fault.Kind.refuse(code: "MessageRejected", message: message, status: 400)
            fixture.sandbox.faults.set([Fault(kind, service: .ses, count: 1)])
            guard case .failed("MessageRejected", _) = try await fixture.perform() else {
                Issue.record("it has not failed")
                return
            }
        }
    }

    @Test func `of one of several recipients puts nobody on the list`() async throws {
        try await FunctionFixture.run { fixture in
            let list = try await SuppressionList(store: fixture.store, clock: FixedClock())
            let kind = Fault.Kind.refuse(
                code: "MessageRejected",
                message: "Address blacklisted.",
                status: 400
            )
            fixture.sandbox.faults.set([Fault(kind, service: .ses, count: 1)])
            let call = FunctionFixture.Call(suppressions: list, cc: "boss@example.com")
            guard case .failed("MessageRejected", _) = try await fixture.perform(call) else {
                Issue.record("it has not failed")
                return
            }
            #expect(list.count == 0)
        }
    }

    @Test func `for the daily quota lets all wait`() async throws {
        try await FunctionFixture.run { fixture in
            let message = "Daily message quota exceeded."
            let kind = Fault.Kind.refuse(code: "Throttling", message: message, status: 400)
            fixture.sandbox.faults.set([Fault(kind, service: .ses, count: 1)])
            guard case .postponed(.seconds(600), let reason?, _) = try await fixture.perform()
            else {
                Issue.record("it was not postponed")
                return
            }
            #expect(reason.contains("the daily quota of SES in us-east-1 is used up"))
        }
    }

    @Test func `of a suppressed address puts it on the list, and the next is not tried`()
        async throws
    {
        try await FunctionFixture.run { fixture in
            let list = try await SuppressionList(store: fixture.store, clock: FixedClock())
            let kind = Fault.Kind.refuse(
                code: "MessageRejected",
                message: "Address blacklisted.",
                status: 400
            )
            fixture.sandbox.faults.set([Fault(kind, service: .ses, count: 1)])
            let call = FunctionFixture.Call(suppressions: list)
            guard case .failed("MessageRejected", let cause) = try await fixture.perform(call)
            else {
                Issue.record("it has not failed")
                return
            }
            #expect(cause.contains("orderd suppressions remove"))
            let kept = try await list.find(EmailAddress("buyer@example.com"))
            #expect(kept?.cause == .refused && kept?.by.name == "SES")
            #expect(kept?.detail == "Address blacklisted.")
            guard case .failed("Suppressed", _) = try await fixture.perform(call) else {
                Issue.record("it was sent")
                return
            }
            #expect(fixture.sandbox.messages.acceptedCount == 0)
        }
    }

    @Test func `is not asked for what was sent before the address was suppressed`() async throws {
        try await FunctionFixture.run { fixture in
            let list = try await SuppressionList(store: fixture.store, clock: FixedClock())
            let call = FunctionFixture.Call(suppressions: list)
            #expect(try await fixture.perform(call) == FunctionFixture.success)
            let address = try EmailAddress("buyer@example.com")
            _ = try await list.add(address, .bounce, by: Operator("ada"))
            #expect(try await fixture.perform(call) == FunctionFixture.success)
            #expect(fixture.accepted(.ses).count == 1)
        }
    }
}
