import FoundationEssentials
import Orders

// How the file writes what the domain names: numbers that a later version may add to and never changes.

extension OrderStatus {
    var code: Int64 {
        switch self {
        case .queued: 0
        case .running: 1
        case .succeeded: 2
        case .failed: 3
        case .timedOut: 4
        case .aborted: 5
        case .held: 6
        }
    }

    /// nil for a code that only a damaged row can hold: the table's check admits none but these.
    init?(code: Int64) {
        guard let status = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = status
    }
}

extension Delivery.Status {
    var code: Int64 {
        switch self {
        case .intended: 0
        case .sent: 1
        case .refused: 2
        case .uncertain: 3
        case .resend: 4
        case .waiting: 5
        case .withheld: 6
        }
    }

    /// nil for a code that only a damaged row can hold: the table's check admits none but these.
    init?(code: Int64) {
        guard let status = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = status
    }
}

extension BulkRedrive.State {
    var code: Int64 {
        switch self {
        case .running: 0
        case .finished: 1
        case .cancelled: 2
        }
    }

    init?(code: Int64) {
        guard let state = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = state
    }
}

extension Date {
    /// Milliseconds since 1970, as the file keeps instants.
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
