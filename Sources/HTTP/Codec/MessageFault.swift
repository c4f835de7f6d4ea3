/// What is wrong with a message, request or response, as the parsers see it.
enum MessageFault: Error, Hashable {
    /// It breaks the grammar, or contradicts itself; the sentence says how.
    case malformed(String)
    case startLineTooLong
    /// A field line, their number or the whole head passes its limit.
    case fieldsTooLarge(String)
    /// The body has more bytes than that.
    case bodyTooLarge(limit: Int)

    /// A line that is none, where lines that are too long mean this.
    init(_ fault: LineScanner.Fault, tooLong: @autoclosure () -> MessageFault) {
        switch fault {
        case .lineTooLong, .totalTooLarge: self = tooLong()
        case .bareLineFeed: self = .malformed("A line ends with LF alone instead of CR LF.")
        }
    }

    /// What is wrong, as a sentence.
    var detail: String {
        switch self {
        case .malformed(let detail), .fieldsTooLarge(let detail): detail
        case .startLineTooLong: "The start line is too long."
        case .bodyTooLarge(let limit): "The body is larger than \(limit) bytes."
        }
    }
}
