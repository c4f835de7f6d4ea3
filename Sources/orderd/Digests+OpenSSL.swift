import OpenSSL
import StatesLanguage

extension Digests {
    static let openSSL = Digests { algorithm, bytes in
        switch algorithm {
        case .md5: Digest.md5(bytes)
        case .sha1: Digest.sha1(bytes)
        case .sha256: Digest.sha256(bytes)
        case .sha384: Digest.sha384(bytes)
        case .sha512: Digest.sha512(bytes)
        }
    }
}
