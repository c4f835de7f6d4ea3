internal import COpenSSL
public import Sockets

/// A TLS connection over a TCP connection.
///
/// OpenSSL works between two memory buffers (BIOs) and never sees the socket: one `recv` brings several
/// records, every byte goes out with MSG_NOSIGNAL, and the waits, deadlines and cancellations are the TCP
/// stream's own. With the descriptor in its hands OpenSSL would call `read` twice a record and `write`
/// without protection from SIGPIPE.
///
/// `close` cuts the connection; `shutdownWrite` before it tells the peer that the bytes are complete.
public final class TLSStream: ByteStream, @unchecked Sendable {
    // Proof of Sendable: `transport` never changes; the rest is touched only on the loop's thread, which
    // each use of `transport` checks, and by `deinit`, when nobody else is left.

    private let transport: TCPStream
    let ssl: OpaquePointer
    /// What came from the peer and what is to go to it, encrypted.
    ///
    /// The SSL object owns both.
    private let incoming: OpaquePointer
    private let outgoing: OpaquePointer
    private var isFlushing = false
    /// Whether the end has come, or a failure: OpenSSL has more to say of it than that bytes are wanted.
    private var hasEnded = false
    /// What callbacks have told; the SSL object refers to it, and does not outlive the stream.
    let record: HandshakeRecord

    /// Largest piece that is encrypted before it is sent: bounds the memory of a large write.
    private static let pieceSize = 65_536
    /// Largest record that TLS knows.
    private static let recordSize = 16_384
    /// Most that is taken from the socket at once.
    private static let readSize = 65_536

    init(over transport: TCPStream, context: TLSContext) throws(TLSError) {
        ErrorQueue.clear()
        guard let ssl = SSL_new(context.pointer) else {
            throw TLSError("connection", .badConfiguration(ErrorQueue.takeReason()))
        }
        guard let incoming = BIO_new(BIO_s_mem()) else {
            SSL_free(ssl)
            throw TLSError("connection", .badConfiguration(ErrorQueue.takeReason()))
        }
        guard let outgoing = BIO_new(BIO_s_mem()) else {
            SSL_free(ssl)
            BIO_free(incoming)
            throw TLSError("connection", .badConfiguration(ErrorQueue.takeReason()))
        }
        SSL_set_bio(ssl, incoming, outgoing)
        self.transport = transport
        self.ssl = ssl
        self.incoming = incoming
        self.outgoing = outgoing
        record = HandshakeRecord(rootsSetting: context.rootsSetting)
        record.attach(to: ssl)
    }

    deinit {
        transport.close()
        SSL_free(ssl)
    }

    public var loop: EventLoop { transport.loop }

    public var remoteAddress: SocketAddress { transport.remoteAddress }

    public var deadline: ContinuousClock.Instant? {
        get { transport.deadline }
        set { transport.deadline = newValue }
    }

    /// Reads what the peer wrote; 0 only after the peer's close_notify.
    ///
    /// An end without it throws `truncated`: somebody may have cut the bytes.
    public func read(into buffer: inout [UInt8], limit: Int) async throws(SocketError) -> Int {
        precondition(limit > 0, "a read of nothing could not be told from the end")
        while true {
            switch decrypt(into: &buffer, limit: limit) {
            case .done(let count):
                try await flush()
                return count
            case .ended: return 0
            case .needsBytes: try await exchange()
            case .failed(let reason): throw failure(.read, reason)
            }
        }
    }

    /// Whether nothing has come but what TLS says among itself, such as a session to resume.
    public func isQuiet() -> Bool {
        while true {
            var bytes: [UInt8] = []
            guard case .needsBytes = decrypt(into: &bytes, limit: 1) else { return false }
            do throws(SocketError) {
                guard let count = try transport.readNow(into: &bytes, limit: Self.readSize) else {
                    return true
                }
                guard count > 0 else { return false }
                take(bytes)
            } catch {
                return false
            }
        }
    }

    /// Returns at the end of the TCP stream: a peer that says close_notify ends that as well.
    public func whenPeerEnded() async { await transport.whenPeerEnded() }

    /// Looks out for the task's cancellation once.
    public func withOneLookout<Result>(_ body: () async -> Result) async -> Result {
        await transport.withOneLookout(body)
    }

    public func write(_ bytes: ArraySlice<UInt8>) async throws(SocketError) {
        var written = bytes.startIndex
        while written < bytes.endIndex {
            switch encrypt(bytes[written...].prefix(Self.pieceSize)) {
            case .done(let count): written += count
            case .ended: throw failure(.write, .closed)
            case .needsBytes: try await exchange()
            case .failed(let reason): throw failure(.write, reason)
            }
            try await flush()
        }
    }

