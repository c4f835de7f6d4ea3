/// A notice as SNS is given it, made once.
package struct PreparedNotice: Sendable {
    package let notice: Notice
    /// The call of `Publish`.
    let request: AWSRequest
    /// SHA-256 of what SNS is given, in hexadecimal digits: equal notices have equal hashes.
    package var contentHash: String { request.bodyHash }

    /// Throws when SNS would refuse it.
    package init(_ notice: Notice) throws(AWSError) {
        if let fault = notice.fault { throw AWSError("sns Publish", .invalidRequest(fault)) }
        self.notice = notice
        request = notice.request
    }
}
