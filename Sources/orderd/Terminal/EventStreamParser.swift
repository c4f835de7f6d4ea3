/// Takes messages out of a stream of server-sent events (HTML, server-sent events §9.2.6), however it is cut in pieces.
struct EventStreamParser {
    struct Message: Equatable {
        /// What it is said to be; empty for a plain message.
        var event = ""
        var data = ""
        /// The newest id of the stream, by which it goes on.
        var id = ""
    }

    /// The longest message; an event's text has at most 256 KiB, twice escaped.
    static let maximumSize = 4 << 20

    private var line: [UInt8] = []
    private var message = Message()
    private var hasData = false
    private var size = 0
    private var isBehindReturn = false
    /// Whether a message was too long to be kept; nothing is taken in any more.
    private(set) var isTooLong = false

    /// Answers the messages that are whole with this piece.
    mutating func add(_ piece: [UInt8]) -> [Message] {
        var messages: [Message] = []
        for byte in piece where !isTooLong {
            defer { isBehindReturn = byte == UInt8(ascii: "\r") }
            switch byte {
            case UInt8(ascii: "\n") where isBehindReturn: continue
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if let message = endLine() { messages.append(message) }
            default:
                size += 1
                isTooLong = size > Self.maximumSize
                line.append(byte)
            }
        }
        return messages
    }

    private mutating func endLine() -> Message? {
        defer { line.removeAll(keepingCapacity: true) }
        guard !line.isEmpty else { return endMessage() }
        let text = String(decoding: line, as: UTF8.self)
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        var value = parts.count > 1 ? parts[1] : ""
        if value.first == " " { value = value.dropFirst() }
        switch parts[0] {
        case "event": message.event = String(value)
        case "data":
            message.data += (hasData ? "\n" : "") + value
            hasData = true
        case "id" where !value.unicodeScalars.contains("\0"): message.id = String(value)
        default: break
        }
        return nil
    }

    private mutating func endMessage() -> Message? {
        defer {
            message = Message(id: message.id)
            (hasData, size) = (false, 0)
        }
        return hasData ? message : nil
    }
}
