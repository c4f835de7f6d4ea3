package import FoundationEssentials

/// An address that nothing is sent to.
package struct Suppression: Sendable, Equatable {
    /// As `key(of:)` makes it.
    package var address: String
    package var cause: Cause
    /// More about it, for people.
    package var detail: String?
    package var since: Date
    /// Who put it on the list.
    package var by: Operator

    package enum Cause: String, Sendable, CaseIterable {
        /// Mail to it came back for good.
        case bounce
        /// Its owner called a mail of ours unwanted.
        case complaint
        /// SES refused to send to it.
        case refused
        /// An operator wants it so.
        case manual
    }

    /// The most addresses on the list: some 200 bytes of memory each.
    package static let maximumCount = 1_000_000
    /// The most characters of `detail`.
    package static let maximumDetail = 1_000

    package init(
        _ address: EmailAddress,
        _ cause: Cause,
        detail: String? = nil,
        since now: Date,
        by operator: Operator
    ) {
        self.init(
            address: Self.key(of: address.mailbox),
            cause,
            detail: detail,
            since: now,
            by: `operator`
        )
    }

    /// One as it was kept.
    package init(
        address: String,
        _ cause: Cause,
        detail: String?,
        since: Date,
        by operator: Operator
    ) {
        self.address = address
        self.cause = cause
        self.detail = detail
        self.since = since
        by = `operator`
    }

    /// What addresses of one mailbox have in common: practically no provider tells capital letters from small ones.
    package static func key(of mailbox: String) -> String { mailbox.lowercased() }
}

extension AuditEntry {
    /// Without the address, which is a customer's and goes when the list lets it go.
    package static func suppressed(_ suppression: Suppression) -> AuditEntry {
        AuditEntry(
            .suppress,
            by: suppression.by,
            at: suppression.since,
            detail: suppression.cause.rawValue
        )
    }

    /// That the address is on the list no more.
    package static func released(
        _ suppression: Suppression,
        by operator: Operator,
        at now: Date
    ) -> AuditEntry {
        AuditEntry(.unsuppress, by: `operator`, at: now, detail: suppression.cause.rawValue)
    }
}
