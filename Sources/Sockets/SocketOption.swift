internal import CLinux
internal import Glibc

/// The calls that make and prepare sockets.
enum SocketOption {
    /// A TCP socket that never blocks and is not inherited by child processes.
    static func makeSocket(
        _ operation: SocketError.Operation,
        for address: SocketAddress
    ) throws(SocketError) -> Int32 {
        let type =
            Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
            | Int32(SOCK_CLOEXEC.rawValue)
        return try SystemCall.perform(operation, on: address.description) {
            socket(address.family, type, 0)
        }
    }

    /// Sends small segments at once: an answer must not wait for the peer's delayed acknowledgement.
    static func setNoDelay(_ descriptor: Int32) {
        // Fails only when the peer has gone already, and then the next call says so.
        _ = set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
    }

    /// Takes no more from us than the peer has room for, but for 16 KiB: a peer that does not read must not make us fill
    /// the kernel's megabytes for it.
    static func limitUnsent(_ descriptor: Int32) {
        _ = set(descriptor, Int32(IPPROTO_TCP), TCP_NOTSENT_LOWAT, 16_384)
    }

    static func set(_ descriptor: Int32, _ level: Int32, _ name: Int32, _ value: Int32) -> Int32 {
        var value = value
        return setsockopt(descriptor, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Takes the pending error of a socket; 0 is none.
    static func takeError(_ descriptor: Int32) -> Int32 {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &value, &length) == 0 else {
            return errno
        }
        return value
    }
}

extension SocketAddress {
    /// The address that the socket is bound to.
    static func ofSocket(_ descriptor: Int32) throws(SocketError) -> SocketAddress? {
        try written { (address, length) throws(SocketError) in
            try SystemCall.perform(.open, on: "descriptor \(descriptor)") {
                getsockname(descriptor, address, length)
            }
        }
    }
}
