package import AWS

/// What is known of the right to send by SES: the account's, and the sender's.
package struct SESStanding: Sendable, Equatable {
    package let region: String
    /// The sender's address.
    package let sender: String
    /// nil when SES does not tell.
    package var account: SESAccount?
    /// Whether the address or its domain is verified; nil when SES does not tell.
    package var isVerified: Bool?
    /// What these credentials may not be told: `ses:GetAccount`.
    package var denied: [String] = []
    /// Why it is not known whether the sender is verified, when SES would have told.
    package var identityFault: String?

    package init(
        region: String,
        sender: String,
        account: SESAccount? = nil,
        isVerified: Bool? = nil
    ) {
        self.region = region
        self.sender = sender
        self.account = account
        self.isVerified = isVerified
    }

    /// The part of the account's rate that is used: others may send by it too, and clocks differ.
    static let share = 0.9
    /// Beyond so many recipients a second SES's own refusals alone slow us down.
    static let maximumPaced = 1_000.0
    /// From this part of the daily quota on somebody should know.
    static let quotaWarning = 0.9

    /// Recipients a second that are let through; nil: as many as SES takes.
    package var rate: Double? {
        guard let account, account.maximumRate > 0 else { return nil }
        let rate = account.maximumRate * Self.share
        return rate > Self.maximumPaced ? nil : rate
    }

    /// What keeps every e-mail from being sent, in plain words.
    package var faults: [String] {
        var faults: [String] = []
        if let account, !account.isSendingEnabled {
            faults.append("\(Self.stopped(in: region)) (\(account.enforcementStatus))")
        }
        if isVerified == false { faults.append(Self.unverified(sender, in: region)) }
        return faults
    }

    static func stopped(in region: String) -> String {
        "AWS has stopped this account's sending by SES in \(region): its account dashboard says why"
    }

    static func unverified(_ sender: String, in region: String) -> String {
        "SES in \(region) may not send from \(sender): verify the address or its domain there (each region has its own "
            + "identities), or set email.sender or AWS_REGION to what is verified"
    }

    /// What somebody should know though e-mails are sent.
    package var warnings: [String] {
        guard let account else { return [] }
        var warnings: [String] = []
        if !account.hasProductionAccess {
            warnings.append(
                "the account is in the sandbox of SES in \(region): only verified addresses get mail, until AWS grants "
                    + "production access"
            )
        }
        if account.isSendingEnabled, account.enforcementStatus != "HEALTHY",
            account.enforcementStatus != "unknown"
        {
            warnings.append("AWS has this account under review (\(account.enforcementStatus))")
        }
        if let quota = account.dailyQuota, account.sentInLastDay >= quota * Self.quotaWarning {
            warnings.append(
                "more than nine tenths of the \(Int(quota)) recipients that SES allows in 24 hours are used up"
            )
        }
        return warnings
    }
}

extension SESStanding {
    /// Asks SES; what it does not tell stays nil.
    ///
    /// Throws what keeps it from being asked at all.
    package static func ask(
        _ ses: SESClient,
        sender: String,
        deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> SESStanding {
        var standing = SESStanding(region: ses.region, sender: sender)
        do throws(AWSError) {
            standing.account = try await ses.account(deadline: deadline)
        } catch {
            // What stands in for AWS often sends and knows no more.
            guard error.isUntold else { throw error }
            standing.note(error, "ses:GetAccount")
        }
        do throws(AWSError) {
            standing.isVerified = try await isVerified(sender, ses, deadline)
        } catch {
            if error.isUntold {
                standing.note(error, "ses:GetEmailIdentity")
            } else {
                standing.identityFault = "\(error)"
            }
        }
        return standing
    }

    /// Whether the address, its domain or a domain above is verified.
    private static func isVerified(
        _ sender: String,
        _ ses: SESClient,
        _ deadline: ContinuousClock.Instant
    ) async throws(AWSError) -> Bool {
        for identity in identities(of: sender)
        where try await ses.isVerified(identity, deadline: deadline) {
            return true
        }
        return false
    }

    private mutating func note(_ error: AWSError, _ action: String) {
        guard let fault = error.serviceError, fault.isDenied else { return }
        denied.append(fault.deniedAction ?? action)
    }

    /// The address, its domain and the domains above: a domain covers those below it.
    static func identities(of address: String) -> [String] {
        var identities = [address]
        guard let at = address.lastIndex(of: "@") else { return identities }
        var domain = address[address.index(after: at)...]
        while domain.contains(".") {
            identities.append(String(domain))
            domain = domain.drop { $0 != "." }.dropFirst()
        }
        return identities
    }
}

extension AWSError {
    /// Whether the endpoint knows no such call, or may not tell these credentials.
    var isUntold: Bool {
        guard let fault = serviceError else { return false }
        return fault.isDenied || [404, 405, 501].contains(fault.status)
            || fault.code == "UnknownOperationException"
    }
}
