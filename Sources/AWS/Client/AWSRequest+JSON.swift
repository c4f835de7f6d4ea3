internal import HTTPTypes

extension AWSRequest {
    /// A call of a service that speaks AWS's JSON 1.1, whose `X-Amz-Target` is the target with the operation.
    package init(json11 operation: String, of target: String, body: [UInt8]) {
        self.init(operation, of: target, type: "application/x-amz-json-1.1", body)
    }

    /// The same of one that speaks AWS's JSON 1.0.
    package init(json10 operation: String, of target: String, body: [UInt8]) {
        self.init(operation, of: target, type: "application/x-amz-json-1.0", body)
    }

    private init(_ operation: String, of target: String, type: String, _ body: [UInt8]) {
        self.init(operation: operation, method: .post, path: "/", contentType: type, body: body)
        fields[.target] = "\(target).\(operation)"
    }
}

extension HTTPField.Name {
    // The literal is a valid field name.
    // swift-format-ignore: NeverForceUnwrap
    static let target = Self("X-Amz-Target")!
}
