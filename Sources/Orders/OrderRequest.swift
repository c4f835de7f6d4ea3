/// What somebody wants to be an order, before it is looked at; HTTP, a queue or a schedule may bring it.
package struct OrderRequest: Sendable {
    /// The order as JSON text.
    package var body: [UInt8]
    /// The workflow that it is for, by its name; nil for the default one.
    package var workflow: String?
    /// By which whoever brings it knows the request, beside the order's number.
    package var key: IdempotencyKey?

    package init(_ body: [UInt8], for workflow: String? = nil, key: IdempotencyKey? = nil) {
        self.body = body
        self.workflow = workflow
        self.key = key
    }
}
