internal import HTTPTypes

extension AWSRequest {
    /// A call of a service that speaks AWS's JSON 1.1, whose `X-Amz-Target` is the target with the operation.
    package init(json11 operation: String, of target: String, body: [UInt8]) {
        self.init(json: "1.1", operation, of: target, body: body)
    }

    /// The same of one that speaks AWS's JSON 1.0.
    package init(json10 operation: String, of target: String, body: [UInt8]) {
        self.init(json: "1.0", operation, of: target, body: body)
    }

    /// A call of a service that speaks AWS's JSON in that version, `1.0` or `1.1`.
    init(json version: String, _ operation: String, of target: String, body: [UInt8]) {
        self.init(
            operation: operation,
            method: .post,
            path: "/",
            contentType: "application/x-amz-json-\(version)",
            body: body
        )
        fields[.target] = "\(target).\(operation)"
    }
}

extension HTTPField.Name {
    // The literal is a valid field name.
    // swift-format-ignore: NeverForceUnwrap
    static let target = Self("X-Amz-Target")!
    // swift-format-ignore: NeverForceUnwrap
    static let queryMode = Self("x-amzn-query-mode")!
}
