import HTTP
import HTTPTypes
import JSON

extension OrderAPI {
    /// Answers `GET /problems/{id}`: what the `type` of a problem means, at its own address.
    func problemPage(_ parameters: PathParameters) throws -> ServerResponse {
        guard let name = parameters["id"],
            let page = ProblemPage.all.first(where: { $0.type == name })
        else { throw Problem.notFound("there is no problem of this type") }
        var object = ObjectWriter()
        object.add("type", "/problems/\(page.type)")
        object.add("status", page.status)
        object.add("meaning", page.meaning)
        object.add("remedy", page.remedy)
        return .json(.ok, object.finished(), fields: [.cacheControl: "max-age=3600"])
    }
}

/// What a problem type means, and what mends it.
struct ProblemPage: Sendable {
    let type: String
    let status: Int
    let meaning: String
    let remedy: String

    private init(_ type: String, _ status: Int, _ meaning: String, _ remedy: String) {
        self.type = type
        self.status = status
        self.meaning = meaning
        self.remedy = remedy
    }

    /// Every type that the service answers with.
    static let all = [
        ProblemPage(
            "bad-request",
            400,
            "The request, its query or its body is not well formed.",
            "The detail names the part; mend it and send the request again."
        ),
        ProblemPage(
            "unauthorized",
            401,
            "The request carries no API key.",
            "Send Authorization: Bearer and a key that orderd keys new made."
        ),
        ProblemPage(
            "invalid-key",
            401,
            "The API key is unknown, changed or expired.",
            "Ask whoever runs the service for a new key."
        ),
        ProblemPage(
            "forbidden",
            403,
            "The API key is valid and does not allow this.",
            "Use a key with the scope that the detail names."
        ),
        ProblemPage(
            "foreign-host",
            403,
            "The service has no API keys, and the request's Host is none of its names: a web page may have made it ours.",
            "Ask for localhost or an address, or let http.allowedHosts name the host."
        ),
        ProblemPage(
            "foreign-origin",
            403,
            "The service has no API keys, and a web page of another origin asks it to change something.",
            "Let http.corsOrigins name the page's origin, or guard the service with API keys."
        ),
        ProblemPage(
            "not-found",
            404,
            "There is nothing at this path, or no order of that number.",
            "Compare the path with /openapi.json, and the number with what was accepted."
        ),
        ProblemPage(
            "data-erased",
            404,
            "The order's data were erased; the member order holds the accounting that is left.",
            "GET /orders lists it still; there is nothing that brings its data back."
        ),
        ProblemPage(
            "method-not-allowed",
            405,
            "The path exists and does not know this method.",
            "Use one of the methods in the Allow field."
        ),
        ProblemPage(
            "request-timeout",
            408,
            "The request came too slowly.",
            "Send it again on a new connection."
        ),
        ProblemPage(
            "order-number-differs",
            409,
            "The edited input of a redrive has another orderId than the order that it is for.",
            "Leave the orderId out, or send the order's own."
        ),
        ProblemPage(
            "precondition-failed",
            412,
            "If-Match names another version of the order than the one that there is.",
            "Read the order again, and decide anew with its present ETag."
        ),
        ProblemPage(
            "order-number-taken",
            409,
            "Another order has this number.",
            "Send the same body to repeat that order, or give the new order another number."
        ),
        ProblemPage(
            "request-in-progress",
            409,
            "A request with the same Idempotency-Key has not been answered yet.",
            "Send it again after the time in Retry-After."
        ),
        ProblemPage(
            "order-ended",
            409,
            "The order has ended already.",
            "Look at its status; redrive it when it ended badly."
        ),
        ProblemPage(
            "order-not-ended",
            409,
            "The order has not ended yet.",
            "Stop it first, or wait for its end."
        ),
        ProblemPage(
            "order-succeeded",
            409,
            "The order came to its end.",
            "Send a new order instead."
        ),
        ProblemPage(
            "order-erased",
            409,
            "The order's data are erased.",
            "Nothing can be run again; send a new order."
        ),
        ProblemPage(
            "awaits-decision",
            409,
            "The order is held for a delivery whose fate is uncertain.",
            "Decide with POST /deliveries/{id}/decision."
        ),
        ProblemPage(
            "order-damaged",
            409,
            "What is stored of the order is not what was written.",
            "Compare it with a backup; stop it, or redrive it from the start with its input given anew."
        ),
        ProblemPage(
            "cannot-redrive",
            409,
            "The order cannot be taken up at that place.",
            "The detail says why; redrive it from the start."
        ),
        ProblemPage(
            "nothing-to-decide",
            409,
            "The delivery is not uncertain.",
            "Nothing is to be done."
        ),
        ProblemPage(
            "length-required",
            411,
            "An order was sent without saying how long it is.",
            "Send a Content-Length, or Transfer-Encoding: chunked; HTTP libraries do it by themselves."
        ),
        ProblemPage(
            "content-too-large",
            413,
            "The body is larger than this resource accepts.",
            "Send at most 256 KiB an order, and 8 MiB a batch."
        ),
        ProblemPage(
            "uri-too-long",
            414,
            "The request line is longer than 8 KiB.",
            "Shorten the query."
        ),
        ProblemPage(
            "unsupported-content-coding",
            415,
            "The body is compressed, or coded in another way.",
            "Send it as it is, without Content-Encoding."
        ),
        ProblemPage(
            "too-many-waiting",
            503,
            "As many clients as possible follow orders already.",
            "Try again after Retry-After, or ask for the order now and then."
        ),
        ProblemPage(
            "unsupported-media-type",
            415,
            "The body's type is not one that is read here.",
            "Send application/json, or application/x-ndjson for a batch."
        ),
        ProblemPage(
            "expectation-failed",
            417,
            "The Expect field asks for something unknown.",
            "Leave it out; the only expectation met is 100-continue."
        ),
        ProblemPage(
            "invalid-order",
            422,
            "The order is not valid.",
            "The errors name each faulty member by a JSON pointer; mend them all."
        ),
        ProblemPage(
            "idempotency-key-reused",
            422,
            "The Idempotency-Key stands for another body.",
            "Send a new key with a new order."
        ),
        ProblemPage(
            "rate-limited",
            429,
            "The API key has used up its requests for this second.",
            "Send it again after the time in Retry-After."
        ),
        ProblemPage(
            "too-many-invalid-keys",
            429,
            "This address sends many keys that are none.",
            "Send a valid key; wait for the seconds in Retry-After before another guess."
        ),
        ProblemPage(
            "request-header-fields-too-large",
            431,
            "The head is too large.",
            "Send fewer or shorter fields: 16 KiB each, 100 in number, 32 KiB in all."
        ),
        ProblemPage(
            "internal-server-error",
            500,
            "The service could not do this.",
            "Its log says why, under the request's id."
        ),
        ProblemPage(
            "internal",
            500,
            "The service could not do this.",
            "Its log says why, under the request's id."
        ),
        ProblemPage(
            "data-damaged",
            500,
            "What is stored is not what was written: a fault of the disk or of whoever changed the file.",
            "Whoever runs the service runs orderd store verify, and restores a backup if it is needed."
        ),
        ProblemPage(
            "unknown-method",
            501,
            "No resource here knows this method.",
            "Methods are written in capitals: GET, POST, DELETE."
        ),
        ProblemPage(
            "not-implemented",
            501,
            "The body has a transfer coding other than chunked.",
            "Send it chunked, or with a Content-Length."
        ),
        ProblemPage(
            "service-unavailable",
            503,
            "There are too many connections.",
            "Try again later, and keep connections open between requests."
        ),
        ProblemPage(
            "store-unavailable",
            503,
            "Orders cannot be stored now.",
            "Nothing was accepted; send the order again after the time in Retry-After."
        ),
        ProblemPage(
            "backlog-full",
            503,
            "There are as many orders waiting as the service takes.",
            "Nothing was accepted; send the order again after the time in Retry-After."
        ),
        ProblemPage(
            "disk-full",
            503,
            "The service's disk is nearly full.",
            "Nothing was accepted; whoever runs the service must make room."
        ),
        ProblemPage(
            "draining",
            503,
            "The queue is being drained: no order is accepted.",
            "Nothing was accepted; send the order again after the time in Retry-After."
        ),
        ProblemPage(
            "http-version-not-supported",
            505,
            "The request's version is none of HTTP/1.",
            "Speak HTTP/1.1."
        ),
    ]
}
