package import FoundationEssentials

/// Keeps temporary credentials until shortly before they end.
///
/// From fifteen minutes before that one caller fetches new ones while the others go on with the old; from ten
/// minutes before, every caller waits for new ones. While the old are good, a failure to renew changes nothing.
package actor CachedCredentials: CredentialsProvider {
    package nonisolated let name: String
    private let source: any CredentialsProvider
    private var cached: Credentials?
    private var isRefreshing = false

    static let advisory: TimeInterval = 900
    static let mandatory: TimeInterval = 600

    /// A cache in front of that source.
    package init(_ source: any CredentialsProvider) {
        self.source = source
        name = source.name
    }

    /// The kept credentials, or new ones.
    package func credentials(at now: Date) async throws(CredentialsError) -> Credentials? {
        guard let cached else { return try await fetch(now) }
        let left = cached.expiration?.timeIntervalSince(now) ?? .infinity
        if left > Self.advisory { return cached }
        if left > Self.mandatory, isRefreshing { return cached }
        isRefreshing = true
        defer { isRefreshing = false }
        do throws(CredentialsError) {
            return try await fetch(now) ?? cached
        } catch {
            guard left > 0 else { throw error }
            return cached
        }
    }

    /// While this waits another caller may fetch too; the later answer is kept, and either is good.
    private func fetch(_ now: Date) async throws(CredentialsError) -> Credentials? {
        let found = try await source.credentials(at: now)
        if let found { cached = found }
        return found
    }
}
