package import HTTP
import HTTPTypes

/// The console for operators: pages under `/console/`, and the way there from `/` for browsers; all else is the service's.
///
/// Its pages use the service's public API alone, with the key of whoever sits before them, so the files are open to everybody.
///
/// `/console/NAME` answers the file of that name, and any other path below `/console/` the shell, which shows the page that
/// the path names. Modules import each other as `/console/NAME.js` and `/console/pages/NAME-page.js`; every file has a name of
/// its own, which becomes a constant of the program. A frame shows only the service's own answers: an e-mail's HTML part comes
/// from `/orders/{id}/deliveries/{delivery}/content.html` with a policy of its own. `Tests/ConsoleInBrowser/dev_server.py` serves
/// the files from disk in the same way, for work on them.
package struct Console: HTTPHandler {
    private let service: any HTTPHandler
    private let files: [String: Page]

    /// The console before that service.
    package init(before service: any HTTPHandler) {
        self.service = service
        files = Dictionary(uniqueKeysWithValues: ConsoleFile.all.map { ($0.name, Page($0)) })
    }

    package func admit(_ request: inout ServerRequest) -> Admission {
        switch place(of: request) {
        case .elsewhere: return service.admit(&request)
        case .entrance:
            request.route = "/"
            return .refused(
                ServerResponse(.seeOther, fields: [.vary: "Accept"], location: Self.root)
            )
        case .page(let page):
            request.route = Self.route
            guard request.method == .get || request.method == .head else {
                return .refused(
                    ServerResponse(.methodNotAllowed, fields: [.allow: "GET, HEAD"])
                )
            }
            return .refused(page.response(to: request))
        }
    }

    /// The service's own word for what never became a whole request.
    package func answer(
        to refusal: RequestRefusal,
        of request: ServerRequest?,
        requestID: String
    ) -> ServerResponse {
        service.answer(to: refusal, of: request, requestID: requestID)
    }

    private enum Place {
        case elsewhere
        /// A browser that was given the service's address alone.
        case entrance
        case page(Page)
    }

    private func place(of request: borrowing ServerRequest) -> Place {
        let path = request.path
        if path == "/" || path == "/console" {
            guard request.method == .get || request.method == .head,
                path == "/console" || Self.isBrowser(request.fields)
            else { return .elsewhere }
            return .entrance
        }
        guard path.utf8.starts(with: Self.root.utf8) else { return .elsewhere }
        let name = String(path.dropFirst(Self.root.count))
        if let file = files[name] { return .page(file) }
        // A script that is not there must not come as a page; an order's number may have any ending.
        guard !name.hasSuffix(".js"), !name.hasSuffix(".css"),
            let shell = files[ConsoleFile.shellName]
        else { return .elsewhere }
        return .page(shell)
    }

    /// Whether whoever asks would rather have a page than text; curl does not say so.
    private static func isBrowser(_ fields: FieldTable) -> Bool {
        fields[.accept]?.contains("text/html") == true
    }

    private static let root = "/console/"
    private static let route = "/console/{path}"
}

/// A file as it is answered.
private struct Page: Sendable {
    private let contents: [UInt8]
    private let tag: EntityTag
    private let fields: HTTPFields

    init(_ file: ConsoleFile) {
        contents = file.contents
        tag = EntityTag(of: contents)
        var fields: HTTPFields = [
            .contentType: file.mediaType, .eTag: tag.text,
            // Asked for every time, and answered in a line until the program is another.
            .cacheControl: "no-cache",
            .contentSecurityPolicy: Self.policy, .xContentTypeOptions: "nosniff",
        ]
        fields[.referrerPolicy] = "no-referrer"
        fields[.openerPolicy] = "same-origin"
        fields[.resourcePolicy] = "same-origin"
        self.fields = fields
    }

    func response(to request: borrowing ServerRequest) -> ServerResponse {
        guard tag.isKnown(to: request.fields) else {
            return ServerResponse(.ok, fields: fields, body: contents)
        }
        return ServerResponse(.notModified, fields: fields)
    }

    /// Nothing but the service's own files and answers, and no script within a page: what stands in an order can do nothing.
    private static let policy = """
        default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; \
        frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'
        """
}

extension HTTPField.Name {
    // The literals are tokens.
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")!
}
