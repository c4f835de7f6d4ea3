import HTTP
import HTTPTypes

/// The kinds of problems that the service answers with.
///
/// The raw value is the last part of the type's URI (RFC 9457 §3.1.1): stable, for programs. A case is all that a kind
/// needs: its answers, its page at `/problems/{id}` and its name in the API's description follow from it.
enum ProblemType: String, CaseIterable, Sendable {
    case badRequest = "bad-request"
    case unauthorized
    case invalidKey = "invalid-key"
    case forbidden
    case csrfToken = "csrf-token"
    case foreignHost = "foreign-host"
    case foreignOrigin = "foreign-origin"
    case notFound = "not-found"
    case dataErased = "data-erased"
    case methodNotAllowed = "method-not-allowed"
    case requestTimeout = "request-timeout"
    case orderNumberDiffers = "order-number-differs"
    case orderNumberTaken = "order-number-taken"
    case requestInProgress = "request-in-progress"
    case orderEnded = "order-ended"
    case orderNotEnded = "order-not-ended"
    case orderSucceeded = "order-succeeded"
    case orderErased = "order-erased"
    case awaitsDecision = "awaits-decision"
    case orderDamaged = "order-damaged"
    case cannotRedrive = "cannot-redrive"
    case nothingToDecide = "nothing-to-decide"
    case noTask = "no-task"
    case taskAnswered = "task-answered"
    case taskClosed = "task-closed"
    case notAsSent = "not-as-sent"
    case scheduleExists = "schedule-exists"
    case scheduleInFile = "schedule-in-file"
    case lengthRequired = "length-required"
    case preconditionFailed = "precondition-failed"
    case contentTooLarge = "content-too-large"
    case uriTooLong = "uri-too-long"
    case unsupportedContentCoding = "unsupported-content-coding"
    case unsupportedMediaType = "unsupported-media-type"
    case expectationFailed = "expectation-failed"
    case invalidOrder = "invalid-order"
    case unknownWorkflow = "unknown-workflow"
    case invalidWorkflow = "invalid-workflow"
    case invalidTrial = "invalid-trial"
    case invalidSchedule = "invalid-schedule"
    case idempotencyKeyReused = "idempotency-key-reused"
    case rateLimited = "rate-limited"
    case tooManyInvalidKeys = "too-many-invalid-keys"
    case requestHeaderFieldsTooLarge = "request-header-fields-too-large"
    /// No answer is of this type; its page has always been there.
    case internalServerError = "internal-server-error"
    case internalFault = "internal"
    case dataDamaged = "data-damaged"
    case unknownMethod = "unknown-method"
    case notImplemented = "not-implemented"
    case tooManyWaiting = "too-many-waiting"
    case tooManyAtOnce = "too-many-at-once"
    case serviceUnavailable = "service-unavailable"
    case storeUnavailable = "store-unavailable"
    case backlogFull = "backlog-full"
    case diskFull = "disk-full"
    case draining
    case httpVersionNotSupported = "http-version-not-supported"
}

extension ProblemType {
    /// The URI of the type, which is the path of its page.
    var path: String { "/problems/\(rawValue)" }
    var status: HTTPResponse.Status { explanation.status }
    /// What kind of problem it is, for people.
    var title: String { explanation.title }
    var meaning: String { explanation.meaning }
    var remedy: String { explanation.remedy }

    private struct Explanation {
        var status: HTTPResponse.Status
        var title: String
        var meaning: String
        var remedy: String

        init(
            _ status: HTTPResponse.Status,
            _ title: String,
            meaning: String,
            remedy: String
        ) {
            self.status = status
            self.title = title
            self.meaning = meaning
            self.remedy = remedy
        }
    }

