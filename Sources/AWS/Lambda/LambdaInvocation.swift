internal import Formats
internal import HTTPTypes

/// One call of a function: Lambda's `Invoke`.
package struct LambdaInvocation: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The function's result is waited for.
        case requestResponse = "RequestResponse"
        /// Lambda keeps the event and calls the function later.
        case event = "Event"
        /// Only whether it may be called is asked.
        case dryRun = "DryRun"
    }

    /// Lambda's limits, in bytes.
    package enum Limit {
        /// A payload whose result is waited for.
        package static let payload = 6_291_456
        /// One that is kept and handed over later.
        package static let event = 1_048_576
        /// A client context, in Base64.
        package static let clientContext = 3_583
        /// A function's name or ARN.
        package static let function = 170
    }

    /// A name, an ARN, or a part of one.
    package var function: String
    /// A version or an alias.
    package var qualifier: String?
    package var kind = Kind.requestResponse
    /// JSON.
    package var payload: [UInt8]
    /// Base64 of JSON, which functions get as their context's `client_context`.
    package var clientContext: String?
    /// Whether the answer has the last 4 KB of the function's log.
    package var isLogged = false

    package init(_ function: String, payload: [UInt8]) {
        self.function = function
        self.payload = payload
    }

    /// What Lambda would refuse it for; nil: nothing.
    package var fault: String? {
        if !(1...Limit.function).contains(function.utf8.count)
            || !function.utf8.allSatisfy(Self.isOfName)
        {
            return
                "\"\(function.prefix(200))\" is no function's name or ARN, of 1 to \(Limit.function) of A-Z a-z 0-9 - _ : . $"
        }
        if let qualifier, qualifier.isEmpty || !qualifier.utf8.allSatisfy(Self.isOfName) {
            return "\"\(qualifier.prefix(200))\" is neither a version nor an alias"
        }
        let limit = kind == .event ? Limit.event : Limit.payload
        if payload.count > limit {
            return "the payload has \(payload.count) bytes, and at most \(limit) are taken"
        }
        if let clientContext, clientContext.utf8.count > Limit.clientContext {
            return "the client context has more than \(Limit.clientContext) bytes"
        }
        if let clientContext, Base64.decode(clientContext) == nil {
            return "the client context is no Base64"
        }
        return nil
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || "-_:.$".utf8.contains(byte)
    }

    /// SHA-256 of what is asked for, in hexadecimal digits: equal calls have equal hashes.
    package var contentHash: String { request.contentHash }

    var request: AWSRequest {
        let query = qualifier.map { "?Qualifier=\(PercentEncoding.encode($0))" } ?? ""
        var request = AWSRequest(
            operation: "Invoke",
            method: .post,
            path: "/2015-03-31/functions/\(PercentEncoding.encode(function))/invocations\(query)",
            contentType: "application/json",
            body: payload
        )
        request.fields[.invocationType] = kind.rawValue
        if isLogged { request.fields[.logType] = "Tail" }
        if let clientContext { request.fields[.clientContext] = clientContext }
        return request
    }
}

extension HTTPField.Name {
    // Each of the literals below is a valid field name.
    // swift-format-ignore: NeverForceUnwrap
    static let invocationType = Self("X-Amz-Invocation-Type")!
    // swift-format-ignore: NeverForceUnwrap
    static let logType = Self("X-Amz-Log-Type")!
    // swift-format-ignore: NeverForceUnwrap
    static let clientContext = Self("X-Amz-Client-Context")!
    // swift-format-ignore: NeverForceUnwrap
    static let functionError = Self("X-Amz-Function-Error")!
    // swift-format-ignore: NeverForceUnwrap
    static let logResult = Self("X-Amz-Log-Result")!
    // swift-format-ignore: NeverForceUnwrap
    static let executedVersion = Self("X-Amz-Executed-Version")!
}
