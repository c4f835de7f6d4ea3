import HTTP
import HTTPTypes
import JSON

extension OrderAPI.Parts {
    /// What the sandbox has accepted, in its own words.
    package struct SandboxMessages: Sendable {
        /// All that is kept, as JSON text.
        let all: @Sendable () -> [UInt8]
        /// So many of them, the newest first: those that came before the one with that number, or the newest of all.
        let page: @Sendable (_ limit: Int, _ number: Int?) -> Page

        package init(
            all: @escaping @Sendable () -> [UInt8],
            page: @escaping @Sendable (_ limit: Int, _ number: Int?) -> Page
        ) {
            (self.all, self.page) = (all, page)
        }

        /// Some of them, each as JSON text.
        package struct Page: Sendable {
            package var emails: [[UInt8]]
            package var notices: [[UInt8]]
            /// The number of the last one, when there are more behind it.
            package var next: Int?

            package init(emails: [[UInt8]], notices: [[UInt8]], next: Int?) {
                (self.emails, self.notices, self.next) = (emails, notices, next)
            }
        }
    }
}

extension OrderAPI {
    /// Answers `GET /sandbox/messages`: with `limit` a page, without it all there is.
    func sandboxMessages(_ request: ServerRequest) throws -> ServerResponse {
        guard let messages = parts.sandboxMessages else {
            throw Problem.notFound("this service runs without --sandbox")
        }
        let query = try request.parameters()
        guard query["limit"] != nil else {
            guard query["cursor"] == nil else {
                throw Problem.badRequest("cursor goes with limit, as next of an answer has them")
            }
            return .json(.ok, messages.all())
        }
        let limit = try query.int("limit", in: 1...200, default: 200)
        let cursor = try query["cursor"].map { _ in
            try query.int("cursor", in: 1...Int.max, default: 1)
        }
        let page = messages.page(limit, cursor)
        var fields = HTTPFields()
        var object = ObjectWriter(reservingCapacity: 65_536)
        object.add("emails", array: page.emails)
        object.add("notices", array: page.notices)
        if let number = page.next {
            let next = "/sandbox/messages?limit=\(limit)&cursor=\(number)"
            object.add("next", next)
            fields[.link] = "<\(next)>; rel=\"next\""
        }
        return .json(.ok, object.finished(), fields: fields)
    }
}