    /// Sends close_notify and the end of the TCP stream.
    public func shutdownWrite() async throws(SocketError) {
        ErrorQueue.clear()
        // 0: sent, the peer's has not come; 1: both. A negative result is a connection that failed before.
        _ = SSL_shutdown(ssl)
        ErrorQueue.clear()
        try await flush()
        try await transport.shutdownWrite()
    }

    /// Cuts the connection.
    public func close() { transport.close() }
}

extension TLSStream {
    /// What one call of OpenSSL came to.
    enum Step {
        case done(Int)
        /// The peer has sent close_notify.
        case ended
        /// It goes on when more has come from the peer.
        case needsBytes
        case failed(SocketError.Reason)
    }

    /// Makes the call with an empty error queue and reads the result.
    func step(_ call: () -> Int32) -> Step {
        ErrorQueue.clear()
        let result = call()
        guard result <= 0 else { return .done(Int(result)) }
        switch SSL_get_error(ssl, result) {
        case SSL_ERROR_WANT_READ: return .needsBytes
        case SSL_ERROR_ZERO_RETURN: return .ended
        case let error:
            hasEnded = true
            return .failed(error == SSL_ERROR_SYSCALL ? .truncated : Self.takeFailure())
        }
    }

    private static func takeFailure() -> SocketError.Reason {
        let isEnd = COpenSSL_error_reason(ERR_peek_error()) == SSL_R_UNEXPECTED_EOF_WHILE_READING
        let text = ErrorQueue.takeReason()
        return isEnd ? .truncated : .protocolFailure(text)
    }

    func failure(
        _ operation: SocketError.Operation,
        _ reason: SocketError.Reason
    ) -> SocketError {
        SocketError(operation, remoteAddress.description, reason)
    }

    private func decrypt(into buffer: inout [UInt8], limit: Int) -> Step {
        if isDry { return .needsBytes }
        // There is no more to be had than this, and what is no larger than a kilobyte lies on the stack.
        let available = BIO_ctrl_pending(incoming) + Int(SSL_pending(ssl))
        let wanted = min(limit, Self.recordSize, max(available, 1))
        return withUnsafeTemporaryAllocation(byteCount: wanted, alignment: 16) { plain in
            let result = step { SSL_read(ssl, plain.baseAddress, Int32(wanted)) }
            if case .done(let count) = result {
                buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: plain[..<count]))
            }
            return result
        }
    }

    /// Whether OpenSSL could only say that it needs bytes, which it takes long for.
    private var isDry: Bool {
        BIO_ctrl_pending(incoming) == 0 && SSL_has_pending(ssl) == 0 && !hasEnded
            && SSL_get_shutdown(ssl) & SSL_RECEIVED_SHUTDOWN == 0
    }

    private func encrypt(_ piece: ArraySlice<UInt8>) -> Step {
        piece.withUnsafeBytes { plain in
            step { SSL_write(ssl, plain.baseAddress, Int32(plain.count)) }
        }
    }

    /// Takes what was read from the transport before.
    func take(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return }
        // A memory BIO takes all it is given.
        BIO_write(incoming, bytes, Int32(bytes.count))
    }

    /// Sends what OpenSSL has to say and waits for what the peer says.
    func exchange() async throws(SocketError) {
        try await flush()
        var bytes: [UInt8] = []
        let count = try await transport.read(into: &bytes, limit: Self.readSize)
        if count == 0 {
            // From now on an empty buffer is the end and not a pause.
            hasEnded = true
            _ = COpenSSL_set_empty_result(incoming, 0)
        } else {
            take(bytes)
        }
    }

    /// Sends what OpenSSL has to say.
    ///
    /// A reader may have to (an answer to a key update) while a writer is at it: then the writer, which goes
    /// on until nothing is left, sends that too, and two never write to the socket at once.
    func flush() async throws(SocketError) {
        guard !isFlushing, BIO_ctrl_pending(outgoing) > 0 else { return }
        isFlushing = true
        defer { isFlushing = false }
        repeat {
            try await transport.write(takeOutgoing())
        } while BIO_ctrl_pending(outgoing) > 0
    }

    private func takeOutgoing() -> [UInt8] {
        let pending = BIO_ctrl_pending(outgoing)
        return [UInt8](unsafeUninitializedCapacity: pending) { bytes, count in
            count = Int(max(0, BIO_read(outgoing, bytes.baseAddress, Int32(pending))))
        }
    }
}
