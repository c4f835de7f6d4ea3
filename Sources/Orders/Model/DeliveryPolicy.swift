/// What happens by itself to a delivery whose fate is uncertain.
package enum DeliveryPolicy: String, Sendable, CaseIterable {
    /// The order is held until a person decides.
    case hold
    /// It is sent again: at least once.
    case resend
    /// It is taken as sent: at most once.
    case assumeSent = "assume-sent"
}
