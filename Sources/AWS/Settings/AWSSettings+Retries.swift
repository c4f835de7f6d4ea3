extension AWSSettings {
    /// How calls are repeated that change nothing: `AWS_RETRY_MODE` and `AWS_MAX_ATTEMPTS`, or the profile's.
    package func retryPolicy() throws(AWSSettingsError) -> RetryPolicy {
        RetryPolicy(attempts: try retryAttempts(), mode: try retryMode())
    }

    /// Whether the mode is set to `legacy`, in whose place `standard` is used.
    package var asksForLegacyRetries: Bool {
        value("AWS_RETRY_MODE", "retry_mode")?.lowercased() == "legacy"
    }

    private func retryMode() throws(AWSSettingsError) -> RetryPolicy.Mode {
        switch value("AWS_RETRY_MODE", "retry_mode")?.lowercased() {
        case nil, "standard", "legacy": return .standard
        case "adaptive": return .adaptive
        case let other?:
            throw AWSSettingsError(
                "AWS_RETRY_MODE",
                "\"\(other)\" is none of standard, adaptive and legacy"
            )
        }
    }

    private func retryAttempts() throws(AWSSettingsError) -> Int {
        guard let text = value("AWS_MAX_ATTEMPTS", "max_attempts") else { return 3 }
        guard let number = Int(text), (1...100).contains(number) else {
            throw AWSSettingsError("AWS_MAX_ATTEMPTS", "\"\(text)\" is no number from 1 to 100")
        }
        return number
    }
}
