import FoundationEssentials
import HTTP
import HTTPTypes
import OpenSSL
import Synchronization

/// Decides who may do what: by API key, by the cookie that a key was changed for, or by the client's certificate.
package final class AccessControl: Sendable {
    /// What holds for all callers.
    package struct Rules: Sendable {
        /// Requests a second for each key; 0: as many as it likes.
        package var rate = 0
        /// Whether `/metrics` needs a key that may read.
        package var guardsMetrics = false
        /// What a client may do that shows a certificate and no key.
        package var certificateScopes: Set<Scope> = []
        /// Knows the service's own pages, which alone may use its cookies.
        package var browsers = BrowserGuard()
        /// The port that the service listens on, by which its cookie is told from that of another on the same host.
        package var port: UInt16?

        package init() {}

        var cookie: SessionCookie {
            SessionCookie(isSecured: browsers.scheme == .https, port: port)
        }
    }

    /// Who asks, and what remains to him.
    struct Caller {
        let name: String
        fileprivate let limit: (rate: Int, verdict: TokenBucket.Verdict)?
        fileprivate let hasCookie: Bool
    }

    /// Who asks, and how he has proven it.
    struct Identity {
        let name: String
        let scopes: Set<Scope>
        let proof: Proof

        enum Proof {
            case key
            case cookie(Sessions.Ticket)
            case certificate
        }

        fileprivate var hasCookie: Bool {
            switch proof {
            case .cookie: true
            case .key, .certificate: false
            }
        }
    }

    let rules: Rules
    let cookie: SessionCookie
    private let state: Mutex<State>
    private let tick: @Sendable () -> ContinuousClock.Instant
    private let random: @Sendable (Int) -> [UInt8]

    private struct State {
        var keys: APIKeys
        var sessions = Sessions()
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

    /// Rules for these keys; `tick` is the clock that rates are measured by, `random` makes the ids of sessions.
    package init(
        _ keys: APIKeys,
        rules: Rules = Rules(),
        tick: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        random: @escaping @Sendable (Int) -> [UInt8] = SecureRandom.bytes
    ) {
        self.rules = rules
        self.tick = tick
        self.random = random
        cookie = rules.cookie
        state = Mutex(State(keys: keys))
    }

    /// Puts other keys in the place of those there were, and ends the sessions of those that are gone or changed.
    package func replace(with keys: APIKeys) {
        state.withLock { state in
            state.keys = keys
            state.sessions.keepThose(of: keys)
        }
    }

    /// The caller, who may do what needs the scope, or is any caller at all; throws the problem that says why not.
    func admit(_ request: ServerRequest, _ scope: Scope?, now: Date) throws(Problem) -> Caller {
        let identity = try identify(request, now: now)
        let limit = try pace(identity.name)
        if let scope, !scope.isGranted(by: identity.scopes) {
            throw .forbidden(scope, identity.name, limit)
        }
        return Caller(name: identity.name, limit: limit, hasCookie: identity.hasCookie)
    }

    /// Who asks.
    ///
    /// Authorization counts alone where it is there, then the cookie, then the connection's certificate.
    func identify(_ request: ServerRequest, now: Date) throws(Problem) -> Identity {
        let given = request.fields.values(for: .authorization)
        if !given.isEmpty {
            let key = try patiently(request.remoteAddress) { () throws(Problem) in
                try prove(Self.token(given), now)
            }
            return Identity(name: key.name, scopes: key.scopes, proof: .key)
        }
        if let id = try cookie.id(in: request.fields) { return try identify(id, request, now) }
        guard let name = request.identity else { throw .unauthorized }
        return Identity(name: name, scopes: rules.certificateScopes, proof: .certificate)
    }

    private func identify(
        _ id: String,
        _ request: ServerRequest,
        _ now: Date
    ) throws(Problem) -> Identity {
        if let objection = rules.browsers.objection(toCookieOf: request.head) {
            throw Problem(toCookie: objection)
        }
        guard let session = state.withLock({ $0.sessions.use(id, at: now, keys: $0.keys) }) else {
            throw .sessionEnded
        }
        let (name, ticket) = (session.key.name, session.ticket)
        if request.method != .get, request.method != .head {
            let tokens = request.fields.values(for: .csrfToken)
            guard tokens.count == 1,
                equalInConstantTime(Array(tokens[0].utf8), Array(ticket.csrfToken.utf8))
            else { throw .csrfToken(name) }
        }
        return Identity(name: name, scopes: session.key.scopes, proof: .cookie(ticket))
    }

    /// What one Authorization field says.
    private static func token(_ given: [String]) throws(Problem) -> String {
        // Two of them, or another scheme, would be read differently by whoever stands before us.
        let words = given[0].split(separator: " ")
        guard given.count == 1, words.count == 2, words[0].lowercased() == "bearer" else {
            throw .invalidToken("the Authorization field is not Bearer and an API key")
        }
        return String(words[1])
    }

    private func prove(_ token: String, _ now: Date) throws(Problem) -> APIKey {
        guard let (id, secret) = APIKey.parts(of: token) else {
            throw .invalidToken("an API key is what orderd keys new printed: orderd_ID_SECRET")
        }
        guard let key = state.withLock({ $0.keys.keys[id] }) else {
            APIKey.spendProof(secret)
            throw .invalidToken("there is no such key")
        }
        guard key.accepts(secret) else { throw .invalidToken("there is no such key") }
        if let expires = key.expires, expires <= now {
            throw .invalidToken("the key has expired")
        }
        return key
    }

    /// Tells an address that it sends many keys that are none; a good key is good from there too: many callers may share
    /// an address.
    private func patiently(
        _ address: String,
        _ prove: () throws(Problem) -> APIKey
    ) throws(Problem) -> APIKey {
        do throws(Problem) {
            return try prove()
        } catch {
            let tick = tick()
            let verdict = state.withLock {
                State.take(from: &$0.failures, address, Self.failuresPerSecond, tick)
            }
            throw verdict.isAdmitted ? error : .tooManyFailures(verdict)
        }
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

extension AccessControl {
    /// Opens a session for whoever has that key, and ends the one that the request's cookie has.
    func signIn(
        _ token: String,
        _ request: ServerRequest,
        now: Date
    ) throws(Problem) -> Identity {
        if let objection = rules.browsers.objection(toCookieOf: request.head) {
            throw Problem(toCookie: objection)
        }
        let former = try cookie.id(in: request.fields)
        let key = try patiently(request.remoteAddress) { () throws(Problem) in
            try prove(token, now)
        }
        _ = try pace(key.name)
        let random = random(Sessions.randomBytes)
        let ticket = state.withLock { state in
            if let former { state.sessions.end(former) }
            return state.sessions.open(for: key, at: now, random: random)
        }
        return Identity(name: key.name, scopes: key.scopes, proof: .cookie(ticket))
    }

    /// Ends the session that a caller came by, if it came by one.
    func signOut(_ identity: Identity) {
        guard case .cookie(let ticket) = identity.proof else { return }
        state.withLock { $0.sessions.end(ticket.id) }
    }

    /// Ends all sessions of keys with the caller's name, which he has proven by such a key, or by its cookie.
    func signOutEverywhere(_ identity: Identity) throws(Problem) {
        switch identity.proof {
        case .key, .cookie: break
        case .certificate: throw .noSessions(identity.name)
        }
        state.withLock { $0.sessions.endAll(of: identity.name) }
    }
}

extension AccessControl.Caller {
    /// What his answers carry besides their own; nil: nothing.
    var fields: HTTPFields? {
        guard hasCookie || limit != nil else { return nil }
        var fields = HTTPFields()
        // Caches between us leave alone what Authorization brought, and know nothing of cookies.
        if hasCookie { fields[.cacheControl] = "private, no-cache" }
        if let limit { fields.add(rate: limit.rate, limit.verdict) }
        return fields
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
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let csrfToken = HTTPField.Name("X-CSRF-Token")!
}

extension Problem {
    fileprivate static let unauthorized = Problem(
        .unauthorized,
        "send Authorization: Bearer and an API key; orderd keys new makes one",
        fields: [.wwwAuthenticate: #"Bearer realm="orderd""#]
    )

    /// It does not take the cookie away: that may be another by the time the answer arrives, of somebody who has signed in
    /// meanwhile.
    fileprivate static let sessionEnded = Problem(
        .unauthorized,
        "the cookie's session has ended; sign in again by POST /session",
        fields: [.wwwAuthenticate: #"Bearer realm="orderd""#]
    )

    /// Certificates are named by another authority than keys are: of the same name may be somebody else.
    fileprivate static func noSessions(_ name: String) -> Problem {
        var problem = Problem(
            .forbidden,
            "a certificate opens no sessions; send a key, or the cookie, of the name whose sessions are to end"
        )
        problem.identity = name
        return problem
    }

    fileprivate static func csrfToken(_ name: String) -> Problem {
        var problem = Problem(
            .csrfToken,
            "with a cookie this needs X-CSRF-Token: the csrfToken that GET /session shows"
        )
        problem.identity = name
        return problem
    }

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
