/// What somebody wants to be an order, before it is looked at; HTTP, a queue or a schedule may bring it.
package struct OrderRequest: Sendable {
    /// The order as JSON text.
    package var body: [UInt8]
    /// The workflow that it is for, by its name; nil for the default one.
    package var workflow: String?
    /// By which whoever brings it knows the request, beside the order's number.
    package var key: IdempotencyKey?
    /// Its number if the order has none; nil: one is made up, another for every request.
    ///
    /// Who may bring the same order again without knowing of the first time gives one.
    package var number: OrderNumber?
    /// How it came here, as JSON text: kept and shown with the order; nil: nothing is said.
    package var origin: [UInt8]?

    package init(_ body: [UInt8], for workflow: String? = nil, key: IdempotencyKey? = nil) {
        self.body = body
        self.workflow = workflow
        self.key = key
    }
}
