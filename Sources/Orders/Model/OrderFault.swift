/// One thing that is wrong with a requested order.
package struct OrderFault: Sendable, Hashable {
    /// Where in the body: a JSON pointer (RFC 6901).
    package var pointer: String
    package var detail: String

    package init(_ pointer: String, _ detail: String) {
        self.pointer = pointer
        self.detail = detail
    }
}
