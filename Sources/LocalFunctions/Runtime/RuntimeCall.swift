internal import HTTP
internal import HTTPTypes

/// What a worker asks of the runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
enum RuntimeCall: Hashable {
    case next
    case answer(requestID: String)
    case error(requestID: String)
    case initError
    /// There is no such call.
    case unknown

    private static let root = "/2018-06-01/runtime/"

    init(_ method: HTTPRequest.Method, _ path: String) {
        guard path.hasPrefix(Self.root) else {
            self = .unknown
            return
        }
        let parts = path.dropFirst(Self.root.count).split(
            separator: "/",
            omittingEmptySubsequences: false
        )
        switch (method, parts.count, parts.first, parts.last) {
        case (.get, 2, "invocation", "next"): self = .next
        case (.post, 3, "invocation", "response"): self = .answer(requestID: String(parts[1]))
        case (.post, 3, "invocation", "error"): self = .error(requestID: String(parts[1]))
        case (.post, 2, "init", "error"): self = .initError
        default: self = .unknown
        }
    }
}

/// Why the runtime API does not do what a worker asks; the documents have AWS's form.
enum RuntimeRefusal: Hashable {
    /// The worker has no event of this id.
    case invalidRequestID
    case unknownPath
    case answerTooLarge

    var status: HTTPResponse.Status {
        switch self {
        case .invalidRequestID: .badRequest
        case .unknownPath: .notFound
        case .answerTooLarge: .contentTooLarge
        }
    }

    var type: String {
        switch self {
        case .invalidRequestID: "InvalidRequestID"
        case .unknownPath: "UnknownPath"
        case .answerTooLarge: "RequestEntityTooLarge"
        }
    }

    var message: String {
        switch self {
        case .invalidRequestID: "This worker has no event of this id."
        case .unknownPath: "The runtime API has no such path."
        case .answerTooLarge: "The answer is longer than \(FunctionFault.largestAnswer) bytes."
        }
    }
}
