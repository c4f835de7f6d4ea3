package import FoundationEssentials

/// What is known of the credentials in use, without asking anybody.
package struct CredentialsStatus: Sendable, Hashable {
    /// Those in use, with their source; nil when there are none.
    package let held: SourcedCredentials?
    /// Why the last fetch failed.
    package let fault: CredentialsError?
    /// Where the last fetch looked that found nothing.
    package let lookedAt: String?

    init(_ life: CredentialsLife) {
        held = life.held
        fault = life.fault
        lookedAt = life.lookedAt
    }

    /// Credentials that are known beforehand.
    package init(_ credentials: Credentials, from source: String) {
        held = SourcedCredentials(credentials, from: source)
        (fault, lookedAt) = (nil, nil)
    }

    /// How many seconds the credentials last; infinite when they have no end, 0 when there are none.
    package func secondsLeft(at now: Date) -> TimeInterval {
        guard let held else { return 0 }
        guard let end = held.credentials.expiration else { return .infinity }
        return max(0, end.timeIntervalSince(now))
    }
}
