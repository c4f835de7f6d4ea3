import Foundation

/// Bytes that a client sends and what becomes of them, as the files in `Fixtures` tell it.
///
/// ```
/// # The name of the case
/// GET / HTTP/1.1\r\n          bytes; the line's own end is none of them; {{100*a}} stands for a hundred a
/// > GET / body                what the handler sees, when that is worth telling
/// = 200 close                 the answers' statuses, and what becomes of the connection
/// ```
struct WireCase: CustomStringConvertible {
    var description: String
    var bytes: [UInt8] = []
    /// `GET /path body` for each request that the handler is to see; nil: as many as there are answers of 200.
    var seen: [String]?
    var statuses: [String] = []
    var ending = Ending.open
    /// Whether `100 Continue` may come, which hangs on how the bytes arrive.
    var mayContinue = false

    /// What becomes of the connection.
    enum Ending: String {
        /// It goes on: another request is answered.
        case open
        /// The server ends it, and what follows is never taken for a request.
        case close
        /// The client ends its side first.
        case cut
    }

    /// The files by their names without extension.
    static let files = [
        "request-lines", "targets", "hosts", "fields", "lengths", "codings", "chunks",
        "expectations", "connections", "limits",
    ]

    static func read(_ file: String) throws -> [WireCase] {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/\(file).txt")
        var (cases, current) = ([WireCase](), WireCase(description: ""))
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            switch line.prefix(2) {
            case "# ": current = WireCase(description: String(line.dropFirst(2)))
            case "> ", ">": current.seen = (current.seen ?? []) + [String(line.dropFirst(2))]
            case "= ":
                current.expect(line.dropFirst(2))
                cases.append(current)
            default: current.bytes += try unescape(line)
            }
        }
        return cases
    }

    private mutating func expect(_ text: Substring) {
        for word in text.split(separator: " ") {
            if let ending = Ending(rawValue: String(word)) {
                self.ending = ending
            } else if word == "any100" {
                mayContinue = true
            } else {
                statuses.append(String(word))
            }
        }
    }

    /// Resolves `\r`, `\n`, `\t`, `\\`, `\x7f` and `{{3*text}}`.
    private static func unescape(_ text: Substring) throws -> [UInt8] {
        var (bytes, rest) = ([UInt8](), text)
        while let first = rest.first {
            if rest.hasPrefix("{{"), let end = rest.range(of: "}}"),
                let star = rest.firstIndex(of: "*"),
                let count = Int(rest[rest.index(rest.startIndex, offsetBy: 2)..<star])
            {
                let part = try unescape(rest[rest.index(after: star)..<end.lowerBound])
                for _ in 0..<count { bytes += part }
                rest = rest[end.upperBound...]
            } else if first == "\\" {
                bytes.append(try escape(&rest))
            } else {
                bytes += Array(String(first).utf8)
                rest = rest.dropFirst()
            }
        }
        return bytes
    }

    private static func escape(_ rest: inout Substring) throws -> UInt8 {
        let kind = rest.dropFirst().first
        defer { rest = rest.dropFirst(kind == "x" ? 4 : 2) }
        switch kind {
        case "r": return 13
        case "n": return 10
        case "t": return 9
        case "\\": return 92
        case "x":
            if let byte = UInt8(rest.dropFirst(2).prefix(2), radix: 16) { return byte }
        default: break
        }
        throw UnknownEscape(text: String(rest.prefix(4)))
    }

    struct UnknownEscape: Error { let text: String }
}
