import AWS

/// What an error of CloudWatch Logs means for the lines that were to be shipped.
extension AWSError {
    /// Whether the group or the stream is not there.
    var isMissingLogResource: Bool { serviceError?.code == "ResourceNotFoundException" }

    /// Whether the same events would be refused for ever.
    var refusesLogEvents: Bool {
        guard let error = serviceError else {
            if case .invalidRequest = reason { return true }
            return false
        }
        return Self.refusals.contains(error.code) || error.status == 413
    }

    private static let refusals: Set = [
        "InvalidParameterException", "SerializationException", "ValidationException",
    ]

    /// What is wrong, for a person, with what to do where that is known.
    func shippingProblem(_ configuration: LogShipper.Configuration) -> String {
        let group = configuration.destination.group
        if let error = serviceError, error.isDenied {
            return
                "the credentials may not do \(error.deniedAction ?? logsAction) on the log group \(group): "
                + "allow it, or unset cloudwatch.logGroup"
        }
        if isMissingLogResource, !configuration.makesGroup {
            return "there is no log group \(group): make it, or set cloudwatch.createGroup: true"
        }
        return "\(self)"
    }

    /// `logs:PutLogEvents` for `cloudwatch_logs PutLogEvents`.
    private var logsAction: String {
        "logs:" + (operation.split(separator: " ").last.map(String.init) ?? operation)
    }
}
