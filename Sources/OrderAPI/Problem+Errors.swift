import HTTP
import HTTPTypes
import JSON
import Orders

extension Problem {
    static let malformedPath = Problem.badRequest(
        "the path holds an escape that is no text, or leads above its root"
    )

    /// The one place in which faults become answers.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let faults as OrderFaults: self = .invalidOrder(faults.faults)
        case let other as OtherNumber: self = .otherNumber(other.number)
        case let fault as WorkflowFault: self = .unknownWorkflow(fault)
        case let invalid as InvalidWorkflows: self = .invalidWorkflows(invalid)
        case is ReloadUnderWay: self = .tooManyAtOnce(1)
        case let error as JSONError: self = .badRequest("the body is not JSON: \(error)")
        case StoreError.damaged(let what): self = .damaged(what)
        case let error as StoreError: self = .unavailable("\(error)")
        default:
            self = Problem(
                .internalFault,
                "the service could not do this; its log says why under this request's id"
            )
        }
    }
}

extension Problem {
    /// What never became a whole request; its head may have.
    init(_ refusal: RequestRefusal, of request: ServerRequest?) {
        self.init(ProblemType(refusal.reason), Self.detail(refusal, request))
        // What the codec refuses is called as HTTP calls it, wherever it is.
        title = refusal.status.reasonPhrase
        if refusal.reason == .serviceUnavailable { fields[.retryAfter] = "1" }
    }

    /// The codec knows how much is too much, and not which setting says so.
    private static func detail(_ refusal: RequestRefusal, _ request: ServerRequest?) -> String {
        guard refusal.reason == .contentTooLarge, let request else { return refusal.detail }
        let hint =
            OrderAPI.isBatch(request.fields)
            ? "Send fewer orders at a time: 8 MiB, or http.maximumBodySize if that is more."
            : "The setting http.maximumBodySize says how many."
        return "\(refusal.detail) \(hint)"
    }
}
