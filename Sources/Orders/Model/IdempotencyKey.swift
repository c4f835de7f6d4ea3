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

    /// The same key within a workflow: what it stands for in another is another order.
    func within(_ workflow: String?) -> IdempotencyKey {
        guard let workflow else { return self }
        return IdempotencyKey(digest: digest + Array(":\(workflow)".utf8), body: body)
    }

    /// Whether the request that first had the key is this one again, by the digest of its body that was kept.
    ///
    /// Of an erased order none is kept, but still that its request was carried out.
    package func stands(for keptBody: [UInt8]) -> Bool { keptBody.isEmpty || keptBody == body }
}
