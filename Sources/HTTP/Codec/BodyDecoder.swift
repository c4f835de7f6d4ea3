/// Takes a message's body out of what arrives, however its end is known.
struct BodyDecoder {
    private enum State {
        case length(left: Int)
        case chunked(ChunkedDecoder)
        case untilClose
    }

    private var state: State
    private let limit: Int

    /// Takes the largest body and the limits of a trailer.
    ///
    /// A length past the limit is refused here, before anything is read.
    init(_ framing: BodyFraming, limit: Int, trailer: HeadLimits) throws(MessageFault) {
        self.limit = limit
        switch framing {
        case .none: state = .length(left: 0)
        case .length(let length):
            guard length <= limit else { throw .bodyTooLarge(limit: limit) }
            state = .length(left: length)
        case .chunked: state = .chunked(ChunkedDecoder(limits: trailer))
        case .untilClose: state = .untilClose
        }
    }

    /// How many bytes are known to be missing; they may be read straight into the body.
    var missing: Int {
        switch state {
        case .length(let left): left
        case .chunked, .untilClose: 0
        }
    }

    /// Moves what arrived to `body`; true when the body is whole.
    mutating func decode(
        _ input: inout InputBuffer,
        into body: inout [UInt8]
    ) throws(MessageFault) -> Bool {
        switch state {
        case .length(let left):
            let count = min(left, input.count)
            input.move(count, to: &body)
            state = .length(left: left - count)
            return count == left
        case .chunked(var decoder):
            defer { state = .chunked(decoder) }
            return try decoder.decode(&input, into: &body, limit: limit)
        case .untilClose:
            guard input.count <= limit - body.count else { throw .bodyTooLarge(limit: limit) }
            input.move(input.count, to: &body)
            return false
        }
    }

    /// Takes notice of bytes that were read straight into the body.
    mutating func receivedDirectly(_ count: Int) {
        state = .length(left: missing - count)
    }

    /// Whether the body is whole when nothing more arrives.
    var mayEndHere: Bool {
        switch state {
        case .length(let left): left == 0
        case .untilClose: true
        case .chunked: false
        }
    }
}
