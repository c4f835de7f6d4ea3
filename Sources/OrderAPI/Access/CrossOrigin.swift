package import HTTP
import HTTPTypes

/// Lets web pages of other origins read the answers (the CORS protocol of the Fetch standard).
///
/// It says nothing of credentials: a page of another origin sends a key in `Authorization`, which it has to know. Cookies are
/// for the service's own pages alone, and `BrowserGuard` refuses them from others.
package struct CrossOrigin: HTTPHandler {
    private let api: OrderAPI
    private let origins: Origins

    /// The origins whose pages may read answers.
    package struct Origins: Sendable, Equatable {
        private let names: Set<String>
        private let areAll: Bool

        /// No page of another origin may.
        package init() { (names, areAll) = ([], false) }

        /// Reads origins with commas between, or `*` for all; nil when one of them is none.
        ///
        /// An origin is what browsers send: a scheme and a host, a port unless it is the usual one, and no path.
        package init?(_ text: String) {
            let entries = text.split(separator: ",").map { $0.filter { $0 != " " } }
            guard entries.allSatisfy({ $0 == "*" || Self.isOrigin($0) }) else { return nil }
            names = Set(entries)
            areAll = names.contains("*")
        }

        /// Whether no page may.
        package var isEmpty: Bool { names.isEmpty }

        func allows(_ origin: String) -> Bool { areAll || names.contains(origin) }

        private static func isOrigin(_ text: String) -> Bool {
            let parts = text.split(separator: "://", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0] == "http" || parts[0] == "https" else { return false }
            return !parts[1].isEmpty
                && parts[1].utf8.allSatisfy { byte in
                    "abcdefghijklmnopqrstuvwxyz0123456789-.:[]".utf8.contains(byte)
                }
        }
    }

    /// The API, open to the pages of these origins.
    package init(_ api: OrderAPI, origins: Origins) {
        self.api = api
        self.origins = origins
    }

    /// What the API says, in a form that pages may read, and to a preflight what a page may ask for.
    package func admit(_ request: inout ServerRequest) -> Admission {
        let origin = request.fields[.origin]
        let isPreflight = request.method == .options && request.fields.contains(.requestedMethod)
        return api.admit(&request).map { [self] answer in
            var response = opened(answer, to: origin)
            guard isPreflight, let allow = response.fields[.allow],
                response.fields[.allowedOrigin] != nil
            else { return response }
            response.fields[.allowedMethods] = allow
            response.fields[.allowedFields] = Self.requestFields
            response.fields[.maximumAge] = "600"
            return response
        }
    }

    /// As the API has it; without the request's head nobody knows where it came from.
    package func answer(
        to refusal: RequestRefusal,
        of request: ServerRequest?,
        requestID: String
    ) -> ServerResponse {
        let response = api.answer(to: refusal, of: request, requestID: requestID)
        return opened(response, to: request?.fields[.origin])
    }

    private func opened(_ response: ServerResponse, to origin: String?) -> ServerResponse {
        var response = response
        // Caches must not give one origin's answer to another.
        response.fields[.vary] = "Origin"
        guard let origin, origins.allows(origin) else { return response }
        response.fields[.allowedOrigin] = origin
        response.fields[.exposedFields] = Self.answerFields
        return response
    }

    /// What a page may send besides what every page may.
    private static let requestFields = """
        Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, Prefer, X-Operator, \
        X-Request-Id
        """
    /// What a page may read besides what every page may.
    private static let answerFields = """
        ETag, Idempotency-Replayed, Link, Location, Preference-Applied, RateLimit, RateLimit-Policy, Retry-After, \
        WWW-Authenticate, X-Request-Id
        """
}

extension HTTPField.Name {
    // The literals are tokens.
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let requestedMethod = HTTPField.Name("Access-Control-Request-Method")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let allowedOrigin = HTTPField.Name("Access-Control-Allow-Origin")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let allowedMethods = HTTPField.Name("Access-Control-Allow-Methods")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let allowedFields = HTTPField.Name("Access-Control-Allow-Headers")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let exposedFields = HTTPField.Name("Access-Control-Expose-Headers")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let maximumAge = HTTPField.Name("Access-Control-Max-Age")!
}
