internal import FoundationEssentials
internal import Sockets

extension ServerConnection {
    /// Writes what waits to be written.
    // Without a frame of its own: it is done for every request.
    @inline(__always)
    func flush() async throws(ConnectionFailure) {
        try await writeInPieces(output)
        // A connection may wait long for its next request, and most answers are larger than what it may keep.
        output.removeAll(keepingCapacity: output.capacity <= Self.keptCapacity)
    }

    private static var keptCapacity: Int { 256 }

    /// Writes bytes that may be many, each piece with a deadline of its own.
    @inline(__always)
    func writeInPieces(_ bytes: [UInt8]) async throws(ConnectionFailure) {
        var start = 0
        while start < bytes.count {
            let end = min(start + Self.writeLimit, bytes.count)
            setDeadline(.writing)
            do throws(SocketError) {
                try await stream.write(bytes[start..<end])
            } catch {
                throw .lost(error)
            }
            start = end
        }
    }

    /// Brings the Date field up to date when a second has passed.
    func updateDate() {
        let now = stream.loop.now
        if let dateExpiry, now < dateExpiry { return }
        let time = Date.now.timeIntervalSince1970
        date.update(Int(time.rounded(.down)))
        dateExpiry = now + .seconds(time.rounded(.down) + 1 - time)
    }
}
