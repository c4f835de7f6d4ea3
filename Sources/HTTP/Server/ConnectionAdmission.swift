internal import Sockets

/// Decides which connections are served.
struct ConnectionAdmission {
    enum Decision {
        case serve
        /// Answer 503 and close.
        case refuse
        /// Close: even the refusals have become too many.
        case drop
    }

    /// Refusals being told so at one time.
    static let maximumRefusals = 128

    private let maximum: Int
    private let maximumPerAddress: Int?
    private var refusals = 0
    private var counts: [IPAddress: Int] = [:]
    private(set) var count = 0

    init(_ configuration: ServerConfiguration) {
        maximum = configuration.maximumConnections
        maximumPerAddress = configuration.maximumConnectionsPerAddress
    }

    /// A connection was accepted; unless it is dropped, `closed` is called for it later.
    mutating func accepted(from address: IPAddress) -> Decision {
        let isTooMany = maximumPerAddress.map { counts[address, default: 0] >= $0 } ?? false
        guard count < maximum, !isTooMany else {
            guard refusals < Self.maximumRefusals else { return .drop }
            refusals += 1
            return .refuse
        }
        count += 1
        if maximumPerAddress != nil { counts[address, default: 0] += 1 }
        return .serve
    }

    mutating func closed(from address: IPAddress, after decision: Decision) {
        switch decision {
        case .drop: break
        case .refuse: refusals -= 1
        case .serve:
            count -= 1
            guard let left = counts[address] else { break }
            counts[address] = left == 1 ? nil : left - 1
        }
    }
}
