/// What makes a request the same as an earlier one: a client's key, and the body it stands for.
package struct IdempotencyKey: Sendable, Hashable {
    /// A digest of the client's key and of who the client is.
    package let digest: [UInt8]
    /// A digest of the request's body.
    package let body: [UInt8]

    package init(digest: [UInt8], body: [UInt8]) {
        self.digest = digest
        self.body = body
    }
}
