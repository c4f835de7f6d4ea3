import Sockets

/// The variables that nobody set: Kubernetes' for the Services of a namespace, and Docker's for legacy links.
///
/// Those of a Service named `orderd` or `orderd-http` begin as the settings' own do. They are known by name and value
/// together, as kubelet (`envvars.FromServices`) and Docker write them.
enum ServiceLinks {
    /// The environment without them.
    static func removed(from environment: [String: String]) -> [String: String] {
        environment.filter { name, value in
            !name.hasPrefix("ORDERD_") || !isOne(name, value, environment)
        }
    }

    private static func isOne(
        _ name: String,
        _ value: String,
        _ environment: [String: String]
    ) -> Bool {
        let words = name.split(separator: "_", omittingEmptySubsequences: false)
        // The Service's own name may hold any of the words: orderd-port is ORDERD_PORT.
        return words.indices.dropFirst().contains { end in
            let rest = Array(words[end...])
            return isOfService(rest, value)
                || isOfLink(rest, value) && (end == 1 || isLinked(words[..<end], environment))
        }
    }

    /// What stands behind the Service's name, and its value.
    private static func isOfService(_ words: [Substring], _ value: String) -> Bool {
        switch (words.first, words.count) {
        case ("SERVICE", 2) where words[1] == "HOST": return isAddress(value)
        case ("SERVICE", 2...) where words[1] == "PORT":
            return port(value) != nil && !words.contains("")
        case ("PORT", 1): return Endpoint(value) != nil
        case ("PORT", 3...): return isOfPort(words, value)
        default: return false
        }
    }

    /// `PORT_8080_TCP` and what there is besides: `_ADDR`, `_PORT`, `_PROTO`, and of Docker's ranges both ends.
    private static func isOfPort(_ words: [Substring], _ value: String) -> Bool {
        let scheme = words[2].lowercased()
        guard let number = port(words[1]), words[2] == scheme.uppercased(),
            Endpoint.schemes.contains(scheme)
        else { return false }
        switch words[3...].joined(separator: "_") {
        case "": return words.count == 3 && Endpoint(value) == Endpoint(scheme, number)
        case "ADDR": return isAddress(value)
        case "PORT": return port(value) == number
        case "PROTO": return value == scheme
        case "START", "END": return Endpoint(value)?.scheme == scheme
        case "PORT_START", "PORT_END": return port(value) != nil
        default: return false
        }
    }

    /// Docker's name of a link, such as `/shop/orderd`, and the other container's own variables.
    private static func isOfLink(_ words: [Substring], _ value: String) -> Bool {
        if words == ["NAME"] {
            let parts = value.split(separator: "/", omittingEmptySubsequences: false)
            return parts.count == 3 && parts[0].isEmpty && !parts[1].isEmpty && !parts[2].isEmpty
        }
        return words.first == "ENV" && words.count > 1
    }

    /// Whether there is a link of that name: a setting's name may end like one of its variables.
    private static func isLinked(
        _ name: ArraySlice<Substring>,
        _ environment: [String: String]
    ) -> Bool {
        environment[name.joined(separator: "_") + "_PORT"].flatMap { Endpoint($0) } != nil
    }

    /// `tcp://10.0.0.1:8080`.
    private struct Endpoint: Equatable {
        static let schemes: Set = ["tcp", "udp", "sctp"]

        let scheme: String
        let port: UInt16

        init(_ scheme: String, _ port: UInt16) { (self.scheme, self.port) = (scheme, port) }

        init?(_ text: String) {
            let parts = text.split(separator: "://", omittingEmptySubsequences: false)
            guard parts.count == 2, Self.schemes.contains(String(parts[0])),
                let colon = parts[1].lastIndex(of: ":"),
                let port = ServiceLinks.port(parts[1][colon...].dropFirst())
            else { return nil }
            let host = parts[1][..<colon]
            let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
            let address = isBracketed ? host.dropFirst().dropLast() : host
            guard isBracketed == address.contains(":"), isAddress(String(address)) else {
                return nil
            }
            self.init(String(parts[0]), port)
        }
    }

    private static func isAddress(_ text: String) -> Bool { IPAddress(text) != nil }

    private static func port(_ text: some StringProtocol) -> UInt16? {
        guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = UInt16(text),
            number > 0
        else { return nil }
        return number
    }
}
