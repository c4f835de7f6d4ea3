/// How an order ended, or why it is held.
public struct Ending: Sendable, Equatable {
    /// One of the final statuses, or `held`.
    public var status: OrderStatus
    /// What its workflow made, as JSON text, when it succeeded.
    public var output: [UInt8]?
    /// The error's name when it did not.
    public var error: String?
    /// What is known about that error.
    public var cause: String?

    public init(status: OrderStatus, output: [UInt8]?, error: String?, cause: String?) {
        self.status = status
        self.output = output
        self.error = error
        self.cause = cause
    }

    /// Why an order is held.
    public static func held(_ hold: Hold, _ cause: String) -> Ending {
        Ending(status: .held, output: nil, error: hold.rawValue, cause: cause)
    }
}
