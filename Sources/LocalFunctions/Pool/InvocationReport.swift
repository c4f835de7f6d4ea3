/// The lines that AWS writes to a function's log around each event.
///
/// Their form is that of
/// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-view.html; fields are set apart by tabs.
struct InvocationReport: Hashable, Sendable {
    var requestID: String
    var duration: Duration
    /// The worker's start, if this was its first event.
    var initDuration: Duration?
    var memoryMB: Int
    var usedMB: Int
    var status = Status.success

    enum Status: Hashable, Sendable {
        case success
        case timeout
        /// With the type of the error.
        case error(String)
    }

    static func start(_ requestID: String) -> String {
        "START RequestId: \(requestID) Version: \(LocalFunction.version)"
    }

    static func end(_ requestID: String) -> String { "END RequestId: \(requestID)" }

    var line: String {
        // What is billed there includes the start.
        let billed = duration + (initDuration ?? .zero)
        var fields = [
            "REPORT RequestId: \(requestID)", "Duration: \(Self.milliseconds(duration)) ms",
            "Billed Duration: \(Self.roundedUp(billed)) ms", "Memory Size: \(memoryMB) MB",
            "Max Memory Used: \(usedMB) MB",
        ]
        if let initDuration {
            fields.append("Init Duration: \(Self.milliseconds(initDuration)) ms")
        }
        switch status {
        case .success: break
        case .timeout: fields.append("Status: timeout")
        case .error(let type): fields += ["Status: error", "Error Type: \(type)"]
        }
        return fields.joined(separator: "\t")
    }

    private static func roundedUp(_ duration: Duration) -> Int {
        Int((duration + .nanoseconds(999_999)) / .milliseconds(1))
    }

    /// With two digits behind the point.
    private static func milliseconds(_ duration: Duration) -> String {
        let hundredths = Int(duration / .microseconds(10))
        let digits = hundredths % 100
        return "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
    }
}
