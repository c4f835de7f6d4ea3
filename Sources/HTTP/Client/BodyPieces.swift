/// Who takes an answer's body as it arrives, where it has no end that could be waited for, or no room.
public struct BodyPieces: Sendable {
    /// How long the other side may send nothing.
    let silence: Duration
    /// Takes the next piece, on the connection's loop; false when it is enough, and the connection is closed.
    let take: @Sendable ([UInt8]) -> Bool

    public init(silence: Duration, _ take: @escaping @Sendable ([UInt8]) -> Bool) {
        (self.silence, self.take) = (silence, take)
    }
}
