internal import Formats
package import FoundationEssentials

/// A time as signatures write it.
package struct SigningTime: Sendable, Hashable {
    /// `20150830T123600Z`.
    package let stamp: String

    /// `20150830`.
    package let day: String

    package let date: Date

    /// The second that the date falls into.
    package init(_ date: Date) {
        let second = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
        self.init(BasicTimestamp.text(date), second)
    }

    /// A stamp that came with a request; nil when it is none.
    package init?(stamp: String) {
        guard let date = BasicTimestamp.date(stamp) else { return nil }
        self.init(stamp, date)
    }

    private init(_ stamp: String, _ date: Date) {
        (self.stamp, self.date) = (stamp, date)
        day = String(decoding: stamp.utf8.prefix(8), as: UTF8.self)
    }
}
