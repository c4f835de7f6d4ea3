package import AWS
package import Orders

/// Sends alerts by e-mail through SES.
package struct EmailTarget: AlertTarget {
    package let way = AlertWay.email
    private let addresses: [String]
    private let sender: Mailbox
    private let ses: SESClient
    private let gate: ProviderGate?
    private let clock: any WallClock
    private let timeout: Duration

    /// How many addresses there are at most.
    package static let maximumAddresses = 20

    /// `gate` is where e-mails of orders pass: alerts count there, and wait for none of them.
    package init(
        to addresses: [String],
        from sender: Mailbox,
        by ses: SESClient,
        beside gate: ProviderGate?,
        clock: any WallClock,
        timeout: Duration
    ) {
        self.addresses = addresses
        self.sender = sender
        self.ses = ses
        self.gate = gate
        self.clock = clock
        self.timeout = timeout
    }

    package func send(_ message: AlertMessage) async -> AlertAttempt {
        if let until = gate?.status.restsUntil { return .postponed(until: until) }
        gate?.countAside(weight: addresses.count)
        do throws(AWSError) {
            let email = Self.email(message, to: addresses, from: sender)
            _ = try await ses.send(email, deadline: .now + timeout)
            return .accepted
        } catch {
            let explanation = SendExplanation(error, in: ses.region, from: sender.address.mailbox)
            return AlertAttempt(error, explanation)
        }
    }

    static func email(
        _ message: AlertMessage,
        to addresses: [String],
        from sender: Mailbox
    ) -> Email {
        var email = Email(
            from: sender.header,
            to: addresses,
            subject: message.title,
            text: message.text
        )
        // RFC 3834 §5: nobody's machine shall answer it.
        email.headers = [
            Email.Pair("Auto-Submitted", "auto-generated"),
            Email.Pair("X-Orderd-Alert", message.id),
        ]
        return email
    }
}

extension AlertAttempt {
    /// A provider's words may name an address, so its code and our advice are told.
    init(_ error: AWSError, _ explanation: SendExplanation) {
        let what = error.serviceError?.code ?? "\(error)"
        let advice = explanation.advice.map { ": \($0)" } ?? ""
        self = .failed(reason: what + advice, retryAfter: error.serviceError?.retryAfter)
    }
}
