internal import JSON

/// How a function can fail without saying so itself; the documents are the ones that AWS answers.
enum FunctionFault: Hashable, Sendable {
    /// It did not answer in time.
    case timedOut(Duration)
    /// Its worker did not ask for an event in time.
    case neverReady(Duration)
    case exited(status: Int32)
    case killed(signal: Int32)
    /// Its answer is longer than one may be.
    case answerTooLarge
    /// Its worker asked for the next event and left the last one unanswered.
    case unanswered
    /// Its worker could not be started; why.
    case notStarted(String)

    /// In bytes.
    static let largestAnswer = 6_291_556

    var type: String {
        switch self {
        case .timedOut, .neverReady: "Sandbox.Timedout"
        case .exited, .killed: "Runtime.ExitError"
        case .answerTooLarge: "Function.ResponseSizeTooLarge"
        case .unanswered: "Runtime.Unanswered"
        case .notStarted: "Runtime.InvalidEntrypoint"
        }
    }

    /// What happened, for the log and the caller.
    func message(_ requestID: String) -> String {
        switch self {
        case .answerTooLarge:
            "Response payload size exceeded maximum allowed payload size (\(Self.largestAnswer) bytes)."
        case .timedOut, .neverReady, .exited, .killed, .unanswered, .notStarted:
            "RequestId: \(requestID) Error: \(words)"
        }
    }

    func document(_ requestID: String) -> [UInt8] {
        let value: JSONValue = [
            "errorType": .string(type), "errorMessage": .string(message(requestID)),
        ]
        return value.bytes
    }

    private var words: String {
        switch self {
        case .timedOut(let limit): "Task timed out after \(Self.seconds(limit)) seconds"
        case .neverReady(let limit):
            "Init timed out after \(Self.seconds(limit)) seconds: its program has not asked for an event"
        case .exited(status: 0): "Runtime exited without providing a reason"
        case .exited(let status): "Runtime exited with error: exit status \(status)"
        case .killed(let signal): "Runtime exited with error: signal: \(Self.name(signal))"
        case .answerTooLarge: ""
        case .unanswered: "Runtime asked for the next event without an answer to this one"
        case .notStarted(let reason): reason
        }
    }

    private static func seconds(_ limit: Duration) -> String {
        let hundredths = Int(limit / .milliseconds(10))
        let digits = hundredths % 100
        return "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
    }

    /// As Go names signals, whose words AWS's are.
    private static func name(_ signal: Int32) -> String {
        switch signal {
        case 4: "illegal instruction"
        case 6: "aborted"
        case 7: "bus error"
        case 8: "floating point exception"
        case 9: "killed"
        case 11: "segmentation fault"
        case 13: "broken pipe"
        case 15: "terminated"
        default: "signal \(signal)"
        }
    }
}
