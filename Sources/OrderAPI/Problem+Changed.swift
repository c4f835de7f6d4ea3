import HTTP
import HTTPTypes

extension Problem {
    /// The condition of a request does not hold for the version that there is.
    static func changed(_ tag: EntityTag) -> Problem {
        Problem(
            .preconditionFailed,
            "If-Match names another version of the order; nothing was done",
            fields: [.eTag: tag.text]
        )
    }
}
