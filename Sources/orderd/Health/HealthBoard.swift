import AWS
import Foundation
import Orders
import Synchronization

/// What was last seen of the parts that people are told of; alerts are decided from it and not from looks of their own.
final class HealthBoard: Sendable {
    private let latest = Mutex<Readings?>(nil)

    struct Readings: Sendable {
        var at: Date
        /// nil when the store did not answer.
        var summary: StoreSummary?
        var dispatcher: Dispatcher.Status
        /// Since when providers take nothing that orders wait for or that is left alone, by the kind of delivery.
        var closed: [String: Date]
        /// Free bytes on the store's disk.
        var free: Int?
        /// How many times each schedule has missed.
        var missed: [String: Int]
        /// Whether there are credentials, and how many seconds they last.
        var credentials: Credentials
    }

    enum Credentials: Sendable, Hashable {
        /// They last, or nobody has asked for them yet.
        case lasting
        case ending(Int)
        case ended
        case missing
    }

    var readings: Readings? { latest.withLock { $0 } }

    func put(_ readings: Readings) { latest.withLock { $0 = readings } }
}
