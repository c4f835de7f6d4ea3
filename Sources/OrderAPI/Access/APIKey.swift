import Formats
package import FoundationEssentials
import OpenSSL

/// What the service knows of an API key: everything but its secret.
///
/// A token is `orderd_ID_SECRET`. The secret is 32 random bytes, so a salted HMAC keeps it as well as a slow hash
/// would: there is no short list of likely secrets to try.
package struct APIKey: Sendable, Hashable {
    /// By which the key is found; no secret.
    package let id: String
    /// Who has it, for logs and audits.
    package let name: String
    package let scopes: Set<Scope>
    /// When it ends; nil: never.
    package let expires: Date?
    private let salt: [UInt8]
    private let hash: [UInt8]

    private static let prefix = "orderd_"
    /// The random bytes that a new key needs.
    package static let randomBytes = 8 + 16 + 32

    /// A new key made of random bytes, and the token that only its holder gets to know.
    package static func make(
        name: String,
        scopes: Set<Scope>,
        expires: Date?,
        random: [UInt8]
    ) -> (key: APIKey, token: String) {
        precondition(random.count == randomBytes, "a key needs its random bytes")
        let id = random[..<8].hexadecimal
        let secret = random[24...].hexadecimal
        let salt = Array(random[8..<24])
        let key = APIKey(
            id: id,
            name: name,
            scopes: scopes,
            expires: expires,
            salt: salt,
            hash: digest(secret, salt)
        )
        return (key, "\(prefix)\(id)_\(secret)")
    }

    /// Whether a text is fit to be a key's name: 1 to 64 of `A-Z a-z 0-9 . _ - @`.
    package static func isName(_ text: some StringProtocol) -> Bool {
        (1...64).contains(text.utf8.count) && text.unicodeScalars.allSatisfy(nameScalars.contains)
    }

    /// The secret's proof against what is kept, in a time that does not tell how much of it is right.
    func accepts(_ secret: String) -> Bool {
        equalInConstantTime(Self.digest(secret, salt), hash)
    }

    /// The parts of a token; nil for what cannot be one.
    static func parts(of token: String) -> (id: String, secret: String)? {
        guard token.hasPrefix(prefix), token.utf8.count == prefix.utf8.count + 16 + 1 + 64 else {
            return nil
        }
        let rest = token.dropFirst(prefix.count)
        guard let underscore = rest.firstIndex(of: "_") else { return nil }
        return (String(rest[..<underscore]), String(rest[rest.index(after: underscore)...]))
    }

    /// Spends the time of a proof, so that an unknown key takes as long as a wrong secret.
    static func spendProof(_ secret: String) {
        _ = equalInConstantTime(digest(secret, [0]), [UInt8](repeating: 0, count: 32))
    }

    private static func digest(_ secret: String, _ salt: [UInt8]) -> [UInt8] {
        HMAC.sha256(Array(secret.utf8), key: salt)
    }

    private static let nameScalars = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-@".unicodeScalars
    )
}

extension APIKey {
    /// The line that is kept: `ID NAME SCOPES EXPIRES SALT:HASH`.
    package var line: String {
        let end = expires.map(Timestamp.text) ?? "never"
        return "\(id) \(name) \(scopes.list) \(end) \(salt.hexadecimal):\(hash.hexadecimal)"
    }

    /// Reads a line; a text that says what is wrong with it is thrown.
    init(line: Substring) throws(KeyFault) {
        let parts = line.split { $0 == " " || $0 == "\t" }
        guard parts.count == 5 else {
            throw KeyFault("is not ID NAME SCOPES EXPIRES SALT:HASH, as orderd keys new writes it")
        }
        guard Self.isName(parts[1]) else { throw KeyFault("has a name that is none") }
        guard let scopes = Set(scopes: parts[2]) else {
            throw KeyFault("has a scope that is none; there are \(Set(Scope.allCases).list)")
        }
        let expires = parts[3] == "never" ? nil : Timestamp.date(String(parts[3]))
        guard parts[3] == "never" || expires != nil else {
            throw KeyFault("expires neither never nor at a time such as 2027-01-01T00:00:00Z")
        }
        let proof = parts[4].split(separator: ":", omittingEmptySubsequences: false)
        guard parts[0].utf8.count == 16, proof.count == 2,
            let salt = Hexadecimal.bytes(proof[0].utf8.span),
            let hash = Hexadecimal.bytes(proof[1].utf8.span), salt.count == 16, hash.count == 32
        else { throw KeyFault("has an id or a hash that was cut or changed") }
        id = String(parts[0])
        name = String(parts[1])
        self.scopes = scopes
        self.expires = expires
        (self.salt, self.hash) = (salt, hash)
    }
}

/// What is wrong with a line that should be a key; never its text.
package struct KeyFault: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}

/// The keys that a file or a setting lists.
package struct APIKeys: Sendable {
    /// The keys by their ids.
    package private(set) var keys: [String: APIKey] = [:]

    package init() {}

    /// Reads keys, one a line, or with semicolons between; `#` begins a comment.
    ///
    /// Throws what is wrong with which line.
    package init(_ text: String) throws(KeyFault) {
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd) {
            number += 1
            let content = line.prefix { $0 != "#" }
            guard content.contains(where: { $0 != " " && $0 != "\t" }) else { continue }
            do throws(KeyFault) {
                let key = try APIKey(line: content)
                guard keys.updateValue(key, forKey: key.id) == nil else {
                    throw KeyFault("has an id that another line has too")
                }
            } catch {
                throw KeyFault("key \(number) \(error.description)")
            }
        }
    }

    package mutating func add(_ others: APIKeys) { keys.merge(others.keys) { $1 } }
}

extension Character {
    fileprivate var isLineEnd: Bool { self == ";" || isNewline }
}
