internal import FoundationEssentials
internal import JSON

/// A program that prints keys.
struct ProcessRequest: Sendable, Hashable {
    /// The program and its arguments.
    let command: [String]
    /// The profile that names it.
    let source: String

    /// How long it may run.
    static let limit = Duration.seconds(30)

    /// Splits the line as a POSIX shell does, which none is asked to.
    init(_ line: String, _ source: String) throws(CredentialsError) {
        guard let words = Self.words(line), !words.isEmpty else {
            throw CredentialsError(source, "credential_process has a quote that does not end")
        }
        command = words
        self.source = source
    }

    /// Reads what the program printed.
    func credentials(in output: String) throws(CredentialsError) -> Credentials {
        let name = "credential_process of \(source)"
        let body = Array(output.utf8)
        let value = try? JSONValue(parsing: body)
        guard value?["Version"]?.number?.int == 1 else {
            throw CredentialsError(name, "what it printed is no JSON with \"Version\": 1")
        }
        return try KeysDocument.read(body, tokenName: "SessionToken", from: name)
    }

    /// The words of a line; nil when a quote or a backslash has no end.
    private static func words(_ line: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in line {
            if isEscaped {
                // Inside double quotes a backslash stays before anything but these.
                if quote == "\"", character != "\"", character != "\\" { word?.append("\\") }
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                (isEscaped, word) = (true, word ?? "")
            } else if let open = quote {
                if character == open { quote = nil } else { word?.append(character) }
            } else if character == "'" || character == "\"" {
                (quote, word) = (character, word ?? "")
            } else if character.isWhitespace {
                if let complete = word { words.append(complete) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        guard quote == nil, !isEscaped else { return nil }
        return words + (word.map { [$0] } ?? [])
    }
}
