/// A connection that carries bytes both ways: TCP, or TLS over it.
///
/// A stream belongs to a loop and is used on that loop's thread alone, but for `close`. One task may read
/// while another writes; two may not read, or write, at once. Cancelling a task that waits in a stream makes
/// the wait throw `cancelled`; the stream itself stays as it is.
public protocol ByteStream: AnyObject, Sendable {
    var loop: EventLoop { get }

    var remoteAddress: SocketAddress { get }

    /// When pending and later reads and writes throw `timedOut`; nil: never.
    ///
    /// Moving it costs next to nothing.
    var deadline: ContinuousClock.Instant? { get set }

    /// Appends what has arrived, or arrives next, to `buffer`: at most `limit` bytes and at least
    /// one; 0 is the end of the stream.
    ///
    /// No memory is held while it waits.
    func read(into buffer: inout [UInt8], limit: Int) async throws(SocketError) -> Int

    /// Whether a connection that nobody uses is open still and has nothing to say; it asks and does not wait.
    ///
    /// One that is not quiet has lost bytes by this and is to be closed.
    func isQuiet() -> Bool

    /// Returns once the peer sends nothing more, be it that it has hung up or only ended its bytes, when the stream is closed,
    /// or when the task is cancelled.
    ///
    /// Bytes that have arrived stay. One task waits so at a time; another may read or write meanwhile.
    func whenPeerEnded() async

    /// Writes all the bytes, of which no copy is made.
    ///
    /// After an error it is unknown how many were.
    func write(_ bytes: ArraySlice<UInt8>) async throws(SocketError)

    /// Runs `body`, during which a cancellation of this task ends the waits in this stream, now and later.
    ///
    /// It is the same without this, but every wait would look out for it anew; a connection that is served waits often.
    func withOneLookout<Result>(_ body: () async -> Result) async -> Result

    /// Ends this side's bytes; the peer reads their end.
    ///
    /// Reading goes on.
    func shutdownWrite() async throws(SocketError)

    /// Closes the connection; a pending wait throws `closed`.
    ///
    /// Any thread may call it, any number of times.
    func close()
}

extension ByteStream {
    /// Writes all the bytes.
    public func write(_ bytes: [UInt8]) async throws(SocketError) {
        try await write(bytes[...])
    }
}
