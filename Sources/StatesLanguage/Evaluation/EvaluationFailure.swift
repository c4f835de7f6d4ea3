/// Why a part of a definition could not be evaluated.
enum EvaluationFailure: Error, Equatable {
    /// `States.Runtime`: ends the execution; the text follows AWS's sentence about the state.
    case runtime(String)
    /// `States.DataLimitExceeded`: what this state or task came to is too long.
    case tooLarge(String)
    /// An error of its own name and text.
    case plain(String, String)
    /// An error of its own name, with AWS's sentence about the state before its text.
    case named(String, String)
    /// `States.QueryEvaluationError`, with AWS's sentence before the text; the field at fault, if one is.
    case query(String, location: String?)
}
