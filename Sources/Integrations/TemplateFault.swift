import Mustache

/// Why a text is no Mustache template, and where.
package struct TemplateFault: Error, CustomStringConvertible {
    /// Counts from 1.
    package let line: Int
    /// Counts from 1.
    package let column: Int
    /// What is wrong, with the tag at which that shows.
    package let description: String

    private init(line: Int, column: Int, description: String) {
        (self.line, self.column) = (line, column)
        self.description = description
    }

    private init(_ description: String, at place: String.Index, in text: String) {
        let before = text[..<place]
        self.init(
            line: before.count(where: \.isNewline) + 1,
            column: before.reversed().prefix { !$0.isNewline }.count + 1,
            description: description
        )
    }

    /// What Mustache takes, and what is not meant or does nothing here.
    static func beforeParsing(_ text: String) -> TemplateFault? {
        if text.unicodeScalars.first == "\u{FEFF}" {
            let problem = "begins with a byte order mark, which would be sent"
            return TemplateFault(problem, at: text.startIndex, in: text)
        }
        if let tag = text.firstMatch(of: /\{\{\{?\s*\}?\}\}/) {
            return TemplateFault(
                "a tag without a name, at \(tag.0)",
                at: tag.range.lowerBound,
                in: text
            )
        }
        if let tag = text.firstMatch(of: /\{\{\s*[><][^}]*\}\}/) {
            let problem = "a template has no others to take in, at \(tag.0)"
            return TemplateFault(problem, at: tag.range.lowerBound, in: text)
        }
        return nil
    }

    /// The innermost section that nothing closes.
    private static func openSection(in text: String) -> (tag: Substring, place: String.Index)? {
        var open: [(tag: Substring, name: Substring, place: String.Index)] = []
        for tag in text.matches(of: /\{\{\s*([#^\/])\s*([^\s}]+)\s*\}\}/) {
            if tag.1 == "/" {
                if open.last?.name == tag.2 { open.removeLast() }
            } else {
                open.append((tag.0, tag.2, tag.range.lowerBound))
            }
        }
        return open.last.map { ($0.tag, $0.place) }
    }

    init(_ error: any Error, in text: String, linesBefore: Int) {
        if case .expectedSectionEnd? = (error as? MustacheTemplate.ParserError)?.error
            as? MustacheTemplate.Error, let section = Self.openSection(in: text)
        {
            self.init("a section is not closed, at \(section.tag)", at: section.place, in: text)
            return
        }
        guard let fault = error as? MustacheTemplate.ParserError else {
            self.init(line: 1, column: 1, description: "is no Mustache template")
            return
        }
        let problem = Self.problem(fault.error as? MustacheTemplate.Error)
        let tag = Self.tag(in: fault.context.line, before: fault.context.columnNumber)
        self.init(
            line: max(1, fault.context.lineNumber - linesBefore),
            column: fault.context.columnNumber,
            description: tag.map { "\(problem), at \($0)" } ?? problem
        )
    }

    /// The last tag that begins before that column.
    private static func tag(in line: String, before column: Int) -> String? {
        let read = line.prefix(max(0, column - 1))
        guard let start = read.ranges(of: "{{").last?.lowerBound else { return nil }
        let rest = line[start...]
        guard let end = rest.firstRange(of: "}}")?.upperBound else { return String(rest) }
        let isTriple = rest.hasPrefix("{{{") && rest[end...].first == "}"
        return String(isTriple ? rest[...end] : rest[..<end])
    }

    private static func problem(_ error: MustacheTemplate.Error?) -> String {
        switch error {
        case .sectionCloseNameIncorrect: "a tag closes a section that is not the one that is open"
        case .expectedSectionEnd: "a section is not closed"
        case .unfinishedName:
            "a tag is not closed, or a name cannot have that character"
        case .invalidSetDelimiter: "a tag that sets delimiters is written {{=<% %>=}}"
        case .invalidConfigVariableSyntax, .unrecognisedConfigVariable:
            "the only such tag is {{% CONTENT_TYPE:TEXT}} or HTML"
        case .transformAppliedToInheritanceSection, .illegalTokenInsideInheritSection,
            .textInsideInheritSection:
            "blocks cannot be used like that"
        case nil: "a tag is not closed"
        }
    }
}
