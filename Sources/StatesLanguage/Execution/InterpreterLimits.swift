/// What an execution may use.
///
/// An order must not fail for a quota that is not ours, so AWS's are told of when they are passed; a test of what will
/// run at AWS must, so `aws` enforces them.
package struct InterpreterLimits: Sendable, Hashable {
    /// The most bytes of JSON text that a state's input, result or output, or a variable, may have.
    package var maximumPayload = 4 * 1024 * 1024
    /// Beyond so many bytes an output is told of: AWS's quota, where the workflow would fail there.
    package var warnedPayload = 256 * 1024
    /// The most bytes of JSON text that one state's new variables may have together.
    package var maximumAssignment = 4 * 1024 * 1024
    /// The most bytes of JSON text that the variables of one branch may have together.
    package var maximumVariables = 10 * 1024 * 1024
    /// The most states entered in one turn; then the execution asks to `proceed`.
    package var maximumStepsPerTurn = 1_000
    /// The history event that ends an execution which has not ended before.
    package var maximumHistory = 1_000_000
    /// The history event that is told of: AWS's quota, where the workflow would fail.
    package var warnedHistory = 25_000
    /// The most steps that the JSONata expressions of one state may take together: about a second.
    package var maximumQuerySteps = 2_000_000
    /// The most evaluations of a JSONata expression inside one another; AWS stops at 100.
    package var maximumQueryDepth = 150
    /// The most elements that an array in a JSONata expression may have: AWS's own bound, measured.
    package var maximumQueryElements = 873_782
    /// The most bytes of a text in a JSONata expression: eight for each of those elements.
    ///
    /// Measured, AWS takes 4,194,304 and refuses 8,388,608.
    package var maximumQueryText = 6_990_256
    /// The most iterations of a Map that run at one time when it names no limit of its own.
    package var maximumMapConcurrency = 40

    /// Room beyond AWS's quotas, which are told of when they are passed.
    package init() {}

    /// AWS's quotas, to the letter.
    package static let aws: InterpreterLimits = {
        var limits = InterpreterLimits()
        limits.maximumPayload = limits.warnedPayload
        limits.maximumAssignment = limits.warnedPayload
        // Measured: the last of so many events is the failure.
        limits.maximumHistory = limits.warnedHistory
        // Measured: a hundred terms of `1+1+…` are taken and a hundred and one are not.
        limits.maximumQueryDepth = 100
        return limits
    }()
}

/// A quota of AWS's that an execution has passed and went on.
package enum QuotaWarning: Sendable, Hashable {
    /// A state's output has so many bytes.
    case payload(state: String, size: Int)
    /// The history has so many events.
    case history(Int)
}

extension QuotaWarning: CustomStringConvertible {
    /// What happened, and what AWS would have done.
    package var description: String {
        switch self {
        case .payload(let state, let size):
            "the output of \(state) has \(size) bytes; AWS would have ended the execution there"
        case .history(let count):
            "the history has \(count) events; AWS would have ended the execution there"
        }
    }
}
