package import HTTP

/// Why a call to AWS has no result, and whether it may have happened all the same.
package struct AWSError: Error, Sendable {
    /// Whether the service may have done what was asked.
    package enum Acceptance: Sendable, Hashable {
        /// It did not: nothing was sent, or it said no.
        case notAccepted
        /// It may have: bytes went out, and no answer came that says no.
        case uncertain
    }

    package enum Reason: Sendable {
        /// The service answered with a fault.
        case service(ServiceError)
        /// There is no answer.
        case transport(HTTPClientError)
        case noCredentials(String)
        /// The request is none that the service could take; nothing was sent.
        case invalidRequest(String)
        /// The service said yes in words that cannot be read.
        case unreadableAnswer(String)
    }

    /// The service and the call: `sesv2 SendEmail`.
    package let operation: String
    package let reason: Reason

    package init(_ operation: String, _ reason: Reason) {
        self.operation = operation
        self.reason = reason
    }
}

extension AWSError {
    /// Whether the service may have done what was asked.
    package var acceptance: Acceptance {
        switch reason {
        case .noCredentials, .invalidRequest: .notAccepted
        case .unreadableAnswer: .uncertain
        case .transport(let error): error.sent == .notSent ? .notAccepted : .uncertain
        case .service(let error):
            error.isThrottle || error.isRefusal ? .notAccepted : .uncertain
        }
    }

    /// The service's own fault, if it answered with one.
    package var serviceError: ServiceError? {
        guard case .service(let error) = reason else { return nil }
        return error
    }

    /// Whether the service refused because of the rate or a quota.
    package var isThrottle: Bool { serviceError?.isThrottle ?? false }

    /// Whether there was no answer in time.
    var isTimeout: Bool {
        guard case .transport(let error) = reason, case .timedOut = error.reason else {
            return false
        }
        return true
    }

    /// Whether the call was made, and no answer came in time.
    package var isAnswerLate: Bool {
        guard case .transport(let error) = reason else { return false }
        return isTimeout && error.sent == .maybeSent
    }

    /// Whether the call cannot be written as a request, now or ever.
    package var isUnsendable: Bool {
        guard case .transport(let error) = reason, case .invalidRequest = error.reason else {
            return false
        }
        return true
    }

    /// Whether the same call may succeed later.
    package var isTransient: Bool {
        switch reason {
        case .service(let error): error.isTransient
        case .transport(let error): error.isTransient
        case .noCredentials, .invalidRequest, .unreadableAnswer: false
        }
    }
}

extension HTTPClientError {
    /// A certificate that is not trusted today is not trusted tomorrow; the other faults may pass.
    var isTransient: Bool {
        switch reason {
        case .invalidRequest, .hostRefused, .handshakeFailed, .cancelled, .shutDown: false
        case .connectFailed, .timedOut, .connectionLost, .invalidResponse, .responseTooLarge,
            .tooManyWaiting, .proxyRefused:
            true
        }
    }
}

extension AWSError: CustomStringConvertible {
    /// The call, what happened, and whether it may have been accepted.
    package var description: String {
        switch reason {
        case .service(let error): "\(error)"
        case .transport(let error): "\(operation): \(error)"
        case .noCredentials(let text): "\(operation): no credentials: \(text)"
        case .invalidRequest(let text): "\(operation): \(text)"
        case .unreadableAnswer(let text):
            "\(operation): accepted, but the answer is unreadable: \(text)"
        }
    }
}
