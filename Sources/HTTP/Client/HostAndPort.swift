internal import Sockets

/// A host, perhaps with a port: `example.com:443`, `[2001:db8::1]:443`, `2001:db8::1`.
package struct HostAndPort: Hashable {
    /// Without brackets and in lower case.
    package let host: String
    /// nil when there is none.
    package let port: UInt16?
    /// Whether what stands behind the colon is no port.
    package let hasBadPort: Bool

    /// Whether the host is an address or could be a name.
    package var isHost: Bool {
        IPAddress(host) != nil || !host.isEmpty && host.utf8.allSatisfy(Self.nameBytes.contains)
    }

    private static let nameBytes = Set("abcdefghijklmnopqrstuvwxyz0123456789-._".utf8)

    /// nil for brackets that do not close.
    package init?(_ text: some StringProtocol) {
        var (name, rest) = (text.lowercased()[...], ""[...])
        if name.hasPrefix("[") {
            guard let end = name.firstIndex(of: "]") else { return nil }
            rest = name[name.index(after: end)...]
            name = name[..<end].dropFirst()
            guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
        } else if let colon = name.firstIndex(of: ":"), IPAddress(String(name)) == nil {
            (name, rest) = (name[..<colon], name[colon...])
        }
        host = String(name)
        port = UInt16(rest.dropFirst())
        hasBadPort = !rest.isEmpty && port == nil
    }
}
