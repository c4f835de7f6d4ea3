/// How an order ended, or why it is held.
package struct Ending: Sendable, Equatable {
    /// One of the final statuses, or `held`.
    package var status: OrderStatus
    /// What its workflow made, as JSON text, when it succeeded.
    package var output: [UInt8]?
    /// The error's name when it did not.
    package var error: String?
    package var cause: String?

    package init(status: OrderStatus, output: [UInt8]?, error: String?, cause: String?) {
        self.status = status
        self.output = output
        self.error = error
        self.cause = cause
    }

    /// Why an order is held.
    package static func held(_ hold: Hold, _ cause: String) -> Ending {
        Ending(status: .held, output: nil, error: hold.rawValue, cause: cause)
    }
}
