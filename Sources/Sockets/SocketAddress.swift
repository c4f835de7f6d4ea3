internal import CLinux
internal import Glibc

/// Where a socket is bound or connected: an address and a port.
public struct SocketAddress: Sendable, Hashable {
    /// The machine, or one of its addresses.
    public var ip: IPAddress
    /// The port; 0 lets the kernel choose a free one.
    public var port: UInt16

    public init(ip: IPAddress, port: UInt16) {
        self.ip = ip
        self.port = port
    }

    /// An address literal or `localhost` with a port; nil for a name that would need resolving.
    public init?(host: String, port: UInt16) {
        if Self.isLocalhost(host) {
            self.init(ip: .loopback, port: port)
        } else if let ip = IPAddress(host) {
            self.init(ip: ip, port: port)
        } else {
            return nil
        }
    }

    /// RFC 6761 §6.3: `localhost` and what stands below it never leaves the machine.
    static func isLocalhost(_ host: String) -> Bool {
        let name = host.lowercased()
        return name == "localhost" || name.hasSuffix(".localhost")
    }
}

extension SocketAddress: CustomStringConvertible {
    /// As in a URL: `192.0.2.1:80`, `[2001:db8::1]:80`.
    public var description: String {
        switch ip {
        case .v4: "\(ip):\(port)"
        case .v6: "[\(ip)]:\(port)"
        }
    }
}

extension SocketAddress {
    var family: Int32 {
        switch ip {
        case .v4: AF_INET
        case .v6: AF_INET6
        }
    }

    /// Calls `body` with the address as the kernel wants it.
    func withSystemAddress<Result>(
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        var storage = sockaddr_storage()
        return withUnsafeMutableBytes(of: &storage) { bytes in
            let length = write(to: bytes)
            // A sockaddr_storage is aligned for, and as large as, every kind of sockaddr, and its
            // buffer is never empty.
            // swift-format-ignore: NeverForceUnwrap
            let address = UnsafeRawPointer(bytes.baseAddress!).assumingMemoryBound(
                to: sockaddr.self
            )
            return body(address, socklen_t(length))
        }
    }

    private func write(to bytes: UnsafeMutableRawBufferPointer) -> Int {
        switch ip {
        case .v4(let bits):
            var four = sockaddr_in()
            four.sin_family = sa_family_t(AF_INET)
            four.sin_port = port.bigEndian
            four.sin_addr.s_addr = bits.bigEndian
            bytes.storeBytes(of: four, as: sockaddr_in.self)
            return MemoryLayout<sockaddr_in>.size
        case .v6(let high, let low, let scope):
            var six = sockaddr_in6()
            six.sin6_family = sa_family_t(AF_INET6)
            six.sin6_port = port.bigEndian
            six.sin6_addr = in6_addr(high: high, low: low)
            six.sin6_scope_id = scope
            bytes.storeBytes(of: six, as: sockaddr_in6.self)
            return MemoryLayout<sockaddr_in6>.size
        }
    }

    /// What the kernel wrote; nil for a family that is neither IPv4 nor IPv6.
    init?(_ bytes: UnsafeRawBufferPointer) {
        switch Int32(bytes.loadUnaligned(as: sa_family_t.self)) {
        case AF_INET:
            let four = bytes.loadUnaligned(as: sockaddr_in.self)
            let ip = IPAddress.v4(UInt32(bigEndian: four.sin_addr.s_addr))
            self.init(ip: ip, port: UInt16(bigEndian: four.sin_port))
        case AF_INET6:
            let six = bytes.loadUnaligned(as: sockaddr_in6.self)
            let ip = IPAddress(six.sin6_addr, scope: six.sin6_scope_id)
            self.init(ip: ip, port: UInt16(bigEndian: six.sin6_port))
        default:
            return nil
        }
    }

    /// The address that `call` writes, as accept, getsockname and getpeername do.
    static func written<Failure: Error>(
        by call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) throws(Failure)
            -> Void
    ) throws(Failure) -> SocketAddress? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        try withUnsafeMutablePointer(to: &storage) { (pointer) throws(Failure) in
            // A sockaddr_storage begins as every kind of sockaddr does; both are trivial.
            try call(
                UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: sockaddr.self),
                &length
            )
        }
        return withUnsafeBytes(of: storage) { SocketAddress($0) }
    }
}
