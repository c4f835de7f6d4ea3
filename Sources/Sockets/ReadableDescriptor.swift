internal import Glibc

/// A descriptor that is no socket, on a loop: the reading end of a pipe, or a process's pidfd.
///
/// It is used on the loop's thread alone, but for `close`.
package final class ReadableDescriptor: Sendable {
    private let channel: Channel

    /// Takes over a descriptor that epoll can watch and that does not block.
    package init(adopting descriptor: Int32, on loop: EventLoop) {
        // The address is for messages, and no error of this one is told with it.
        channel = Channel(descriptor, at: SocketAddress(ip: .loopback, port: 0), on: loop)
        // Until epoll has reported it, nothing is known of it.
        channel.markDrained()
    }

    deinit { close() }

    /// When a wait throws `timedOut`; nil: never.
    package var deadline: ContinuousClock.Instant? {
        get { channel.deadline }
        set { channel.deadline = newValue }
    }

    /// Waits until there is something to read, or for a pidfd until its process has ended.
    package func waitUntilReadable() async throws(SocketError) {
        try await channel.wait(.read, .reading)
    }

    /// Appends what arrives next to `buffer`: at most `limit` bytes and at least one; 0 is the end.
    package func read(into buffer: inout [UInt8], limit: Int) async throws(SocketError) -> Int {
        while true {
            try await channel.wait(.read, .reading)
            if let count = try receive(into: &buffer, limit: limit) {
                if channel.isGreedy() { await Task.yield() }
                return count
            }
        }
    }

    /// Appends what has arrived, without a wait: at most `limit` bytes; nil when nothing has, 0 is the end.
    package func readNow(into buffer: inout [UInt8], limit: Int) throws(SocketError) -> Int? {
        channel.markUnknown()
        return try receive(into: &buffer, limit: limit)
    }

    /// Closes the descriptor on the loop's thread.
    package func close() {
        let channel = channel
        if channel.loop.isCurrent {
            channel.close()
        } else {
            channel.loop.execute { channel.close() }
        }
    }

    private func receive(into buffer: inout [UInt8], limit: Int) throws(SocketError) -> Int? {
        let scratch = channel.loop.scratch
        let wanted = min(limit, scratch.count)
        let count = try channel.attempt(.read, .reading) {
            Glibc.read($0, scratch.baseAddress, wanted)
        }
        guard let count else { return nil }
        buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: scratch[..<count]))
        return count
    }
}
