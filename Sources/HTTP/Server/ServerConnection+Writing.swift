internal import FoundationEssentials
internal import Sockets

extension ServerConnection {
    /// Writes of what waits to be written as much as can leave without a wait; whether that is all.
    mutating func flushNow() throws(ConnectionFailure) -> Bool {
        guard !output.isEmpty else { return true }
        let count: Int
        do throws(SocketError) {
            count = try stream.writeNow(output[...])
        } catch {
            throw .lost(error)
        }
        guard count == output.count else {
            output.removeFirst(count)
            return false
        }
        hasWrittenOutput()
        return true
    }

    mutating func flush() async throws(ConnectionFailure) {
        guard !output.isEmpty else { return }
        if output.count <= Self.writeLimit {
            try await write(output[...])
        } else {
            try await writeInPieces(output)
        }
        hasWrittenOutput()
    }

    private mutating func hasWrittenOutput() {
        // A connection may wait long for its next request, and most answers are larger than what it may keep.
        output.removeAll(keepingCapacity: output.capacity <= Self.keptCapacity)
    }

    private static var keptCapacity: Int { 256 }

    /// Writes bytes that may be many, each piece with a deadline of its own.
    mutating func writeInPieces(_ bytes: [UInt8]) async throws(ConnectionFailure) {
        var start = 0
        while start < bytes.count {
            let end = min(start + Self.writeLimit, bytes.count)
            try await write(bytes[start..<end])
            start = end
        }
    }

    private mutating func write(_ bytes: ArraySlice<UInt8>) async throws(ConnectionFailure) {
        setDeadline(.writing)
        do throws(SocketError) {
            try await stream.write(bytes)
        } catch {
            throw .lost(error)
        }
    }

    /// Brings the Date field up to date when a second has passed.
    mutating func updateDate() {
        let now = stream.loop.now
        if let dateExpiry, now < dateExpiry { return }
        let time = Date.now.timeIntervalSince1970
        date.update(Int(time.rounded(.down)))
        dateExpiry = now + .seconds(time.rounded(.down) + 1 - time)
    }
}
