import Mustache

/// Why a text is no Mustache template, and where.
package struct TemplateFault: Error, CustomStringConvertible {
    /// Counts from 1.
    package let line: Int
    /// Counts from 1.
    package let column: Int
    /// What is wrong, with the tag at which that shows.
    package let description: String

    init(_ error: any Error, linesBefore: Int) {
        guard let fault = error as? MustacheTemplate.ParserError else {
            (line, column) = (1, 1)
            description = "is no Mustache template"
            return
        }
        line = max(1, fault.context.lineNumber - linesBefore)
        column = fault.context.columnNumber
        let problem = Self.problem(fault.error as? MustacheTemplate.Error)
        let tag = Self.tag(in: fault.context.line, before: fault.context.columnNumber)
        description = tag.map { "\(problem), at \($0)" } ?? problem
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
