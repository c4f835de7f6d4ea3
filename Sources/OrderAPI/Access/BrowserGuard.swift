import Formats
import HTTP
import HTTPTypes

/// Keeps web pages away from a service without keys, which obeys whoever reaches its port: a browser reaches it for every
/// page that it shows.
///
/// A page has two ways. It calls us across origins: `Origin` and `Sec-Fetch-Site`, which no script can forge, tell. Or its
/// own name is made to mean our address (DNS rebinding), and we are of its origin: the host that is asked for tells. Where
/// there are keys, it keeps cookies to the service's own pages.
package struct BrowserGuard: Sendable {
    private let hosts: Hosts
    private let origins: CrossOrigin.Origins
    let scheme: Scheme

    /// What the service's own URLs begin with.
    package enum Scheme: String, Sendable {
        case http
        case https

        fileprivate var port: Substring { self == .http ? "80" : "443" }
    }

    /// Lets requests for these hosts pass, and the pages of these origins.
    package init(
        hosts: Hosts = Hosts(),
        origins: CrossOrigin.Origins = CrossOrigin.Origins(),
        scheme: Scheme = .http
    ) {
        (self.hosts, self.origins, self.scheme) = (hosts, origins, scheme)
    }

    /// Why a request is not obeyed.
    enum Objection: Equatable {
        /// It asks for a host that we need not be.
        case host(String)
        /// A page of that origin sends it.
        case origin(String)
        /// A page sends it that is this to us, in the words of `Sec-Fetch-Site`.
        case page(String)
    }

    /// What is wrong with a request, as far as its head tells; nil: nothing.
    func objection(to head: RequestHead) -> Objection? {
        // The target's host is what counts (RFC 9112 §3.2.2); where the field differs, somebody between us may heed that.
        if let host = head.targetAuthority, !hosts.allow(host) { return .host(host) }
        // A request without the field (HTTP/1.0) comes from no browser. Not the method itself: a closure around it would be
        // an object for every request.
        if !head.fields.allSatisfy(.host, { hosts.allow($0) }) {
            return .host(head.fields[.host] ?? "")
        }
        return head.method.onlyReads ? nil : objection(toSenderOf: head)
    }

    private func objection(toSenderOf head: RequestHead) -> Objection? {
        if head.fields.contains(.origin) {
            let named = head.fields.values(for: .origin)
            guard named.count == 1 else { return .origin(named.joined(separator: ", ")) }
            if origins.allows(named[0]) { return nil }
            guard isOwn(named[0], head.authority) else { return .origin(named[0]) }
        }
        guard head.fields.contains(.fetchSite) else { return nil }
        let foreign = head.fields.values(for: .fetchSite).first {
            $0 != "same-origin" && $0 != "none"
        }
        return foreign.map { .page($0) }
    }

    /// What is wrong with a request that has a cookie or asks for one; nil: nothing.
    ///
    /// Cookies are for the service's own pages, and pages of other origins that may read answers are none of those.
    func objection(toCookieOf head: RequestHead) -> Objection? {
        let sites = head.fields.values(for: .fetchSite)
        if let foreign = sites.first(where: { $0 != "same-origin" && $0 != "none" }) {
            return .page(foreign)
        }
        // The browser knows whose page it is, also where a proxy has made http of https, and another Host.
        guard !sites.contains("same-origin"), head.fields.contains(.origin) else { return nil }
        let named = head.fields.values(for: .origin)
        guard named.count == 1, isOwn(named[0], head.authority) else {
            return .origin(named.joined(separator: ", "))
        }
        return nil
    }

    /// Whether a page of that origin is one of ours.
    private func isOwn(_ origin: String, _ authority: String?) -> Bool {
        let start = "\(scheme.rawValue)://"
        guard let authority, origin.hasPrefix(start) else { return false }
        return spelt(origin.dropFirst(start.count)) == spelt(authority[...])
    }

    /// Host and port in one spelling: in lower case, without zeros before the port, and without the usual one.
    private func spelt(_ authority: Substring) -> String {
        let authority = authority.lowercased()
        guard let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") else {
            return authority
        }
        let port = authority[colon...].dropFirst().drop { $0 == "0" }
        let host = authority[..<colon]
        return port.isEmpty || port == scheme.port ? String(host) : "\(host):\(port)"
    }
}

extension BrowserGuard {
    /// The hosts that a request may ask for: any address, since no page's name is one, the loopback's names, and those
    /// that an operator names.
    package struct Hosts: Sendable, Equatable {
        /// In lower case, without port and last dot.
        private let names: Set<String>
        /// What the other names may end with: `.orders.internal`.
        private let endings: [String]
        private let areAll: Bool

        /// Addresses and the loopback's names.
        package init() { (names, endings, areAll) = ([], [], false) }

        /// Reads names with commas between; nil when one of them is none.
        ///
        /// A name may have a port, which does not matter. `*.example.com` stands for all names below that one, `*` for
        /// any name at all.
        package init?(_ text: String) {
            let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.filter { $0 != " " }
            }
            let hosts = parts.compactMap { Self.entry(of: $0) }
            // An operator who writes a colon means a port.
            guard hosts.count == parts.count, !parts.contains(where: { $0.hasSuffix(":") }) else {
                return nil
            }
            areAll = hosts.contains("*")
            names = Set(hosts.filter { !$0.hasPrefix("*") })
            endings = hosts.filter { $0.hasPrefix("*.") }.map { String($0.dropFirst()) }
        }

        /// Whether a request may ask for that host, which may have a port.
        func allow(_ authority: String) -> Bool { allow(authority.utf8.span) }

