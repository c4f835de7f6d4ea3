internal import CLinux
internal import Glibc

/// A TCP connection on a loop.
public final class TCPStream: ByteStream {
    /// The peer, as it was when the connection was made.
    public let remoteAddress: SocketAddress
    @usableFromInline let channel: Channel

    /// Takes over a connected, non-blocking descriptor.
    init(adopting descriptor: Int32, to remoteAddress: SocketAddress, on loop: EventLoop) {
        self.remoteAddress = remoteAddress
        channel = Channel(descriptor, at: remoteAddress, on: loop)
    }

    deinit { close() }

    public var loop: EventLoop { channel.loop }

    /// When waits and calls throw `timedOut`.
    public var deadline: ContinuousClock.Instant? {
        get { channel.deadline }
        set {
            loop.preconditionIsCurrent()
            channel.deadline = newValue
        }
    }

    /// Tries `recv` first, unless the last one showed that nothing is left, and then waits.
    // A part of its caller, as `write` is: only the wait is a call that may suspend, and has a frame.
    @inlinable
    @inline(__always)
    public func read(into buffer: inout [UInt8], limit: Int) async throws(SocketError) -> Int {
        precondition(limit > 0, "a read of nothing could not be told from the end")
        while true {
            if let count = try receive(into: &buffer, limit: limit) {
                if channel.isGreedy() { await Task.yield() }
                return count
            }
            try await channel.wait(.read, .reading)
        }
    }

    /// Whether the kernel has nothing for us, not even the end.
    public func isQuiet() -> Bool {
        var bytes: [UInt8] = []
        do throws(SocketError) {
            return try readNow(into: &bytes, limit: 1) == nil
        } catch {
            return false
        }
    }

    /// Returns when the kernel has seen the peer's FIN or a reset.
    public func whenPeerEnded() async { await channel.whenEnded() }

    /// Takes what has arrived, without a wait: at most `limit` bytes; nil when nothing has, 0 is the end.
    public func readNow(into buffer: inout [UInt8], limit: Int) throws(SocketError) -> Int? {
        channel.markUnknown()
        return try receive(into: &buffer, limit: limit)
    }

    /// Writes all the bytes, waiting whenever the kernel's buffer is full.
    @inlinable
    @inline(__always)
    public func write(_ bytes: ArraySlice<UInt8>) async throws(SocketError) {
        var written = bytes.startIndex
        while written < bytes.endIndex {
            if let count = try send(bytes[written...]) {
                written += count
                if channel.isGreedy() { await Task.yield() }
            } else {
                try await channel.wait(.write, .writing)
            }
        }
    }

    /// Looks out for the task's cancellation once.
    public func withOneLookout<Result>(_ body: () async -> Result) async -> Result {
        await channel.withOneLookout(body)
    }

    /// Sends FIN after what has been written.
    public func shutdownWrite() async throws(SocketError) {
        try channel.perform(.shutDown) { shutdown($0, Int32(SHUT_WR)) }
    }

    /// Closes the descriptor on the loop's thread.
    public func close() {
        let channel = channel
        if loop.isCurrent {
            channel.close()
        } else {
            loop.execute { channel.close() }
        }
    }

    /// What has arrived goes through the loop's scratch memory; nil when nothing has.
    @usableFromInline
    func receive(into buffer: inout [UInt8], limit: Int) throws(SocketError) -> Int? {
        let scratch = loop.scratch
        let wanted = min(limit, scratch.count)
        let count = try channel.attempt(.read, .reading) {
            recv($0, scratch.baseAddress, wanted, 0)
        }
        guard let count else { return nil }
        buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: scratch[..<count]))
        // A short read took all there was; a read of nothing is the end, which stays readable.
        if count > 0, count < wanted { channel.markDrained() }
        return count
    }

    @usableFromInline
    func send(_ bytes: ArraySlice<UInt8>) throws(SocketError) -> Int? {
        try channel.attempt(.write, .writing) { descriptor in
            bytes.withUnsafeBytes { buffer in
                Glibc.send(
                    descriptor,
                    buffer.baseAddress,
                    buffer.count,
                    // Without it a peer that has gone would end the process with SIGPIPE.
                    Int32(MSG_NOSIGNAL)
                )
            }
        }
    }
}

extension TCPStream {
    public var localAddress: SocketAddress? {
        loop.preconditionIsCurrent()
        return try? SocketAddress.ofSocket(channel.descriptor)
    }
}
