/// What SES lets an account do.
public struct SESAccount: Sendable, Hashable {
    /// Whether it may send to anybody, and not only to verified addresses.
    public let hasProductionAccess: Bool
    /// Whether it may send now.
    public let isSendingEnabled: Bool
    /// `HEALTHY`, `PROBATION` or `SHUTDOWN`.
    public let enforcementStatus: String
    /// Recipients in 24 hours; nil: no limit.
    public let dailyQuota: Double?
    /// Recipients a second.
    public let maximumRate: Double
    /// Recipients in the last 24 hours.
    public let sentInLastDay: Double
}
