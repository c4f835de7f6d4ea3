internal import CLinux
internal import Glibc

extension TCPStream {
    /// Connects to a name or an address literal.
    ///
    /// The name is resolved off the loop, anew for each connection. Its addresses are tried in turn until
    /// one answers, those that keep silent beside the next ones (`AddressRace`). To be called on the loop;
    /// the stream lives there.
    public static func connect(
        to host: String,
        port: UInt16,
        on loop: EventLoop,
        deadline: ContinuousClock.Instant? = nil
    ) async throws(SocketError) -> TCPStream {
        let addresses = try await HostResolver.system.addresses(
            of: host,
            on: loop,
            deadline: deadline
        )
        return try await connect(
            to: host,
            at: addresses,
            port: port,
            on: loop,
            deadline: deadline
        )
    }

    /// Connects to a host whose addresses are known already, and to none but these.
    public static func connect(
        to host: String,
        at addresses: [IPAddress],
        port: UInt16,
        on loop: EventLoop,
        deadline: ContinuousClock.Instant? = nil
    ) async throws(SocketError) -> TCPStream {
        guard addresses.count > 1 else {
            guard let ip = addresses.first else {
                throw SocketError(.connect, host, .unresolved("the name has no address"))
            }
            return try await connect(
                to: SocketAddress(ip: ip, port: port),
                on: loop,
                deadline: deadline
            )
        }
        return try await connect(toFirstOf: addresses, port: port, on: loop, deadline: deadline)
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
}

// One of several addresses.
extension TCPStream {
    private enum Event: Sendable {
        case connected(TCPStream)
        case failed(SocketError)
        /// Nobody had answered for a while after so many beginnings.
        case paused(after: Int)
    }

    /// Connects to the address that answers first; the last failure when none does.
    static func connect(
        toFirstOf addresses: [IPAddress],
        port: UInt16,
        on loop: EventLoop,
        deadline: ContinuousClock.Instant?
    ) async throws(SocketError) -> TCPStream {
        let result = await withTaskGroup(of: Event.self) { group in
            let attempts = Attempts(port: port, loop: loop, deadline: deadline)
            let result = await attempts.run(AddressRace(addresses), in: &group)
            group.cancelAll()
            // One that answered as well is not needed.
            for await case .connected(let other) in group { other.close() }
            return result
        }
        return try result.get()
    }

    private struct Attempts {
        let port: UInt16
        let loop: EventLoop
        let deadline: ContinuousClock.Instant?

        func run(
            _ addresses: AddressRace,
            in group: inout TaskGroup<Event>
        ) async -> Result<TCPStream, SocketError> {
            var race = addresses
            var due = race.next()
            var failure = SocketError(.connect, "nowhere", .unresolved("there is no address"))
            while true {
                if let ip = due {
                    begin(SocketAddress(ip: ip, port: port), in: &group)
                    if race.hasMore { pause(after: race.begun, in: &group) }
                }
                guard race.open > 0, let event = await group.next() else {
                    return .failure(failure)
                }
                switch event {
                case .connected(let stream): return .success(stream)
                case .failed(let error) where error.isCancelled: return .failure(error)
                case .failed(let error):
                    failure = error
                    due = race.failed()
                case .paused(let begun): due = race.paused(after: begun)
                }
            }
        }

        private func begin(_ address: SocketAddress, in group: inout TaskGroup<Event>) {
            group.addTask(executorPreference: loop) { [loop, deadline] in
                do throws(SocketError) {
                    return .connected(
                        try await TCPStream.connect(to: address, on: loop, deadline: deadline)
                    )
                } catch {
                    return .failed(error)
                }
            }
        }

        private func pause(after begun: Int, in group: inout TaskGroup<Event>) {
            group.addTask(executorPreference: loop) { [loop] in
                // A pause that is cut short is one that nobody waits for.
                try? await loop.sleep(until: loop.now + AddressRace.pause)
                return .paused(after: begun)
            }
        }
    }
}
