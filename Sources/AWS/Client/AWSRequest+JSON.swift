internal import HTTPTypes

extension AWSRequest {
    /// A call of a service that speaks AWS's JSON 1.1, whose `X-Amz-Target` is the target with the operation.
    package init(json11 operation: String, of target: String, body: [UInt8]) {
        self.init(
            operation: operation,
            method: .post,
            path: "/",
            contentType: "application/x-amz-json-1.1",
            body: body
        )
        fields[.target] = "\(target).\(operation)"
    }
}

extension HTTPField.Name {
    // The literal is a valid field name.
    // swift-format-ignore: NeverForceUnwrap
    static let target = Self("X-Amz-Target")!
}
