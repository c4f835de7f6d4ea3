internal import Sockets

/// Which hosts a client may call for somebody else, and which addresses it may dial for them.
///
/// A host has to be named; what its name means is looked up once, every address of it has to be a public one or allowed,
/// and only these are dialled: a name that means another address a moment later changes nothing.
public struct HostRules: Sendable, Hashable {
    /// What an operator sets to change them.
    public let setting: String
    private let entries: [Entry]

    /// What one entry allows.
    struct Entry: Hashable {
        let scheme: ClientRequest.Scheme
        let pattern: Pattern
        /// nil: the scheme's own, and of hosts that are not named one by one any.
        let port: Int?
    }

    enum Pattern: Hashable {
        /// Every public host.
        case any
        case name(String)
        /// Every name that ends with a dot and that name.
        case below(String)
        case address(IPAddress)
        /// Hosts that are written as addresses of it; its addresses may be dialled for other hosts too.
        case block(AddressBlock)
    }

    /// Reads entries with commas between; nil when one is none, and for the empty text one that allows nothing.
    ///
    /// `api.example.com`, `*.example.com:8443`, `10.0.0.0/8`, `*`, and with `http://` in front of it what may be called in
    /// plain text.
    public init?(_ text: String, setting: String) {
        self.setting = setting
        guard !text.allSatisfy(\.isWhitespace) else {
            entries = []
            return
        }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let entries = parts.map { Entry($0.filter { !$0.isWhitespace }.lowercased()) }
        guard entries.allSatisfy({ $0 != nil }) else { return nil }
        self.entries = entries.compactMap(\.self)
    }

    /// Rules by which nothing may be called.
    public init(setting: String) {
        self.setting = setting
        entries = []
    }

    public var isEmpty: Bool { entries.isEmpty }

    /// Why a host may not be called, as a sentence; nil when it may.
    public func objection(
        to scheme: ClientRequest.Scheme,
        host: String,
        port: Int
    ) -> String? {
        if Self.isOddNumber(host) {
            return
                "\(host) is a number that programs read in different ways; an address is written as 192.0.2.1"
        }
        guard !entries.contains(where: { $0.allows(scheme, host, port) }) else { return nil }
        let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        let place = port == scheme.defaultPort ? name : "\(name):\(port)"
        if scheme == .http {
            return
                "\(setting) does not let \(place) be called in plain text; write http://\(place) there if that is meant"
        }
        return "\(setting) does not let \(place) be called; add it there if that is meant"
    }

    /// Why one of a host's addresses may not be dialled, as a sentence; nil when all may.
    func objection(
        to addresses: [IPAddress],
        of scheme: ClientRequest.Scheme,
        host: String,
        port: Int
    ) -> String? {
        for ip in addresses {
            let kind = AddressKind(ip)
            guard kind != .global, !lifts(kind, ip, scheme, host, port) else { continue }
            let what = IPAddress(host) == nil ? "\(host) is at \(ip), which" : host
            let way =
                kind == .metadata
                ? "add \(ip)/\(ip.bytes.count * 8)"
                : "add a block such as \(ip)/\(ip.bytes.count * 8)"
            return
                "\(what) is no public address (\(kind.rawValue)); \(way) to \(setting) if that is meant"
        }
        return nil
    }

    /// Whether an entry allows an address that is no public one.
    private func lifts(
        _ kind: AddressKind,
        _ ip: IPAddress,
        _ scheme: ClientRequest.Scheme,
        _ host: String,
        _ port: Int
    ) -> Bool {
        entries.contains { entry in
            switch entry.pattern {
            case .any, .below: return false
            // RFC 6761 §6.3: whoever names it means this machine.
            case .name(let name):
                return kind == .loopback && SocketAddress(host: name, port: 0) != nil
                    && entry.allows(scheme, host, port)
            case .address(let address):
                return address == ip && entry.allows(scheme, host, port)
            // Whoever allows a network does not mean the keys of this machine.
            case .block(let block):
                return block.contains(ip) && (kind != .metadata || block.isOneAddress)
            }
        }
    }

    /// Whether a host's last label is a number, which makes it an address for who reads it as inet_aton does
    /// (`127.1`, `0x7f.1`, `2130706433`), and it is none in the usual form.
    static func isOddNumber(_ host: String) -> Bool {
        guard IPAddress(host) == nil else { return false }
        let labels = host.split(separator: ".", omittingEmptySubsequences: true)
        guard let last = labels.last?.lowercased() else { return false }
        if last.hasPrefix("0x") { return last.dropFirst(2).allSatisfy(\.isHexDigit) }
        return last.allSatisfy { ("0"..."9").contains($0) }
    }
}

extension HostRules.Entry {
    /// Reads one entry in lower case.
    init?(_ text: String) {
        var rest = text[...]
        var scheme = ClientRequest.Scheme.https
        if let end = text.firstRange(of: "://") {
            guard let named = ClientRequest.Scheme(rawValue: String(text[..<end.lowerBound])) else {
                return nil
            }
            scheme = named
            rest = rest[end.upperBound...]
        }
        self.scheme = scheme
        if let block = AddressBlock(rest) {
            (pattern, port) = (.block(block), nil)
            return
        }
        let isWild = rest.hasPrefix("*")
        // The parser of hosts knows no stars.
        guard let place = HostAndPort(isWild ? "x" + rest.dropFirst() : rest), place.isHost,
            !place.hasBadPort, place.port != 0, !HostRules.isOddNumber(place.host)
        else { return nil }
        port = place.port.map(Int.init)
        if isWild {
            guard place.host != "x" else {
                pattern = .any
                return
            }
            guard place.host.hasPrefix("x."), place.host.count > 2 else { return nil }
            pattern = .below(String(place.host.dropFirst(2)))
        } else {
            pattern = IPAddress(place.host).map { .address($0) } ?? .name(place.host)
        }
    }

    func allows(_ scheme: ClientRequest.Scheme, _ host: String, _ port: Int) -> Bool {
        guard scheme == self.scheme else { return false }
        let isOwnPort = port == self.port ?? scheme.defaultPort
        let isAnyPort = self.port == nil || self.port == port
        switch pattern {
        case .any: return isAnyPort
        case .name(let name): return isOwnPort && host.lowercased() == name
        case .below(let name): return isOwnPort && host.lowercased().hasSuffix(".\(name)")
        case .address(let address): return isOwnPort && IPAddress(host) == address
        case .block(let block): return isAnyPort && IPAddress(host).map(block.contains) ?? false
        }
    }
}
