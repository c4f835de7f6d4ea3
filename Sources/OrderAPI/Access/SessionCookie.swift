import HTTP
import HTTPTypes

/// The cookie that carries a session's id (RFC 6265), for the service's own pages alone.
struct SessionCookie {
    /// Whether the service itself speaks TLS; then no other host and no plain connection can set the cookie (`__Host-`).
    let isSecured: Bool
    /// The port that the service listens on; nil: it is not known.
    ///
    /// Browsers send a host's cookies to all of its ports (RFC 6265 §8.5), where another service may have its own.
    let port: UInt16?

    var name: String {
        let name = port.map { "orderd_session_\($0)" } ?? "orderd_session"
        return isSecured ? "__Host-\(name)" : name
    }

    /// The id that a request carries; nil: it has no such cookie.
    ///
    /// Throws when there are two: somebody beside us has set one, and nobody can tell which.
    func id(in fields: FieldTable) throws(Problem) -> String? {
        guard fields.contains(.cookie) else { return nil }
        var ids: [String] = []
        for field in fields.values(for: .cookie) {
            for pair in field.split(separator: ";") {
                let pair = pair.drop { $0 == " " }
                guard pair.hasPrefix("\(name)=") else { continue }
                ids.append(String(pair.dropFirst(name.count + 1)))
            }
        }
        guard ids.count <= 1 else {
            throw .badRequest(
                "the cookie \(name) is given \(ids.count) times; clear this site's cookies"
            )
        }
        return ids.first
    }

    /// The field that sets it for so many seconds.
    func field(_ id: String, seconds: Int, to request: borrowing ServerRequest) -> String {
        "\(name)=\(id); Path=/; HttpOnly; SameSite=Strict; Max-Age=\(seconds)\(marks(request))"
    }

    /// The field that takes it away.
    func removal(_ request: borrowing ServerRequest) -> String {
        field("", seconds: 0, to: request)
    }

    /// A page that came over TLS, if only to a proxy before us, never needs the cookie elsewhere.
    private func marks(_ request: borrowing ServerRequest) -> String {
        let isOverTLS = isSecured || request.fields[.origin]?.hasPrefix("https://") == true
        return isOverTLS ? "; Secure" : ""
    }
}
