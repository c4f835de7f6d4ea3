import FoundationEssentials
import HTTP
import HTTPTypes
import Synchronization

/// Decides who may do what: by API key, or by the client's certificate.
package final class AccessControl: Sendable {
    /// What holds for all callers.
    package struct Rules: Sendable {
        /// Requests a second for each key; 0: as many as it likes.
        package var rate = 0
        /// Whether `/metrics` needs a key that may read.
        package var guardsMetrics = false
        /// What a client may do that shows a certificate and no key.
        package var certificateScopes: Set<Scope> = []

        package init() {}
    }

    /// Who asks, and what remains to him.
    struct Caller {
        let name: String
        let limit: (rate: Int, verdict: TokenBucket.Verdict)?
    }

    let rules: Rules
    private let state: Mutex<State>
    private let tick: @Sendable () -> ContinuousClock.Instant

    private struct State {
        var keys: APIKeys
        /// By the names of callers, of whom there are as many as keys and trusted certificates.
        var buckets: [String: TokenBucket] = [:]
        /// What addresses may still send of keys that are none.
        var failures: [String: TokenBucket] = [:]

        /// Takes one request out of a bucket, of which a bounded number is remembered.
        static func take(
            from buckets: inout [String: TokenBucket],
            _ name: String,
            _ rate: Int,
            _ now: ContinuousClock.Instant
        ) -> TokenBucket.Verdict {
            if buckets.count >= maximumBuckets, buckets[name] == nil { buckets.removeAll() }
            return buckets[name, default: TokenBucket(rate: rate, now: now)].take(now: now)
        }

        /// Callers, or addresses, whose pace is remembered, at most.
        private static let maximumBuckets = 10_000
    }

    /// Keys that are none which one address may send in a second before it is told 429.
    static let failuresPerSecond = 10

    /// Rules for these keys; `tick` is the clock that rates are measured by.
    package init(
        _ keys: APIKeys,
        rules: Rules = Rules(),
        tick: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.rules = rules
        self.tick = tick
        state = Mutex(State(keys: keys))
    }

    /// Puts other keys in the place of those there were.
    package func replace(with keys: APIKeys) {
        state.withLock { $0.keys = keys }
    }

    /// The caller, who may do what needs the scope; throws the problem that says why not.
    func admit(_ request: ServerRequest, _ scope: Scope, now: Date) throws(Problem) -> Caller {
        let (name, scopes) = try identifyWithPatience(request, now)
        let limit = try pace(name)
        guard scope.isGranted(by: scopes) else { throw .forbidden(scope, name, limit) }
        return Caller(name: name, limit: limit)
    }

    /// Who asks; an address that sends many keys that are none is told so, and a good key is good from there too:
    /// many callers may share an address.
    private func identifyWithPatience(
        _ request: ServerRequest,
        _ now: Date
    ) throws(Problem) -> (name: String, scopes: Set<Scope>) {
        do throws(Problem) {
            return try identify(request, now)
        } catch {
            guard error.type == .invalidKey else { throw error }
            let (address, tick) = (request.remoteAddress, tick())
            let verdict = state.withLock {
                State.take(from: &$0.failures, address, Self.failuresPerSecond, tick)
            }
            throw verdict.isAdmitted ? error : .tooManyFailures(verdict)
        }
    }

    private func identify(
        _ request: ServerRequest,
        _ now: Date
    ) throws(Problem) -> (name: String, scopes: Set<Scope>) {
        let given = request.fields.values(for: .authorization)
        if given.isEmpty, let name = request.identity { return (name, rules.certificateScopes) }
        guard let field = given.first else { throw .unauthorized }
        // Two of them, or another scheme, would be read differently by whoever stands before us.
        let words = field.split(separator: " ")
        guard given.count == 1, words.count == 2, words[0].lowercased() == "bearer",
            let (id, secret) = APIKey.parts(of: String(words[1]))
        else { throw .invalidToken("the Authorization field is not Bearer and an API key") }
        guard let key = state.withLock({ $0.keys.keys[id] }) else {
            APIKey.spendProof(secret)
            throw .invalidToken("there is no such key")
        }
        guard key.accepts(secret) else { throw .invalidToken("there is no such key") }
        if let expires = key.expires, expires <= now {
            throw .invalidToken("the key has expired")
        }
        return (key.name, key.scopes)
    }

    /// Counts the request against the caller's rate.
    private func pace(_ name: String) throws(Problem) -> (rate: Int, TokenBucket.Verdict)? {
        guard rules.rate > 0 else { return nil }
        let (rate, now) = (rules.rate, tick())
        let verdict = state.withLock { State.take(from: &$0.buckets, name, rate, now) }
        guard verdict.isAdmitted else { throw .rateLimited(rate, verdict, name) }
        return (rate, verdict)
    }
}

extension HTTPFields {
    /// Says how many requests remain, in the fields of draft-ietf-httpapi-ratelimit-headers and in its earlier ones.
    mutating func add(rate: Int, _ verdict: TokenBucket.Verdict) {
        self[.rateLimitPolicy] = "\"key\";q=\(rate);w=1"
        self[.rateLimit] = "\"key\";r=\(verdict.remaining);t=\(verdict.reset)"
        self[.rateLimitLimit] = "\(rate)"
        self[.rateLimitRemaining] = "\(verdict.remaining)"
        self[.rateLimitReset] = "\(verdict.reset)"
    }
}

extension HTTPField.Name {
    // The literals are tokens.
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let rateLimit = HTTPField.Name("RateLimit")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let rateLimitPolicy = HTTPField.Name("RateLimit-Policy")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let rateLimitLimit = HTTPField.Name("RateLimit-Limit")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let rateLimitRemaining = HTTPField.Name("RateLimit-Remaining")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let rateLimitReset = HTTPField.Name("RateLimit-Reset")!
}

extension Problem {
    fileprivate static let unauthorized = Problem(
        .unauthorized,
        "send Authorization: Bearer and an API key; orderd keys new makes one",
        fields: [.wwwAuthenticate: #"Bearer realm="orderd""#]
    )

    fileprivate static func tooManyFailures(_ verdict: TokenBucket.Verdict) -> Problem {
        Problem(
            .tooManyInvalidKeys,
            "this address sends many keys that are none; nothing was done",
            fields: [.retryAfter: "\(verdict.reset)"]
        )
    }

    fileprivate static func invalidToken(_ detail: String) -> Problem {
        Problem(
            .invalidKey,
            detail,
            fields: [.wwwAuthenticate: #"Bearer realm="orderd", error="invalid_token""#]
        )
    }

    fileprivate static func forbidden(
        _ scope: Scope,
        _ name: String,
        _ limit: (rate: Int, verdict: TokenBucket.Verdict)?
    ) -> Problem {
        let challenge =
            #"Bearer realm="orderd", error="insufficient_scope", scope="\#(scope.rawValue)""#
        var problem = Problem(
            .forbidden,
            "this needs the scope \(scope.rawValue)",
            fields: [.wwwAuthenticate: challenge]
        )
        problem.identity = name
        if let limit { problem.fields.add(rate: limit.rate, limit.verdict) }
        return problem
    }

    fileprivate static func rateLimited(
        _ rate: Int,
        _ verdict: TokenBucket.Verdict,
        _ name: String
    ) -> Problem {
        var problem = Problem(
            .rateLimited,
            "this key may send \(rate) requests a second; nothing was done",
            fields: [.retryAfter: "\(verdict.reset)"]
        )
        problem.identity = name
        problem.fields.add(rate: rate, verdict)
        return problem
    }
}
