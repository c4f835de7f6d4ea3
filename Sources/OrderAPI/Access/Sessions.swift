import Formats
import FoundationEssentials
import OpenSSL

/// Who is signed in: sessions that keys have opened, each under an id that its cookie alone carries.
///
/// It decides from the time, the keys and the random bytes that it is given. Of an id only the digest is kept, by which it is
/// found: how long that takes tells nothing of an id that is there. A session is its key's as the key was: it ends when the
/// key's line is gone or changed, or when the key expires.
struct Sessions {
    private struct Session {
        let key: APIKey
        /// When it ends, however much it is used.
        let expires: Date
        var usedAt: Date
    }

    /// What whoever has signed in gets to know.
    struct Ticket: Equatable {
        /// The cookie's value: 64 hexadecimal digits.
        let id: String
        let expires: Date

        /// What its requests carry besides the cookie; a page of another origin can read neither.
        var csrfToken: String { Sessions.csrfToken(id) }
    }

    private var sessions: [[UInt8]: Session] = [:]

    /// The random bytes that a new session needs.
    static let randomBytes = 32
    /// Seconds after which a session ends.
    static let life: TimeInterval = 12 * 3_600
    /// Seconds without a request after which it ends.
    static let patience: TimeInterval = 2 * 3_600
    /// Sessions at a time; beyond them the one that is longest unused ends.
    static let maximum = 1_000
    /// Sessions at a time that keys of one name have.
    static let maximumOfName = 50

    var count: Int { sessions.count }

    /// Opens a session for a key, which has been proven.
    mutating func open(for key: APIKey, at now: Date, random: [UInt8]) -> Ticket {
        precondition(random.count == Self.randomBytes, "a session needs its random bytes")
        sessions = sessions.filter { Self.isOpen($1, at: now) }
        makeRoom(for: key.name)
        let id = random.hexadecimal
        let end = now.addingTimeInterval(Self.life)
        let expires = key.expires.map { min($0, end) } ?? end
        sessions[Self.digest(id)] = Session(key: key, expires: expires, usedAt: now)
        return Ticket(id: id, expires: expires)
    }

    /// The key whose session it is, with its ticket; nil when there is no such session any more.
    mutating func use(_ id: String, at now: Date, keys: APIKeys) -> (key: APIKey, ticket: Ticket)? {
        let digest = Self.digest(id)
        guard let session = sessions[digest] else { return nil }
        guard Self.isOpen(session, at: now), keys.keys[session.key.id] == session.key else {
            sessions[digest] = nil
            return nil
        }
        // A clock that goes back makes nobody idle.
        sessions[digest]?.usedAt = max(session.usedAt, now)
        return (session.key, Ticket(id: id, expires: session.expires))
    }

    mutating func end(_ id: String) {
        sessions[Self.digest(id)] = nil
    }

    /// Ends the sessions of all keys of that name.
    mutating func endAll(of name: String) {
        sessions = sessions.filter { $1.key.name != name }
    }

    /// Ends the sessions of keys that are not there as they were: none comes back with its key.
    mutating func keepThose(of keys: APIKeys) {
        sessions = sessions.filter { keys.keys[$1.key.id] == $1.key }
    }

    /// Made of the id, so that whoever knows the one and nothing else is not spared the other.
    static func csrfToken(_ id: String) -> String {
        HMAC.sha256(Array("orderd csrf".utf8), key: Array(id.utf8)).hexadecimal
    }

    private static func isOpen(_ session: Session, at now: Date) -> Bool {
        now < session.expires && now.timeIntervalSince(session.usedAt) < patience
    }

    private mutating func makeRoom(for name: String) {
        let own = sessions.filter { $1.key.name == name }
        if own.count >= Self.maximumOfName { endLongestUnused(of: own) }
        if sessions.count >= Self.maximum { endLongestUnused(of: sessions) }
    }

    private mutating func endLongestUnused(of candidates: [[UInt8]: Session]) {
        guard let oldest = candidates.min(by: { $0.value.usedAt < $1.value.usedAt }) else { return }
        sessions[oldest.key] = nil
    }

    private static func digest(_ id: String) -> [UInt8] { Digest.sha256(Array(id.utf8)) }
}
