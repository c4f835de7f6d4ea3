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
        self.detail = detail.map { String($0.prefix(Self.maximumDetail)) }
        self.since = since
        by = `operator`
    }

    /// What addresses of one mailbox have in common: practically no provider tells capital letters from small ones, and a name
    /// before the @ means the same with quotes and without (RFC 5321 §4.1.2).
    package static func key(of mailbox: String) -> String {
        let key = mailbox.lowercased()
        guard key.hasPrefix("\""), let end = key.lastIndex(of: "\"") else { return key }
        var name = ""
        var isEscaped = false
        for character in key[..<end].dropFirst() {
            if character == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            isEscaped = false
            name.append(character)
        }
        let plain = name + key[key.index(after: end)...]
        return (try? EmailAddress(plain)) == nil
            ? "\"\(name)\"\(key[key.index(after: end)...])" : plain
    }
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
