internal import OpenSSL
internal import Synchronization

/// The keys that signatures of one day are made with, each derived once: four HMACs, where a signature takes one.
///
/// They are of one secret and one day; those of another take their place.
package final class SigningKeys: Sendable {
    private struct Kept {
        var secret = ""
        var day = ""
        var keys: [Key] = []
    }

    private struct Key {
        let region: String
        let service: String
        let key: HMACKey
    }

    private let kept = Mutex(Kept())

    /// A receiver is told regions by whoever calls.
    private static let limit = 16

    package init() {}

    /// The signer's key for that day.
    func key(of signer: SignatureV4, on day: String) -> HMACKey {
        kept.withLock { kept in
            let secret = signer.credentials.secretAccessKey
            if kept.day != day || kept.secret != secret { kept = Kept(secret: secret, day: day) }
            for known in kept.keys
            where known.service == signer.service && known.region == signer.region {
                return known.key
            }
            if kept.keys.count == Self.limit { kept.keys.removeFirst() }
            let key = signer.derivedKey(on: day)
            kept.keys.append(Key(region: signer.region, service: signer.service, key: key))
            return key
        }
    }
}
