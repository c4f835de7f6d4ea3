import HTTP
import HTTPTypes
import OpenSSL
import Orders

/// What a client asks for beside its order: an idempotency key, and to be answered at the order's end.
struct SubmitPreferences {
    /// The longest wait for an order's end, in seconds.
    static let longestWait = 30
    /// The longest idempotency key, in characters.
    static let longestKey = 255

    /// The key with the digest of the body, bound to who asks.
    var key: IdempotencyKey?
    /// How many seconds to wait for the order's end.
    var wait: Int?

    /// Reads the fields; a key that is none is a problem, a preference that is none is passed over (RFC 7240 §2).
    init(_ request: ServerRequest) throws(Problem) {
        if request.fields.contains(.prefer),
            case .seconds(let seconds) = Wait(request.fields[.prefer] ?? "")
        {
            wait = min(seconds, Self.longestWait)
        }
        if request.fields.contains(.idempotencyKey) {
            key = try Self.key(request.fields.values(for: .idempotencyKey), request)
        }
    }

    /// The key as the draft writes it, a string in quotes, or bare as most clients do.
    private static func key(
        _ values: [String],
        _ request: ServerRequest
    ) throws(Problem) -> IdempotencyKey {
        var text = values.first ?? ""
        if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") {
            text = String(text.dropFirst().dropLast())
        }
        guard values.count == 1, (1...longestKey).contains(text.utf8.count),
            text.utf8.allSatisfy({ 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "\"") })
        else {
            throw .badRequest(
                "Idempotency-Key must be one key of 1 to 255 visible characters, quotes around it at most"
            )
        }
        let owner = request.identity ?? ""
        return IdempotencyKey(
            digest: Digest.sha256(Array("\(owner)\n\(text)".utf8)),
            body: Digest.sha256(request.body)
        )
    }
}

/// What a client says of how long it waits (RFC 7240 §4.3).
enum Wait: Equatable {
    /// `wait=10`.
    case seconds(Int)
    /// A `wait` that is no number of seconds.
    case malformed
    /// Nothing is said of it.
    case unsaid

    /// Reads a `Prefer` field: the first `wait` that is one counts.
    init(_ field: String) {
        self = .unsaid
        for preference in field.split(separator: ",") {
            let parts = preference.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            guard parts.first?.filter({ $0 != " " }).lowercased() == "wait" else { continue }
            let digits = parts.count == 2 ? parts[1].filter { $0 != " " && $0 != "\"" } : ""
            if let seconds = Int(digits), seconds >= 0 {
                self = .seconds(seconds)
                return
            }
            self = .malformed
        }
    }
}

extension HTTPField.Name {
    // The literals are tokens.
    // swift-format-ignore: NeverForceUnwrap
    static let prefer = HTTPField.Name("Prefer")!
    // swift-format-ignore: NeverForceUnwrap
    static let preferenceApplied = HTTPField.Name("Preference-Applied")!
    // swift-format-ignore: NeverForceUnwrap
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
}
