/// One thing that is wrong with a requested order.
public struct OrderFault: Sendable, Hashable {
    /// Where in the body: a JSON pointer (RFC 6901).
    public var pointer: String
    /// What is wrong there.
    public var detail: String

    /// That fault at that place.
    public init(_ pointer: String, _ detail: String) {
        self.pointer = pointer
        self.detail = detail
    }
}
