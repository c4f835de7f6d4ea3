internal import HTTPTypes
internal import JSON

extension ServerResponse {
    /// Problem details (RFC 9457) that say why a request was refused.
    public init(_ refusal: RequestRefusal, requestID: String) {
        let title = refusal.status.reasonPhrase
        let type = title.lowercased().replacing(" ", with: "-")
        var object = ObjectWriter()
        object.add("type", "/problems/\(type)")
        object.add("title", title)
        object.add("status", refusal.status.code)
        object.add("detail", refusal.detail)
        object.add("requestId", requestID)
        self.init(
            refusal.status,
            fields: [.contentType: "application/problem+json"],
            body: object.finished()
        )
    }
}
