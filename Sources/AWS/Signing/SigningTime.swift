internal import Formats
package import FoundationEssentials

/// A time as signatures write it.
package struct SigningTime: Sendable, Hashable {
    /// `20150830T123600Z`.
    package let stamp: String

    /// `20150830`.
    package var day: String { String(stamp.prefix(8)) }

    package let date: Date

    /// The second that the date falls into.
    package init(_ date: Date) {
        stamp = BasicTimestamp.text(date)
        self.date = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
    }

    /// A stamp that came with a request; nil when it is none.
    package init?(stamp: String) {
        guard let date = BasicTimestamp.date(stamp) else { return nil }
        (self.stamp, self.date) = (stamp, date)
    }
}
