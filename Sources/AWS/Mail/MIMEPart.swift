internal import Formats
internal import OpenSSL

/// A part of a message in MIME (RFC 2045): its fields and its body, in ASCII with lines of 998 bytes at most.
struct MIMEPart {
    private let fields: [(name: String, value: String)]
    private let body: [UInt8]

    /// A text in whichever encoding is shortest and safe.
    init(text: String, subtype: String) {
        let lines = Self.canonical(text)
        let type = ("Content-Type", "text/\(subtype); charset=\"utf-8\"")
        if Self.isPlain(lines) {
            fields = [type, ("Content-Transfer-Encoding", "7bit")]
            body = lines
            return
        }
        let quoted = QuotedPrintable.encode(lines)
        let isShorter = quoted.count <= Self.base64Length(of: lines)
        fields = [
            type, ("Content-Transfer-Encoding", isShorter ? "quoted-printable" : "base64"),
        ]
        body = isShorter ? quoted : Self.base64(lines)
    }

    /// A file.
    init(_ attachment: Email.Attachment) {
        let place = attachment.contentID == nil ? "attachment" : "inline"
        var fields = [
            ("Content-Type", attachment.contentType),
            ("Content-Transfer-Encoding", "base64"),
            (
                "Content-Disposition",
                place + MIMEParameter.text("filename", attachment.fileName)
            ),
        ]
        if let id = attachment.contentID { fields.append(("Content-ID", "<\(id)>")) }
        self.fields = fields
        body = Self.base64(attachment.content)
    }

    /// Several parts as one; a boundary that is made of the parts cannot stand in them.
    init(multipart subtype: String, _ parts: [MIMEPart]) {
        let rendered = parts.map(\.bytes)
        let digest = Digest.sha256(Array(rendered.joined())).hexadecimal
        let boundary = "=_\(digest.prefix(32))"
        fields = [("Content-Type", "multipart/\(subtype); boundary=\"\(boundary)\"")]
        var body: [UInt8] = []
        for part in rendered { body += Array("--\(boundary)\r\n".utf8) + part + [0x0D, 0x0A] }
        self.body = body + Array("--\(boundary)--\r\n".utf8)
    }

    /// Its fields, an empty line and its body.
    var bytes: [UInt8] {
        var header = MailHeader()
        for (name, value) in fields { header.add(name, value, .structured) }
        return header.bytes + [0x0D, 0x0A] + body
    }

    /// The text with CRLF at the end of each line, whichever ends it had.
    private static func canonical(_ text: String) -> [UInt8] {
        var lines: [UInt8] = []
        var previous: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0x0D: lines += [0x0D, 0x0A]
            case 0x0A: if previous != 0x0D { lines += [0x0D, 0x0A] }
            default: lines.append(byte)
            }
            previous = byte
        }
        return lines
    }

    /// Whether it can go as it is: no line is too long, ends in a blank or begins with a dot.
    private static func isPlain(_ lines: [UInt8]) -> Bool {
        guard lines.allSatisfy({ $0 < 0x7F && ($0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0)) })
        else { return false }
        return lines.split(separator: 0x0A).allSatisfy { line in
            let text = line.last == 0x0D ? line.dropLast() : line
            return text.count <= HeaderText.longestLine && text.last != 0x20 && text.last != 0x09
                && text.first != UInt8(ascii: ".")
        }
    }

    private static func base64Length(of bytes: [UInt8]) -> Int { (bytes.count + 56) / 57 * 78 }

    /// Base64 in lines of 76 (RFC 2045 §6.8).
    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(base64Length(of: bytes))
        for start in stride(from: 0, to: bytes.count, by: 57) {
            let line = Array(bytes[start..<min(start + 57, bytes.count)])
            text += Array(Base64.encode(line).utf8) + [0x0D, 0x0A]
        }
        return text
    }
}
