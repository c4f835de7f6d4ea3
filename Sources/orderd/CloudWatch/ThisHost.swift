import Glibc

/// What this machine or container calls itself.
enum ThisHost {
    /// The kernel's name for it, which nobody is asked for; empty when it has none.
    static var name: String {
        var bytes = [CChar](repeating: 0, count: 256)
        guard gethostname(&bytes, bytes.count - 1) == 0 else { return "" }
        let name = bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: name, as: UTF8.self)
    }
}
