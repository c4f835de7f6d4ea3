internal import CLinux
internal import Glibc

/// A listening TCP socket on a loop.
public final class TCPListener: Sendable {
    /// Where it listens; the port is the real one.
    public let localAddress: SocketAddress
    private let channel: Channel
    private let reserve: ReserveDescriptor

    /// Listens at the address; port 0 chooses a free one.
    ///
    /// `backlog` connections may wait to be accepted.
    public static func bind(
        to address: SocketAddress,
        on loop: EventLoop,
        backlog: Int32 = 1_024
    ) throws(SocketError) -> TCPListener {
        let descriptor = try SocketOption.makeSocket(.bind, for: address)
        // From here on the channel closes the descriptor when something fails.
        let channel = Channel(descriptor, at: address, on: loop)
        let name = address.description
        try SystemCall.perform(.bind, on: name) {
            SocketOption.set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
        }
        try SystemCall.perform(.bind, on: name) {
            address.withSystemAddress { Glibc.bind(descriptor, $0, $1) }
        }
        try SystemCall.perform(.listen, on: name) { listen(descriptor, backlog) }
        let bound = try SocketAddress.ofSocket(descriptor) ?? address
        return TCPListener(channel, at: bound)
    }

    private init(_ channel: Channel, at address: SocketAddress) {
        self.channel = channel
        localAddress = address
        reserve = ReserveDescriptor()
    }

    deinit { close() }

    /// The loop on whose thread it accepts.
    public var loop: EventLoop { channel.loop }

    /// How many connections were closed at once because no descriptor was left for them.
    public var refusedCount: Int { reserve.useCount }

    /// Waits for the next connection, which will live on `loop`.
    ///
    /// To be called on the listener's own loop.
    public func accept(for loop: EventLoop) async throws(SocketError) -> TCPStream {
        while true {
            do throws(SocketError) {
                if let stream = try acceptNow(for: loop) { return stream }
                try await channel.wait(.accept, .reading)
            } catch {
                try await recover(from: error)
            }
        }
    }

    /// Stops listening; a pending `accept` throws `closed`.
    ///
    /// From any thread.
    public func close() {
        let channel = channel
        if loop.isCurrent {
            channel.close()
        } else {
            loop.execute { channel.close() }
        }
    }

    private func acceptNow(for loop: EventLoop) throws(SocketError) -> TCPStream? {
        var accepted: Int32?
        let flags = Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let remote = try SocketAddress.written { (address, length) throws(SocketError) in
            accepted = try channel.attempt(.accept, .reading) {
                accept4($0, address, length, flags)
            }
        }
        guard let accepted else { return nil }
        SocketOption.setNoDelay(accepted)
        SocketOption.limitUnsent(accepted)
        return TCPStream(adopting: accepted, to: remote ?? localAddress, on: loop)
    }

    private func recover(from error: SocketError) async throws(SocketError) {
        switch AcceptFault(error.reason) {
        case .ofConnection: return
        case .ofListener: throw error
        case .ofResources:
            reserve.refuseOne(from: channel.descriptor)
            do {
                try await loop.sleep(until: loop.now.advanced(by: Self.pauseWithoutDescriptors))
            } catch {
                throw SocketError(.accept, localAddress.description, .cancelled)
            }
        }
    }

    private static let pauseWithoutDescriptors = Duration.milliseconds(20)
}
