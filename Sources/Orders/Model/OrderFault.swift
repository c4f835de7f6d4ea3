/// One thing that is wrong with a requested order.
package struct OrderFault: Sendable, Hashable {
    /// Where in the body: a JSON pointer (RFC 6901).
    package var pointer: String
    /// What is wrong there.
    package var detail: String

    /// That fault at that place.
    package init(_ pointer: String, _ detail: String) {
        self.pointer = pointer
        self.detail = detail
    }
}
