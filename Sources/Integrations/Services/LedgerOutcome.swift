import AWS
import Orders
import StatesLanguage

extension Deliveries.Attempt {
    /// What a failed call means for the ledger.
    ///
    /// What throttles us, cannot be reached or does not know our keys will be asked again later, without the state's knowing;
    /// what else it says is the state's error.
    init(_ error: AWSError, _ failure: ServiceFailure) {
        guard error.acceptance == .notAccepted else {
            self = .uncertain(reason: "\(error)")
            return
        }
        let later = error.laterAttempt(isForbidden: failure.isPermissions)
        self = .refused(
            Deliveries.Refusal(
                error: failure.error,
                cause: failure.cause,
                retryAfter: later,
                isThrottle: error.isThrottle,
                summary: error.summary(failure)
            )
        )
    }
}

extension TaskCall.Visit {
    /// What makes a call one delivery: the visit, however often its task is tried.
    ///
    /// A call that hands a token out is one for each attempt, since each has a token of its own.
    func key(_ name: String, by resource: TaskResource) -> Delivery.Key {
        let isOfAttempt = resource.pattern == .waitForTaskToken
        let ownName = isOfAttempt ? "\(name) attempt \(task)" : name
        return Delivery.Key(state: state, visit: id, name: ownName)
    }
}

extension AWSError {
    /// After how long the same call may succeed although the order stays as it is; nil when the state has to decide.
    fileprivate func laterAttempt(isForbidden: Bool) -> Duration? {
        switch reason {
        case .service(let fault):
            // AWS advises to try again every ten minutes.
            if fault.isDailyQuota { return .seconds(600) }
            if fault.isThrottle { return fault.retryAfter ?? .seconds(1) }
            return fault.isOfAccount ? .seconds(5) : nil
        case .transport: return isUnsendable ? nil : .seconds(1)
        // A role that may not be taken on is the definition's; that STS does not answer is not.
        case .noCredentials: return isForbidden ? nil : .seconds(5)
        case .invalidRequest, .unreadableAnswer: return nil
        }
    }

    /// What may be said in logs and health.
    fileprivate func summary(_ failure: ServiceFailure) -> String {
        switch reason {
        case .service: failure.error
        case .transport(let fault): "ConnectionError: \(fault)"
        case .noCredentials(let reason): "NoCredentialsError: \(reason)"
        case .invalidRequest, .unreadableAnswer: failure.error
        }
    }

    /// Whether SES sends nothing to the address any more.
    var isSuppression: Bool {
        let message = serviceError?.message.lowercased() ?? ""
        return message.contains("suppression list") || message.contains("blacklisted")
    }
}

extension ServiceError {
    /// Whether it is about our keys, clock or account as a whole: no order is to blame, and an operator can mend it.
    var isOfAccount: Bool {
        refusesCredentials || Self.accountCodes.contains(code)
    }

    private static let accountCodes: Set = [
        "AccountSendingPausedException", "AccountSuspendedException", "SendingPausedException",
        "OptInRequired", "IncompleteSignature", "MissingAuthenticationToken",
        "MissingAuthenticationTokenException", "AuthFailure", "InvalidSignatureException",
        "SignatureDoesNotMatch", "RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed",
    ]
}

extension TaskOutcome {
    /// What a delivery's result means for its task; `resume` makes a result of what the ledger keeps of one that was sent.
    init(
        _ result: Deliveries.Result,
        of kind: Delivery.Kind,
        resume: (_ messageID: String?) -> TaskOutcome
    ) {
        switch result {
        case .sent(let messageID): self = resume(messageID)
        case .held(let reason): self = .held(reason: reason)
        case .refused(let refusal):
            guard let retryAfter = refusal.retryAfter else {
                self = .failed(error: refusal.error, cause: refusal.cause)
                return
            }
            self = .postponed(for: retryAfter, reason: refusal.summary, gate: kind.rawValue)
        }
    }
}
