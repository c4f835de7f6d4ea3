internal import Sockets
internal import Synchronization

/// The socket's side of a streamed body.
final class StreamedBody: Sendable {
    private let stream: any ByteStream
    private let isChunked: Bool
    private let timeout: Duration
    private let sent = Atomic(0)

    /// How much one write takes.
    private static let pieceLimit = 65_536

    init(_ stream: any ByteStream, isChunked: Bool, timeout: Duration) {
        self.stream = stream
        self.isChunked = isChunked
        self.timeout = timeout
    }

    /// The body's bytes so far, without the chunks' frames.
    var sentBytes: Int { sent.load(ordering: .relaxed) }

    /// Sends one piece; the handler may have moved to another thread in the meantime.
    @concurrent
    func send(_ bytes: [UInt8]) async throws(SocketError) {
        if stream.loop.isCurrent {
            try await write(bytes)
        } else {
            try await withTaskExecutorPreference(stream.loop) { () async throws(SocketError) in
                try await write(bytes)
            }
        }
    }

    private func write(_ bytes: [UInt8]) async throws(SocketError) {
        var start = 0
        while start < bytes.count {
            let end = min(start + Self.pieceLimit, bytes.count)
            var piece: [UInt8] = []
            if isChunked {
                Chunk.write(bytes[start..<end], to: &piece)
            } else {
                piece.append(contentsOf: bytes[start..<end])
            }
            stream.deadline = stream.loop.now + timeout
            try await stream.write(piece)
            sent.wrappingAdd(end - start, ordering: .relaxed)
            start = end
        }
    }
}
