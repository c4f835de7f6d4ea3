/// An e-mail as SES is given it, made once: one with files is large.
package struct PreparedEmail: Sendable {
    package let email: Email
    /// The call of the JSON API of 2019.
    let request: AWSRequest
    /// SHA-256 of what SES is given, in hexadecimal digits: equal e-mails have equal hashes.
    package var contentHash: String { request.bodyHash }

    /// Throws when SES would refuse it.
    package init(_ email: Email) throws(AWSError) {
        if let fault = email.fault { throw AWSError("ses SendEmail", .invalidRequest(fault)) }
        self.email = email
        request = email.requestV2
    }

    /// How many get it: what SES counts.
    package var recipients: Int { email.recipients }
}
