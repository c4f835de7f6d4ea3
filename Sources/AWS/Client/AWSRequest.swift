internal import Formats
package import HTTPTypes
internal import OpenSSL

/// One call to a service, before it is addressed and signed.
package struct AWSRequest: Sendable, Hashable {
    /// AWS's name for the call: `SendEmail`.
    package let operation: String
    package let method: HTTPRequest.Method
    /// The path with its query, percent-encoded.
    package let path: String
    /// What the body is; nil when there is none.
    package let contentType: String?
    package let body: [UInt8]
    /// The body's SHA-256 in hexadecimal digits, which its signature covers.
    package let bodyHash: String
    /// Other fields, which are signed as well.
    package var fields = HTTPFields()

    package init(
        operation: String,
        method: HTTPRequest.Method,
        path: String,
        contentType: String? = nil,
        body: [UInt8] = []
    ) {
        self.operation = operation
        self.method = method
        self.path = path
        self.contentType = contentType
        self.body = body
        bodyHash = Digest.sha256(body).hexadecimal
    }

    /// A call of a query service: the parameters as a form, in their order.
    package init(query operation: String, version: String, parameters: [(String, String)]) {
        var form: [UInt8] = []
        form.reserveCapacity(1_024)
        for (name, value) in [("Action", operation), ("Version", version)] + parameters {
            if !form.isEmpty { form.append(UInt8(ascii: "&")) }
            PercentEncoding.append(name, to: &form)
            form.append(UInt8(ascii: "="))
            PercentEncoding.append(value, to: &form)
        }
        self.init(
            operation: operation,
            method: .post,
            path: "/",
            contentType: "application/x-www-form-urlencoded; charset=utf-8",
            body: form
        )
    }

    /// SHA-256 of what is asked for, in hexadecimal digits: equal calls have equal hashes.
    package var contentHash: String {
        Digest.sha256(Array("\(operation) \(path)\n".utf8) + body).hexadecimal
    }

    /// Whether making the call twice is as good as making it once, so that it may be repeated although it may have
    /// been carried out.
    ///
    /// AWS's names tell: what only looks begins with one of these words, and keys may be handed out twice. An e-mail
    /// or a notice must not be.
    package var isRepeatable: Bool {
        ["Get", "List", "Describe", "AssumeRole"].contains { operation.hasPrefix($0) }
    }
}
