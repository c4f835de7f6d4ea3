/// What SES lets an account do.
package struct SESAccount: Sendable, Hashable {
    /// Whether it may send to anybody, and not only to verified addresses.
    package let hasProductionAccess: Bool
    package let isSendingEnabled: Bool
    /// `HEALTHY`, `PROBATION` or `SHUTDOWN`.
    package let enforcementStatus: String
    /// Recipients in 24 hours; nil: no limit.
    package let dailyQuota: Double?
    /// Recipients a second.
    package let maximumRate: Double
    /// Recipients in the last 24 hours.
    package let sentInLastDay: Double

    package init(
        hasProductionAccess: Bool,
        isSendingEnabled: Bool,
        enforcementStatus: String,
        dailyQuota: Double?,
        maximumRate: Double,
        sentInLastDay: Double
    ) {
        self.hasProductionAccess = hasProductionAccess
        self.isSendingEnabled = isSendingEnabled
        self.enforcementStatus = enforcementStatus
        self.dailyQuota = dailyQuota
        self.maximumRate = maximumRate
        self.sentInLastDay = sentInLastDay
    }
}
