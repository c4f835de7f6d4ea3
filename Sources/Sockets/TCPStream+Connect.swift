internal import CLinux
internal import Glibc

extension TCPStream {
    /// Connects to a name or an address literal.
    ///
    /// The name is resolved off the loop; its addresses are tried in turn, each with its share of
    /// the time that is left. To be called on the loop; the stream lives there.
    public static func connect(
        to host: String,
        port: UInt16,
        on loop: EventLoop,
        deadline: ContinuousClock.Instant? = nil
    ) async throws(SocketError) -> TCPStream {
        let addresses = try await Resolver.shared.resolve(host, on: loop, deadline: deadline)
        var failure = SocketError(.connect, host, .unresolved("the name has no address"))
        for (index, ip) in addresses.enumerated() {
            let share = share(of: deadline, on: loop, among: addresses.count - index)
            do throws(SocketError) {
                let address = SocketAddress(ip: ip, port: port)
                return try await connect(to: address, on: loop, deadline: share)
            } catch {
                failure = error
                if error.isCancelled { break }
            }
        }
        throw failure
    }

    public static func connect(
        to address: SocketAddress,
        on loop: EventLoop,
        deadline: ContinuousClock.Instant? = nil
    ) async throws(SocketError) -> TCPStream {
        loop.preconditionIsCurrent()
        let descriptor = try SocketOption.makeSocket(.connect, for: address)
        let stream = TCPStream(adopting: descriptor, to: address, on: loop)
        do throws(SocketError) {
            try await stream.finishConnecting(until: deadline)
        } catch {
            stream.close()
            throw error
        }
        return stream
    }

    private func finishConnecting(
        until deadline: ContinuousClock.Instant?
    ) async throws(SocketError) {
        channel.deadline = deadline
        let connected = try channel.attempt(.connect, .writing) { descriptor in
            remoteAddress.withSystemAddress { Glibc.connect(descriptor, $0, $1) }
        }
        if connected == nil {
            // Registered only now: epoll reports a hang-up for a socket that was never connected.
            channel.markConnecting()
            try await channel.wait(.connect, .writing)
            let error = SocketOption.takeError(channel.descriptor)
            guard error == 0 else {
                throw SocketError(.connect, remoteAddress.description, .system(errno: error))
            }
        }
        channel.deadline = nil
        SocketOption.setNoDelay(channel.descriptor)
    }

    /// The instant until which one of so many addresses may be tried.
    private static func share(
        of deadline: ContinuousClock.Instant?,
        on loop: EventLoop,
        among count: Int
    ) -> ContinuousClock.Instant? {
        guard let deadline else { return nil }
        return loop.now.advanced(by: loop.now.duration(to: deadline) / count)
    }
}
