/// A file of sections with values, as the AWS tools write them.
///
/// A line that is indented below a key without a value is one of that key's own values.
package struct INIFile: Sendable, Hashable {
    /// One `[section]`.
    package struct Section: Sendable, Hashable {
        /// What stands between the brackets, trimmed.
        package let name: String
        /// The values by their lower-case keys; of two the later.
        package internal(set) var values: [String: String] = [:]
        /// Below a key: its own values.
        package internal(set) var nested: [String: [String: String]] = [:]
    }

    /// The sections in their order; one that is named again goes on where it stood.
    package private(set) var sections: [Section] = []

    package init() {}

    package init(parsing text: String) throws(INIError) {
        var parser = INIParser()
        // A carriage return and line feed are one Character; both ends are meant.
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            try parser.read(line)
        }
        sections = parser.sections
    }

    package subscript(name: String) -> Section? { sections.first { $0.name == name } }
}

/// Where a file of sections is not one.
package struct INIError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The line, from 1.
    package let line: Int
    /// What is wrong with it.
    ///
    /// Never shows the line, which may hold a secret.
    package let reason: String

    package var description: String { "line \(line): \(reason)" }
}

private struct INIParser {
    var sections: [INIFile.Section] = []
    private var line = 0
    private var current: Int?
    private var parent: String?

    mutating func read(_ text: Substring) throws(INIError) {
        line += 1
        let content = text.trimmed
        guard let first = content.first, first != "#", first != ";" else { return }
        if first == "[" {
            try begin(content)
        } else if text.first?.isWhitespace == true, let parent, let current {
            let (key, value) = try entry(content)
            sections[current].nested[parent, default: [:]][key] = value
        } else {
            try add(content)
        }
    }

    private mutating func begin(_ content: Substring) throws(INIError) {
        let head = content.split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
        let name = head[0].dropFirst().trimmed
        guard head.count == 2, !name.isEmpty else { throw fault("expected [section]") }
        let rest = head[1].trimmed
        guard rest.isEmpty || rest.first == "#" || rest.first == ";" else {
            throw fault("text after the section's bracket")
        }
        parent = nil
        // `[profile  orders]` and `[profile orders]` are one section.
        let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let known = sections.firstIndex(where: { $0.name == words }) {
            current = known
        } else {
            current = sections.count
            sections.append(INIFile.Section(name: words))
        }
    }

    private mutating func add(_ content: Substring) throws(INIError) {
        guard let current else { throw fault("a value before the first section") }
        let (key, value) = try entry(content)
        sections[current].values[key] = value
        parent = value.isEmpty ? key : nil
    }

    private func entry(_ content: Substring) throws(INIError) -> (key: String, value: String) {
        let parts = content.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw fault("expected key = value") }
        let key = parts[0].trimmed
        guard !key.isEmpty else { throw fault("expected a key before =") }
        return (key.lowercased(), Self.withoutComment(parts[1]))
    }

    /// A comment begins with a space and a mark; a mark inside a word belongs to it.
    private static func withoutComment(_ text: Substring) -> String {
        var isAfterSpace = true
        for index in text.indices {
            if isAfterSpace, text[index] == "#" || text[index] == ";" {
                return String(text[..<index].trimmed)
            }
            isAfterSpace = text[index].isWhitespace
        }
        return String(text.trimmed)
    }

    private func fault(_ reason: String) -> INIError { INIError(line: line, reason: reason) }
}

extension Substring {
    var trimmed: Substring {
        let head = drop(while: \.isWhitespace)
        guard let end = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return head[...end]
    }
}
