package import AWS
import Orders

/// A failed call as Step Functions tells of it: the error that Retry and Catch compare, and its cause.
package struct ServiceFailure: Sendable, Hashable {
    package var error: String
    package var cause: String

    package init(error: String, cause: String) {
        self.error = error
        self.cause = cause
    }

    var outcome: TaskOutcome { .failed(error: error, cause: cause) }

    /// Arguments of which no call can be made; as on AWS no Catch sees it.
    static func arguments(_ reason: String) -> ServiceFailure {
        ServiceFailure(
            error: "States.Runtime",
            cause: "The Parameters could not be used to start the Task: [\(reason)]"
        )
    }

    /// What the settings do not let a workflow do, or AWS does not let us do.
    static func permissions(_ reason: String) -> ServiceFailure {
        ServiceFailure(error: permissions, cause: reason)
    }

    private static let permissions = "States.Permissions"

    var isPermissions: Bool { error == Self.permissions }

    /// It was not done, and so has no result: the service runs in the shadow of another.
    static func withheld(_ prefix: String, _ name: String) -> ServiceFailure {
        ServiceFailure(
            error: "\(prefix).Withheld",
            cause:
                "\(name) was withheld, since delivery.mode is shadow; there is no result to go on with"
        )
    }
}

extension ServiceAction {
    /// What Step Functions makes of a failed call.
    package func failure(_ error: AWSError) -> ServiceFailure {
        switch terms {
        case .optimized(let service): service.failure(error, model)
        case .sdk: sdkFailure(error)
        }
    }

    private func sdkFailure(_ error: AWSError) -> ServiceFailure {
        let base = "\(model.sdkName).\(model.sdkName)Exception"
        let attempts = "(SDK Attempt Count: 1)"
        switch error.reason {
        case .service(let fault):
            let place =
                "(Service: \(model.sdkName), Status Code: \(fault.status), Request ID: \(fault.requestID ?? "null"))"
            return ServiceFailure(
                error: model.exception(fault.code),
                cause: "\(fault.words) \(place) \(attempts)"
            )
        case .transport(let fault):
            return ServiceFailure(
                error: "\(model.sdkName).SdkClientException",
                cause: "Unable to execute HTTP request: \(fault) \(attempts)"
            )
        case .noCredentials(let reason):
            return ServiceFailure(
                error: "\(model.sdkName).SdkClientException",
                cause: "Unable to load credentials: \(reason)"
            )
        case .invalidRequest(let reason): return .arguments(reason)
        case .unreadableAnswer(let reason):
            return ServiceFailure(error: base, cause: "Unable to unmarshall response: \(reason)")
        }
    }
}

extension OptimizedService {
    func failure(_ error: AWSError, _ model: ServiceModel) -> ServiceFailure {
        switch error.reason {
        case .service(let fault): return failure(fault, model)
        case .transport(let fault):
            return ServiceFailure(
                error: "\(prefix).\(transportException(error))",
                cause: "Unable to execute HTTP request: \(fault)"
            )
        case .noCredentials(let reason):
            return ServiceFailure(
                error: "\(prefix).SdkClientException",
                cause: "Unable to load AWS credentials: \(reason)"
            )
        case .invalidRequest(let reason): return .arguments(reason)
        case .unreadableAnswer(let reason):
            return ServiceFailure(
                error: "\(prefix).\(baseException)",
                cause: "Unable to unmarshall response: \(reason)"
            )
        }
    }

    private func failure(_ fault: ServiceError, _ model: ServiceModel) -> ServiceFailure {
        let code = fault.queryCode ?? fault.code
        let known =
            exceptions.map { $0[code] ?? baseException } ?? modelled(model.exception(fault.code))
        let place =
            "(Service: \(serviceName); Status Code: \(fault.status); Error Code: \(code); "
            + "Request ID: \(fault.requestID ?? "null"); Proxy: null)"
        return ServiceFailure(error: "\(prefix).\(known)", cause: "\(fault.words) \(place)")
    }

    /// The SDK of old has the same classes as the newer one, but another for what has none.
    private func modelled(_ exception: String) -> String {
        let parts = exception.split(separator: ".").map(String.init)
        return parts[1] == "\(parts[0])Exception" ? baseException : parts[1]
    }

    /// Of Lambda a function that has not answered in time is told apart.
    private func transportException(_ error: AWSError) -> String {
        prefix == "Lambda" && error.isAnswerLate
            ? "ClientExecutionTimeoutException" : "SdkClientException"
    }
}

extension ServiceError {
    /// What it says; its code where it says nothing.
    fileprivate var words: String { message.isEmpty ? code : message }
}