        /// The same of a text's bytes.
        func allow(_ authority: Span<UInt8>) -> Bool {
            if areAll { return true }
            guard let place = Self.host(in: authority) else { return false }
            let host = authority.extracting(place)
            if Self.isAddress(host) || host.isOfLoopback { return true }
            let name = String(decoding: host.indices.map { host[$0] }, as: UTF8.self).lowercased()
            return names.contains(name) || endings.contains { name.hasSuffix($0) && name != $0 }
        }

        /// Where in it the host is: what stands before a port, without the dot that ends a whole name; nil when the port is
        /// none.
        private static func host(in authority: Span<UInt8>) -> Range<Int>? {
            var end = 0
            if authority.first == UInt8(ascii: "[") {
                while end < authority.count, authority[end] != UInt8(ascii: "]") { end += 1 }
            }
            while end < authority.count, authority[end] != UInt8(ascii: ":") { end += 1 }
            // What they come to, HTTP's own rules have looked at.
            for place in authority.indices.dropFirst(end + 1) where !authority[place].isDigit {
                return nil
            }
            // "*." is no name, and no "*" either.
            let isWhole = end > 0 && authority[end - 1] == UInt8(ascii: ".")
            let isStar = end > 1 && authority[end - 2] == UInt8(ascii: "*")
            return 0..<(isWhole && !isStar ? end - 1 : end)
        }

        /// An IPv4 address in its usual form, or anything in brackets that is no future kind of address.
        private static func isAddress(_ host: Span<UInt8>) -> Bool {
            guard host.first == UInt8(ascii: "[") else { return isIPv4(host) }
            guard host.count > 1, host[host.count - 1] == UInt8(ascii: "]") else { return false }
            var hasColon = false
            for place in 1..<host.count - 1 {
                let isColon = host[place] == UInt8(ascii: ":")
                hasColon = hasColon || isColon
                guard
                    isColon || host[place] == UInt8(ascii: ".")
                        || host[place].hexadecimalValue != nil
                else { return false }
            }
            return hasColon
        }

        private static func isIPv4(_ host: Span<UInt8>) -> Bool {
            var (dots, digits, value) = (0, 0, 0)
            for place in host.indices {
                if host[place] == UInt8(ascii: "."), digits > 0 {
                    dots += 1
                    (digits, value) = (0, 0)
                } else {
                    guard host[place].isDigit else { return false }
                    digits += 1
                    value = value * 10 + Int(host[place] - UInt8(ascii: "0"))
                    guard digits <= 3, value <= 255 else { return false }
                }
            }
            return dots == 3 && digits > 0
        }

        /// What an operator names, in lower case; nil when it is no host, no ending of hosts and no `*`.
        private static func entry(of text: String) -> String? {
            let authority = text.utf8.span
            guard let place = host(in: authority) else { return nil }
            let entry = String(decoding: text.utf8.prefix(place.count), as: UTF8.self)
            let name =
                entry.utf8.starts(with: "*.".utf8) ? entry.utf8.dropFirst(2) : entry.utf8[...]
            let isName =
                name.first.map { $0 != UInt8(ascii: ".") } == true
                && name.allSatisfy { $0.isLetter || $0.isDigit || "-_.".utf8.contains($0) }
            let isHost = entry == "*" || isAddress(authority.extracting(place)) || isName
            return isHost ? entry.lowercased() : nil
        }
    }
}

extension Span<UInt8> {
    fileprivate var first: UInt8? { isEmpty ? nil : self[0] }

    /// Whether it is `localhost` or a name below it, which never leave the machine (RFC 6761 §6.3).
    fileprivate var isOfLoopback: Bool {
        let name: StaticString = "localhost"
        let start = count - name.utf8CodeUnitCount
        guard start == 0 || start > 1 && self[start - 1] == UInt8(ascii: ".") else { return false }
        return name.withUTF8Buffer { name in
            for place in name.indices where self[start + place] | 0x20 != name[place] {
                return false
            }
            return true
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
    fileprivate var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
}

extension HTTPRequest.Method {
    /// Whether nothing is changed by it, here and in any service: a page that cannot see the answer gains nothing.
    fileprivate var onlyReads: Bool { self == .get || self == .head || self == .options }
}

extension HTTPField.Name {
    // The literals are tokens.
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let host = HTTPField.Name("Host")!
    // swift-format-ignore: NeverForceUnwrap
    fileprivate static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
}

extension Problem {
    /// What a caller is told that the guard does not let pass.
    ///
    /// 403 and not 421 (RFC 9110 §15.5.20), which has clients try again on another connection.
    init(_ objection: BrowserGuard.Objection) {
        switch objection {
        case .host(let host):
            self.init(
                .foreignHost,
                "without API keys requests are answered that ask for localhost or an "
                    + "address, and for what http.allowedHosts names; this one asks for \(host)"
            )
        case .origin(let origin):
            self = .foreignOrigin("this one is a page of the origin \"\(origin)\"")
        case .page(let site):
            self = .foreignOrigin("this one is a page that is \(site) to it (Sec-Fetch-Site)")
        }
    }

    /// What a caller is told whose cookie the guard does not let pass.
    init(toCookie objection: BrowserGuard.Objection) {
        let page =
            switch objection {
            case .host(let host): "asks for \(host)"
            case .origin(let origin): "is a page of the origin \"\(origin)\""
            case .page(let site): "is a page that is \(site) to it (Sec-Fetch-Site)"
            }
        self.init(
            .foreignOrigin,
            "cookies are for the service's own pages alone; this one \(page). Others send Authorization: Bearer and a key"
        )
    }

    private static func foreignOrigin(_ sender: String) -> Problem {
        Problem(
            .foreignOrigin,
            "without API keys the service obeys its own pages and those of the origins "
                + "that http.corsOrigins names; \(sender)"
        )
    }
}
