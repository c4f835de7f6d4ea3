import Formats
import OpenSSL

/// What a webhook is signed with, as Standard Webhooks 1.0 has it: `whsec_` and 24 to 64 bytes in Base64.
package struct WebhookSecret: Sendable, Hashable {
    private let key: [UInt8]

    /// The texts of a list with spaces or commas between: while one is replaced by another, receivers know one of them.
    ///
    /// nil when there is none, more than `maximumCount`, or one of them is no secret; which one is said by nobody.
    package static func list(_ text: String) -> [WebhookSecret]? {
        let parts = text.split { $0.isWhitespace || $0 == "," }
        guard (1...maximumCount).contains(parts.count) else { return nil }
        let secrets = parts.compactMap { WebhookSecret(String($0)) }
        return secrets.count == parts.count ? secrets : nil
    }

    package static let maximumCount = 5
    private static let prefix = "whsec_"
    private static let sizes = 24...64

    package init?(_ text: String) {
        guard text.hasPrefix(Self.prefix),
            let key = Base64.decode(String(text.dropFirst(Self.prefix.count))),
            Self.sizes.contains(key.count)
        else { return nil }
        self.key = key
    }

    /// `v1,` and the HMAC-SHA256 of id, seconds since 1970 and body with dots between, in Base64.
    package func signature(id: String, seconds: Int, body: [UInt8]) -> String {
        let signed = Array("\(id).\(seconds).".utf8) + body
        return "v1,\(Base64.encode(HMAC.sha256(signed, key: key)))"
    }
}