    private var explanation: Explanation {
        switch self {
        case .badRequest:
            Explanation(
                .badRequest,
                "Bad request",
                meaning: "The request, its query or its body is not well formed.",
                remedy: "The detail names the part; mend it and send the request again."
            )
        case .unauthorized:
            Explanation(
                .unauthorized,
                "An API key is needed",
                meaning: "The request carries no API key.",
                remedy: "Send Authorization: Bearer and a key that orderd keys new made."
            )
        case .invalidKey:
            Explanation(
                .unauthorized,
                "The API key is not valid",
                meaning: "The API key is unknown, changed or expired.",
                remedy: "Ask whoever runs the service for a new key."
            )
        case .forbidden:
            Explanation(
                .forbidden,
                "The API key does not allow this",
                meaning: "The API key is valid and does not allow this.",
                remedy: "Use a key with the scope that the detail names."
            )
        case .csrfToken:
            Explanation(
                .forbidden,
                "The CSRF token is missing or wrong",
                meaning:
                    "The request comes with a session's cookie and without that session's token, which a foreign page cannot know.",
                remedy: "Send X-CSRF-Token with the csrfToken that GET /session shows."
            )
        case .foreignHost:
            Explanation(
                .forbidden,
                "The host is not one of this service's",
                meaning:
                    "The service has no API keys, and the request's Host is none of its names: a web page may have made it ours.",
                remedy: "Ask for localhost or an address, or let http.allowedHosts name the host."
            )
        case .foreignOrigin:
            Explanation(
                .forbidden,
                "Web pages of other origins may change nothing",
                meaning:
                    "A web page of another origin uses a session's cookie, or the service has no API keys and such a page asks it to change something.",
                remedy:
                    "Let http.corsOrigins name the page's origin, and the page send an API key where there are any."
            )
        case .notFound:
            Explanation(
                .notFound,
                "Not found",
                meaning: "There is nothing at this path, or no order of that number.",
                remedy:
                    "Compare the path with /openapi.json, and the number with what was accepted."
            )
        case .dataErased:
            Explanation(
                .notFound,
                "The order's data are erased",
                meaning:
                    "The order's data were erased; the member order holds the accounting that is left.",
                remedy: "GET /orders lists it still; there is nothing that brings its data back."
            )
        case .methodNotAllowed:
            Explanation(
                .methodNotAllowed,
                "Method not allowed",
                meaning: "The path exists and does not know this method.",
                remedy: "Use one of the methods in the Allow field."
            )
        case .requestTimeout:
            Explanation(
                .requestTimeout,
                "Request Timeout",
                meaning: "The request came too slowly.",
                remedy: "Send it again on a new connection."
            )
        case .orderNumberDiffers:
            Explanation(
                .conflict,
                "The input has another order number",
                meaning:
                    "The edited input of a redrive has another orderId than the order that it is for.",
                remedy: "Leave the orderId out, or send the order's own."
            )
        case .orderNumberTaken:
            Explanation(
                .conflict,
                "The order number is taken",
                meaning: "Another order has this number.",
                remedy:
                    "Send the same body to repeat that order, or give the new order another number."
            )
        case .requestInProgress:
            Explanation(
                .conflict,
                "The request is in progress",
                meaning: "A request with the same Idempotency-Key has not been answered yet.",
                remedy: "Send it again after the time in Retry-After."
            )
        case .orderEnded:
            Explanation(
                .conflict,
                "The order has ended",
                meaning: "The order has ended already.",
                remedy: "Look at its status; redrive it when it ended badly."
            )
        case .orderNotEnded:
            Explanation(
                .conflict,
                "The order has not ended",
                meaning: "The order has not ended yet.",
                remedy: "Stop it first, or wait for its end."
            )
        case .orderSucceeded:
            Explanation(
                .conflict,
                "The order has succeeded",
                meaning: "The order came to its end.",
                remedy: "Send a new order instead."
            )
        case .orderErased:
            Explanation(
                .conflict,
                "The order's data are erased",
                meaning: "The order's data are erased.",
                remedy: "Nothing can be run again; send a new order."
            )
        case .awaitsDecision:
            Explanation(
                .conflict,
                "A decision is needed first",
                meaning: "The order is held for a delivery whose fate is uncertain.",
                remedy: "Decide with POST /deliveries/{id}/decision."
            )
        case .orderDamaged:
            Explanation(
                .conflict,
                "The order is damaged in the store",
                meaning: "What is stored of the order is not what was written.",
                remedy:
                    "Compare it with a backup; stop it, or redrive it from the start with its input given anew."
            )
        case .cannotRedrive:
            Explanation(
                .conflict,
                "The order cannot be taken up there",
                meaning: "The order cannot be taken up at that place.",
                remedy: "The detail says why; redrive it from the start."
            )
        case .nothingToDecide:
            Explanation(
                .conflict,
                "Nothing to decide",
                meaning: "The delivery is not uncertain.",
                remedy: "Nothing is to be done."
            )
        case .noTask:
            Explanation(
                .notFound,
                "No task has this token",
                meaning: "The token is of no task of an order that is kept here.",
                remedy:
                    "Send the token as the task's call was given it, to the service that gave it."
            )
        case .taskAnswered:
            Explanation(
                .conflict,
                "The task has its answer",
                meaning: "The end of this task was told before, and is kept.",
                remedy: "Nothing is to be done: a task ends once."
            )
        case .taskClosed:
            Explanation(
                .gone,
                "Nobody waits for the task any more",
                meaning: "The task took too long, or its order was stopped or went another way.",
                remedy: "Drop the work; the order's history says why it went on."
            )
        case .notAsSent:
            Explanation(
                .gone,
                "The message cannot be shown as it was sent",
                meaning:
                    "A message is made again from its order's history, and this one came out otherwise or could not be made.",
                remedy: "The detail says why; the ledger's entry has the digest of what was sent."
            )
        case .scheduleExists:
            Explanation(
                .conflict,
                "Another schedule has that name",
                meaning: "There is a schedule of that name, and it is another one.",
                remedy: "Change it with PATCH /schedules/{name}, or give the new one another name."
            )
        case .scheduleInFile:
            Explanation(
                .conflict,
                "The schedule stands in a file",
                meaning: "The schedule is defined in the file that schedules.file names.",
                remedy: "Change it there, and start the service anew."
            )
        case .lengthRequired:
            Explanation(
                .lengthRequired,
                "Length required",
                meaning: "An order was sent without saying how long it is.",
                remedy:
                    "Send a Content-Length, or Transfer-Encoding: chunked; HTTP libraries do it by themselves."
            )
        case .preconditionFailed:
            Explanation(
                .preconditionFailed,
                "The order has changed",
                meaning: "If-Match names another version of the order than the one that there is.",
                remedy: "Read the order again, and decide anew with its present ETag."
            )
        case .contentTooLarge:
            Explanation(
                .contentTooLarge,
                "Content Too Large",
                meaning: "The body is larger than this resource accepts.",
                remedy: "Send less: the detail names the limit, http.maximumBodySize sets it."
            )
        case .uriTooLong:
            Explanation(
                .uriTooLong,
                "URI Too Long",
                meaning: "The request line is longer than 8 KiB.",
                remedy: "Shorten the query."
            )
        case .unsupportedContentCoding:
            Explanation(
                .unsupportedMediaType,
                "Unsupported content coding",
                meaning: "The body is compressed, or coded in another way.",
                remedy: "Send it as it is, without Content-Encoding."
            )
        case .unsupportedMediaType:
            Explanation(
                .unsupportedMediaType,
                "Unsupported media type",
                meaning: "The body's type is not one that is read here.",
                remedy: "Send application/json, or application/x-ndjson for a batch."
            )
        case .expectationFailed:
            Explanation(
                .expectationFailed,
                "Expectation Failed",
                meaning: "The Expect field asks for something unknown.",
                remedy: "Leave it out; the only expectation met is 100-continue."
            )
        case .invalidOrder:
            Explanation(
                .unprocessableContent,
                "The order is not valid",
                meaning: "The order is not valid.",
                remedy: "The errors name each faulty member by a JSON pointer; mend them all."
            )
        case .unknownWorkflow:
            Explanation(
                .unprocessableContent,
                "There is no such workflow",
                meaning: "The order is for a workflow that this service does not have.",
                remedy: "Name one of those in GET /workflows, or none for the default one."
            )
        case .invalidWorkflow:
            Explanation(
                .unprocessableContent,
                "A definition is not valid",
                meaning:
                    "A definition that is to be tried, or one of those that were read again, has a fault.",
                remedy:
                    "Mend what the errors name and ask again; until then all stays as it was."
            )
        case .invalidTrial:
            Explanation(
                .unprocessableContent,
                "The workflow cannot be tried with that",
                meaning: "What a workflow is to be tried with has a fault.",
                remedy: "The errors say what is wrong with its tasks, its context or its cases."
            )
        case .invalidSchedule:
            Explanation(
                .unprocessableContent,
                "The schedule is not valid",
                meaning: "The schedule is not valid.",
                remedy: "The errors name each faulty member by a JSON pointer; mend them all."
            )
        case .idempotencyKeyReused:
            Explanation(
                .unprocessableContent,
                "The Idempotency-Key stands for another request",
                meaning: "The Idempotency-Key stands for another body.",
                remedy: "Send a new key with a new order."
            )
        case .rateLimited:
            Explanation(
                .tooManyRequests,
                "Too many requests",
                meaning: "The API key has used up its requests for this second.",
                remedy: "Send it again after the time in Retry-After."
            )
        case .tooManyInvalidKeys:
            Explanation(
                .tooManyRequests,
                "Too many invalid keys",
                meaning: "This address sends many keys that are none.",
                remedy:
                    "Send a valid key; wait for the seconds in Retry-After before another guess."
            )
        case .requestHeaderFieldsTooLarge:
            Explanation(
                .requestHeaderFieldsTooLarge,
                "Request Header Fields Too Large",
                meaning: "The head is too large.",
                remedy: "Send fewer or shorter fields: 16 KiB each, 100 in number, 32 KiB in all."
            )
        case .internalServerError:
            Explanation(
                .internalServerError,
                "Internal Server Error",
                meaning: "The service could not do this.",
                remedy: "Its log says why, under the request's id."
            )
        case .internalFault:
            Explanation(
                .internalServerError,
                "Internal error",
                meaning: "The service could not do this.",
                remedy: "Its log says why, under the request's id."
            )
        case .dataDamaged:
            Explanation(
                .internalServerError,
                "What is stored is damaged",
                meaning:
                    "What is stored is not what was written: a fault of the disk or of whoever changed the file.",
                remedy:
                    "Whoever runs the service runs orderd store verify, and restores a backup if it is needed."
            )
        case .unknownMethod:
            Explanation(
                .notImplemented,
                "Unknown method",
                meaning: "No resource here knows this method.",
                remedy: "Methods are written in capitals: GET, POST, DELETE."
            )
        case .notImplemented:
            Explanation(
                .notImplemented,
                "Not Implemented",
                meaning: "The body has a transfer coding other than chunked.",
                remedy: "Send it chunked, or with a Content-Length."
            )
        case .tooManyWaiting:
            Explanation(
                .serviceUnavailable,
                "Too many clients wait",
                meaning: "As many clients as possible follow orders already.",
                remedy: "Try again after Retry-After, or ask for the order now and then."
            )
        case .tooManyAtOnce:
            Explanation(
                .serviceUnavailable,
                "Too many ask for this at a time",
                meaning: "It takes much work, and as much as possible is being done already.",
                remedy: "Try again after the time in Retry-After."
            )
        case .serviceUnavailable:
            Explanation(
                .serviceUnavailable,
                "Service Unavailable",
                meaning: "There are too many connections.",
                remedy: "Try again later, and keep connections open between requests."
            )
        case .storeUnavailable:
            Explanation(
                .serviceUnavailable,
                "Orders cannot be stored now",
                meaning: "Orders cannot be stored now.",
                remedy: "Nothing was accepted; send the order again after the time in Retry-After."
            )
        case .backlogFull:
            Explanation(
                .serviceUnavailable,
                "The backlog is full",
                meaning: "There are as many orders waiting as the service takes.",
                remedy: "Nothing was accepted; send the order again after the time in Retry-After."
            )
        case .diskFull:
            Explanation(
                .serviceUnavailable,
                "The disk is nearly full",
                meaning: "The service's disk is nearly full.",
                remedy: "Nothing was accepted; whoever runs the service must make room."
            )
        case .draining:
            Explanation(
                .serviceUnavailable,
                "The queue is being drained",
                meaning: "The queue is being drained: no order is accepted.",
                remedy: "Nothing was accepted; send the order again after the time in Retry-After."
            )
        case .httpVersionNotSupported:
            Explanation(
                .httpVersionNotSupported,
                "HTTP Version Not Supported",
                meaning: "The request's version is none of HTTP/1.",
                remedy: "Speak HTTP/1.1, without HTTP/2's prior knowledge."
            )
        }
    }
}

extension ProblemType {
    /// What a request is refused for before it is read to its end.
    init(_ reason: RequestRefusal.Reason) {
        self =
            switch reason {
            case .badRequest: .badRequest
            case .requestTimeout: .requestTimeout
            case .contentTooLarge: .contentTooLarge
            case .uriTooLong: .uriTooLong
            case .expectationFailed: .expectationFailed
            case .requestHeaderFieldsTooLarge: .requestHeaderFieldsTooLarge
            case .notImplemented: .notImplemented
            case .serviceUnavailable: .serviceUnavailable
            case .httpVersionNotSupported: .httpVersionNotSupported
            }
    }
}
