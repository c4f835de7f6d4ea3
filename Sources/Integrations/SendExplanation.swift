package import AWS
import Orders

/// What a failed call of SES or SNS means for the order, and in plain words for whoever reads of it.
package struct SendExplanation {
    /// What is wrong and what to do, without anything of a customer; nil when the provider's words say it all.
    package private(set) var advice: String?
    /// Whether no order is to blame and an operator can mend it: orders wait until it is mended.
    private(set) var isOurs = false
    /// Whether SES sends nothing to the address any more.
    private(set) var isSuppression = false

    /// Of an e-mail from that address, as far as the account's standing is known.
    package init(
        _ error: AWSError,
        in region: String,
        from sender: String = "",
        _ standing: SESStanding? = nil
    ) {
        guard case .service(let fault) = error.reason else { return }
        let message = fault.message.lowercased()
        if message.contains("not verified") {
            explainIdentity(message, region, sender.lowercased(), standing)
        } else if message.contains("suppression list") || message.contains("blacklisted") {
            isSuppression = true
            advice =
                "SES sends nothing to this address, so it is on the suppression list; if it is good "
                + "again, take it off SES's list and off ours (orderd suppressions remove)"
        } else if fault.isDailyQuota {
            advice =
                "the daily quota of SES in \(region) is used up; it goes on once 24 hours have passed since enough of it was sent"
        } else if fault.isThrottle {
            advice =
                "more is sent than it takes in \(region); the rest is slowed down until it does"
        } else if let known = Self.faultsOfOurs[fault.code] {
            advice = known(region)
            isOurs = true
        }
    }

    private mutating func explainIdentity(
        _ message: String,
        _ region: String,
        _ sender: String,
        _ standing: SESStanding?
    ) {
        let identities = message.matches(of: /[^\s<>,;:"()]+@[^\s<>,;:"()]+/).map { String($0.0) }
        if identities.contains(where: { $0 == sender || $0 == "\(sender)." }) {
            isOurs = true
            advice = SESStanding.unverified(sender, in: region)
        } else if standing?.account?.hasProductionAccess == true {
            advice = "each region has its own identities: check AWS_REGION, which is \(region)"
        } else {
            advice =
                "the account is probably in the sandbox of SES in \(region), where recipients must be "
                + "verified too: ask AWS for production access, or verify the address"
        }
    }

    /// Faults of our keys, settings or account, with what to do about them in a region.
    private static let faultsOfOurs: [String: @Sendable (String) -> String] = {
        var faults: [String: @Sendable (String) -> String] = [:]
        func add(_ codes: [String], _ advice: @escaping @Sendable (String) -> String) {
            for code in codes { faults[code] = advice }
        }
        add(["AccessDenied", "AccessDeniedException", "AuthorizationError"]) { _ in
            "these credentials may not do it; orderd check says which permission is missing"
        }
        add(
            [
                "AccountSendingPausedException", "AccountSuspendedException",
                "SendingPausedException",
            ]
        ) {
            SESStanding.stopped(in: $0)
        }
        add(["ConfigurationSetSendingPausedException"]) { _ in
            "sending is paused for the configuration set that email.configurationSet names"
        }
        add(["ConfigurationSetDoesNotExist", "ConfigurationSetDoesNotExistException"]) { region in
            "email.configurationSet names a set that SES in \(region) does not know"
        }
        add(["TemplateDoesNotExist", "TemplateDoesNotExistException"]) { region in
            "email.sesTemplate names a template that SES in \(region) does not know"
        }
        add(["NotFound", "NotFoundException"]) { region in
            "what the settings name (topic, template, configuration set) is not there in \(region)"
        }
        add(["MailFromDomainNotVerifiedException"]) { region in
            "the MAIL FROM domain of the sender is not verified in SES in \(region)"
        }
        add(["OptInRequired"]) { region in
            "the account has not been activated for this service or for \(region)"
        }
        add(["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"]) { _ in
            "the credentials have expired, and their source has given no new ones yet"
        }
        add(["InvalidClientTokenId", "UnrecognizedClientException"]) { region in
            "AWS does not know these credentials (or not in the partition of \(region)): check which are used with orderd check"
        }
        add([
            "IncompleteSignature", "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
        ]) { _ in
            "something between here and AWS has changed the request: a proxy, perhaps"
        }
        add(["AuthFailure", "InvalidSignatureException", "SignatureDoesNotMatch"]) { _ in
            "the secret key does not belong to the access key, or this machine's clock is wrong"
        }
        add(["RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed"]) { _ in
            "this machine's clock is wrong: set it by NTP"
        }
        add([
            "KMSAccessDenied", "KMSDisabled", "KMSInvalidState", "KMSNotFound", "KMSOptInRequired",
        ]) { _ in
            "the key that encrypts the topic cannot be used by these credentials"
        }
        return faults
    }()
}

extension Deliveries.Attempt {
    /// What a failed call means for the ledger: certainly not accepted, or not known.
    init(_ error: AWSError, _ explanation: SendExplanation) {
        switch error.acceptance {
        case .uncertain: self = .uncertain(reason: "\(error)")
        case .notAccepted: self = .refused(Deliveries.Refusal(error, explanation))
        }
    }
}

extension Deliveries.Refusal {
    /// To an address that nothing is sent to.
    static let suppressed = Deliveries.Refusal(
        error: "Suppressed",
        cause:
            "the address is on the suppression list: see orderd suppressions show, and remove it if it is good again"
    )

    /// A refusal for good, or one that a fault from outside explains and that is tried again later.
    fileprivate init(_ error: AWSError, _ explanation: SendExplanation) {
        switch error.reason {
        case .service(let fault):
            let advice = explanation.advice.map { " — \($0)" } ?? ""
            self.init(
                error: fault.code,
                cause: fault.message + advice,
                retryAfter: Self.delay(after: fault, explanation),
                isThrottle: fault.isThrottle,
                summary: fault.code + (explanation.advice.map { ": \($0)" } ?? "")
            )
        case .transport(let fault):
            self.init(
                error: "ConnectionError",
                cause: "\(fault)",
                retryAfter: .seconds(1),
                summary: "ConnectionError: \(fault)"
            )
        case .noCredentials(let reason):
            self.init(
                error: "NoCredentialsError",
                cause: reason,
                retryAfter: .seconds(5),
                summary: "NoCredentialsError: \(reason)"
            )
        case .invalidRequest(let reason), .unreadableAnswer(let reason):
            self.init(error: "ParamValidationError", cause: reason)
        }
    }

    /// After how long the same call may succeed although the order stays as it is; nil when it never will.
    private static func delay(
        after fault: ServiceError,
        _ explanation: SendExplanation
    ) -> Duration? {
        // AWS advises to try again every ten minutes.
        if fault.isDailyQuota { return .seconds(600) }
        // The gate lets those that were throttled together come back one after the other.
        if fault.isThrottle { return fault.retryAfter ?? .seconds(1) }
        // The gate rests besides, once several were refused.
        if explanation.isOurs { return .milliseconds(Int.random(in: 5_000...10_000)) }
        return nil
    }
}
