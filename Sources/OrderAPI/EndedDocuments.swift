import HTTP
import HTTPTypes
import Orders
import Synchronization

/// The documents of ended orders that were asked for lately, so that who polls one costs no reading.
///
/// What is kept holds for one `OrderReader.endedRevision`; with the next all of it is dropped: one number for all ended
/// orders cannot miss one of them.
final class EndedDocuments: Sendable {
    /// An order's document, its tag, and the fields of an answer with it.
    struct Entry: Sendable {
        let document: [UInt8]
        let tag: EntityTag
        let fields: HTTPFields

        init(_ document: [UInt8]) {
            self.document = document
            tag = EntityTag(of: document)
            var fields = HTTPFields.jsonContent
            fields[.eTag] = tag.text
            fields[.cacheControl] = Self.cacheControl
            self.fields = fields
        }

        static let cacheControl = "private, no-cache"
    }

    /// How many documents are kept in each of the two halves.
    static let halfCount = 256
    /// A larger document is not kept, in bytes: 4 MiB are the most that all of them take.
    static let largestDocument = 8_192

    private let state = Mutex(State())

    private struct State {
        var revision = Int.min
        var recent: [OrderID: Entry] = [:]
        /// What was recent before the newer half was full.
        var older: [OrderID: Entry] = [:]

        mutating func moveOn(to revision: Int) {
            guard revision > self.revision else { return }
            self = State(revision: revision)
        }
    }

    /// The document of that order as of that revision, if it is kept.
    func find(_ id: OrderID, revision: Int) -> Entry? {
        state.withLock { state in
            state.moveOn(to: revision)
            guard state.revision == revision else { return nil }
            return state.recent[id] ?? state.older[id]
        }
    }

    /// Keeps the document of an order that has ended; the revision is of before it was read.
    func keep(_ entry: Entry, of id: OrderID, revision: Int) {
        guard entry.document.count <= Self.largestDocument else { return }
        state.withLock { state in
            guard state.revision == revision else { return }
            if state.recent.count == Self.halfCount {
                state.older = state.recent
                state.recent = [:]
            }
            state.recent[id] = entry
        }
    }
}
