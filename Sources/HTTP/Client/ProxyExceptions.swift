internal import Sockets

/// The hosts that are reached without a proxy: `NO_PROXY`, by curl's rules and, for ports, Python's.
///
/// `*` is every host; `example.com` and `.example.com` are that name and all below it; an address is itself,
/// a block such as `10.0.0.0/8` or `fd00::/8` every address in it. An entry may end in a port, which must be
/// the call's then. Names are not resolved for it: an address does not match the name that has it.
struct ProxyExceptions: Sendable, Hashable {
    private enum Entry: Hashable {
        case all
        case name(String, port: UInt16?)
        case block(AddressBlock, port: UInt16?)
    }

    private var entries: [Entry] = []

    /// Reads entries with commas or spaces between; the setting's name is for the fault.
    init(_ text: String, setting: String) throws(Proxy.Fault) {
        for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            try entries.append(Self.entry(word, setting))
        }
    }

    /// None.
    init() {}

    func contain(host: String, port: Int) -> Bool {
        let name = host.hasSuffix(".") ? host.dropLast().lowercased() : host.lowercased()
        let ip = IPAddress(name)
        return entries.contains { entry in
            switch entry {
            case .all: true
            case .name(let suffix, let only):
                (only == nil || Int(only ?? 0) == port)
                    && (name == suffix || ip == nil && name.hasSuffix(".\(suffix)"))
            case .block(let block, let only):
                (only == nil || Int(only ?? 0) == port) && ip.map(block.contains) == true
            }
        }
    }

    private static func entry(
        _ word: Substring,
        _ setting: String
    ) throws(Proxy.Fault) -> Entry {
        if word == "*" { return .all }
        if word.contains("/") {
            guard let block = AddressBlock(word) else {
                throw Proxy.Fault(
                    setting,
                    "has the entry \(word), which is no block of addresses; write 10.0.0.0/8 or "
                        + "fd00::/8"
                )
            }
            return .block(block, port: nil)
        }
        // A star for what stands below a name is what the name alone means.
        let bare = word.hasPrefix("*.") ? word.dropFirst(2) : word.drop { $0 == "." }
        let trimmed = bare.hasSuffix(".") ? bare.dropLast() : bare
        guard let place = HostAndPort(trimmed), place.isHost, !place.hasBadPort else {
            throw Proxy.Fault(
                setting,
                "has the entry \(word), which is no host; write names, addresses or blocks with "
                    + "commas between"
            )
        }
        if let ip = IPAddress(place.host) { return .block(AddressBlock(ip), port: place.port) }
        return .name(place.host, port: place.port)
    }
}
