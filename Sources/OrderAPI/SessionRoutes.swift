import FoundationEssentials
import HTTP
import HTTPTypes
import JSON
import Logging
import Orders

extension OrderAPI {
    /// Answers `GET`, `POST` and `DELETE /session`.
    func answer(
        _ request: ServerRequest,
        _ action: Endpoint.SessionAction
    ) throws -> ServerResponse {
        switch action {
        case .show: try session(request)
        case .open: try openSession(request)
        case .end: try endSession(request)
        }
    }

    private func session(_ request: ServerRequest) throws -> ServerResponse {
        let identity = try parts.entrance.access?.identify(request, now: parts.clock.now)
        return .json(.ok, Self.document(identity), fields: Self.uncached)
    }

    private func openSession(_ request: ServerRequest) throws -> ServerResponse {
        let access = try guarded()
        let body = try ControlBody(request, members: ["key"])
        guard let key = try body.text("key") else {
            throw Problem.badRequest(
                #"the body is {"key":"…"}, with a key that orderd keys new printed"#
            )
        }
        let now = parts.clock.now
        let identity = try access.signIn(key, request, now: now)
        note("sign in", identity.name, request)
        var fields = Self.uncached
        if case .cookie(let ticket) = identity.proof {
            // Rounded up: 0 would take the cookie away that it sets.
            let seconds = Int(ticket.expires.timeIntervalSince(now).rounded(.up))
            fields[.setCookie] = access.cookie.field(ticket.id, seconds: seconds, to: request)
        }
        return .json(.created, Self.document(identity), fields: fields, location: "/session")
    }

    private func endSession(_ request: ServerRequest) throws -> ServerResponse {
        let access = try guarded()
        let isEverywhere: Bool
        switch try request.parameters()["everywhere"] {
        case nil, "false": isEverywhere = false
        case "true": isEverywhere = true
        case .some: throw Problem.badRequest("everywhere must be true or false")
        }
        let identity = try access.identify(request, now: parts.clock.now)
        if isEverywhere { try access.signOutEverywhere(identity) } else { access.signOut(identity) }
        note(isEverywhere ? "sign out everywhere" : "sign out", identity.name, request)
        var response = ServerResponse(.noContent)
        if case .cookie = identity.proof {
            response.fields[.setCookie] = access.cookie.removal(request)
        }
        return response
    }

    private func guarded() throws -> AccessControl {
        guard let access = parts.entrance.access else {
            throw Problem.notFound(
                "this service has no API keys, so nobody signs in: whoever reaches its port may do everything"
            )
        }
        return access
    }

    /// Leaves a line in the log, as interventions do.
    private func note(_ action: String, _ name: String, _ request: ServerRequest) {
        parts.logger.notice(
            "intervention",
            metadata: [
                "action": "\(action)", "request.id": "\(request.id)",
                "request.identity": "\(name)", "http.peer": "\(request.remoteAddress)",
            ]
        )
    }

    /// Who asks; nil: nobody in particular, who may do everything.
    private static func document(_ identity: AccessControl.Identity?) -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 256)
        object.add("name", identity.map { .string($0.name) } ?? .null)
        object.add("by", identity?.proof.word ?? "nobody")
        let scopes = identity?.scopes.effective ?? Scope.allCases
        object.add("scopes", strings: scopes.map(\.rawValue))
        if case .cookie(let ticket) = identity?.proof {
            object.add("csrfToken", ticket.csrfToken)
            object.add("expiresAt", ticket.expires)
        }
        return object.finished()
    }

    private static let uncached: HTTPFields = [.cacheControl: "no-store"]
}

extension AccessControl.Identity.Proof {
    /// In the API's words.
    fileprivate var word: String {
        switch self {
        case .key: "key"
        case .cookie: "cookie"
        case .certificate: "certificate"
        }
    }
}
