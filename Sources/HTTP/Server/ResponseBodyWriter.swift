/// Sends the pieces of a streamed body.
public struct ResponseBodyWriter: Sendable {
    private let send: @Sendable ([UInt8]) async throws -> Void

    /// A writer that hands its pieces to a closure; tests of handlers collect them there.
    public init(send: @escaping @Sendable ([UInt8]) async throws -> Void) {
        self.send = send
    }

    /// Sends one piece and returns when the socket has taken it.
    ///
    /// Throws when the client is gone or reads too slowly; an empty piece sends nothing.
    public func write(_ bytes: [UInt8]) async throws {
        guard !bytes.isEmpty else { return }
        try await send(bytes)
    }
}
