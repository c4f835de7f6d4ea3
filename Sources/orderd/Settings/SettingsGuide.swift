/// What the settings file that the program carries says of each setting: its default and what it is for.
///
/// It reads the one form that this file has: sections, below them keys, and behind each a comment that may go on on the next lines.
struct SettingsGuide {
    struct Entry: Equatable {
        let key: String
        /// nil: it has no value by default.
        let value: String?
        /// The comment, in one line.
        var about: String
    }

    /// In the file's order.
    private(set) var entries: [Entry] = []

    /// What the built-in file says.
    static let builtIn = SettingsGuide(
        String(decoding: BuiltInFile.settings.contents, as: UTF8.self)
    )

    init(_ text: String) {
        var section = ""
        /// Whether a comment that stands alone goes on with that of the last setting.
        var isOpen = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let content = line.drop { $0 == " " }
            if content.hasPrefix("#") {
                guard isOpen, content.startIndex != line.startIndex else { continue }
                entries[entries.count - 1].about += " " + content.dropFirst(2)
                continue
            }
            isOpen = false
            guard let colon = content.firstIndex(of: ":") else { continue }
            guard line.hasPrefix("  ") else {
                section = String(content[..<colon])
                continue
            }
            let rest = content[content.index(after: colon)...]
            let comment = rest.firstRange(of: " # ")
            let value = Self.trimmed(rest[..<(comment?.lowerBound ?? rest.endIndex)])
            entries.append(
                Entry(
                    key: "\(section).\(content[..<colon])",
                    value: value.isEmpty ? nil : value,
                    about: comment.map { String(rest[$0.upperBound...]) } ?? ""
                )
            )
            isOpen = true
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " }
        return start.lastIndex { $0 != " " }.map { String(start[...$0]) } ?? ""
    }
}
