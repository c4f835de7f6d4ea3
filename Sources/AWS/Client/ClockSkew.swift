package import FoundationEssentials
internal import Synchronization

/// How far AWS's clock is ahead of ours, as far as refusals have told.
struct ClockSkew: Sendable, Hashable {
    /// In seconds; negative when our clock is ahead.
    private(set) var offset: TimeInterval = 0

    /// Below this the services accept a signature, so the time is not the fault of a refusal.
    static let smallest: TimeInterval = 240

    /// Whether a call that was refused, and may have been for its time, is to be signed anew.
    ///
    /// Of many calls that were under way together one learns the skew. The others were signed with the old one and
    /// are signed again as well: what counts is what a call was signed with, not what has become known since.
    mutating func signsAgain(
        signedWith used: TimeInterval,
        theirs: Date?,
        ours: Date
    ) -> Bool {
        guard let theirs else { return used != offset }
        let difference = theirs.timeIntervalSince(ours)
        if abs(difference - used) < Self.smallest { return used != offset }
        if abs(difference - offset) >= Self.smallest { offset = difference }
        return true
    }
}

/// The skew that all clients of one AWS share.
package final class SkewCorrection: Sendable {
    private let skew = Mutex(ClockSkew())
    private let onChange: @Sendable (TimeInterval) -> Void

    /// `onChange` is told each new skew, once, and must not block.
    package init(onChange: @escaping @Sendable (TimeInterval) -> Void = { _ in }) {
        self.onChange = onChange
    }

    /// By how many seconds AWS's clock is ahead of ours; 0 as long as no call was refused for its time.
    package var offset: TimeInterval { skew.withLock { $0.offset } }

    /// AWS's time, when that is ours.
    package func corrected(_ ours: Date) -> Date { ours.addingTimeInterval(offset) }

    func signsAgain(signedWith used: TimeInterval, theirs: Date?, ours: Date) -> Bool {
        let (again, change) = skew.withLock { skew in
            let before = skew.offset
            let again = skew.signsAgain(signedWith: used, theirs: theirs, ours: ours)
            return (again, skew.offset == before ? nil : skew.offset)
        }
        if let change { onChange(change) }
        return again
    }
}
