/// How lines for people look.
package struct LogTextStyle: Sendable {
    /// How many columns a line may have before it is continued on the next; nil: lines are as long as they are.
    private let columns: (@Sendable () -> Int)?
    private let hasColours: Bool

    /// One line each, with the date: for files, and for programs that read text.
    package static let plain = LogTextStyle(columns: nil, hasColours: false)

    /// For a terminal: the time without the date, continued under each other, in colours if they are wanted.
    package static func terminal(
        hasColours: Bool,
        columns: @escaping @Sendable () -> Int
    ) -> LogTextStyle {
        LogTextStyle(columns: columns, hasColours: hasColours)
    }

    /// Whether a person looks on while lines come.
    package var isForTerminal: Bool { columns != nil }

    private init(columns: (@Sendable () -> Int)?, hasColours: Bool) {
        (self.columns, self.hasColours) = (columns, hasColours)
    }

    /// What a line is made of; its texts are harmless.
    package struct Parts {
        /// As `LogTime` writes it.
        package var time: String
        package var level: Level
        package var component: String
        package var message: String
        package var members: [(name: String, value: String)]

        package init(
            time: String,
            level: Level,
            component: String,
            message: String,
            members: [(name: String, value: String)]
        ) {
            (self.time, self.level, self.component) = (time, level, component)
            (self.message, self.members) = (message, members)
        }

        package enum Level: String {
            case trace, debug, info, notice, warning, error, critical
        }
    }

    /// The line with its end.
    package func text(_ parts: Parts) -> String {
        guard let columns else { return plainText(parts) }
        return terminalText(parts, width: max(40, columns()))
    }

    private func plainText(_ parts: Parts) -> String {
        let level = parts.level.rawValue.uppercased()
        var line =
            "\(parts.time) \(level.filled(to: 8)) \(parts.component.filled(to: 9)) \(parts.message)"
        for member in parts.members { line += " \(member.name)=\(member.value)" }
        return line + "\n"
    }

    /// From here on the message stands, and what continues it.
    private static let indent = 29
    /// On a narrower terminal continuations begin further left, or there would be no room for them.
    private static let narrow = 72

    private func terminalText(_ parts: Parts, width: Int) -> String {
        // `2026-11-23T03:49:10.034Z` without its date.
        let time = parts.time.dropFirst(11).prefix(12)
        var line = painted(String(time), .faint) + " "
        line += painted(parts.level.short.filled(to: 5), parts.level.tone) + " "
        line += painted(parts.component.filled(to: 9), .faint) + " "
        var column = Self.indent
        let indent = width < Self.narrow ? 4 : Self.indent
        var isFirst = true
        func add(_ word: String, _ painted: String, startsLine: Bool = false) {
            let length = word.count
            if !isFirst {
                if startsLine || column + 1 + length > width, column > indent {
                    line += "\n" + String(repeating: " ", count: indent)
                    column = indent
                } else {
                    line += " "
                    column += 1
                }
            }
            isFirst = false
            line += painted
            column += length
        }
        for word in parts.message.split(separator: " ") {
            let word = String(word)
            add(word, parts.level.isLoud ? self.painted(word, .strong) : word)
        }
        for member in parts.members.inReadingOrder {
            let name = "\(member.name)="
            // A long value is broken where it has blanks.
            let words = member.value.split(separator: " ", omittingEmptySubsequences: false)
                .map(String.init)
            let isWhole = name.count + member.value.count <= width - indent
            let pieces = isWhole ? [member.value] : words
            add(name + pieces[0], self.painted(name, .faint) + pieces[0], startsLine: !isWhole)
            for piece in pieces.dropFirst() { add(piece, piece) }
        }
        return line + "\n"
    }

    fileprivate enum Tone: String {
        case faint = "2"
        case strong = "1"
        case good = "32"
        case uneasy = "33"
        case bad = "31"
    }

    /// SGR (ECMA-48 §8.3.117).
    private func painted(_ text: String, _ tone: Tone?) -> String {
        guard hasColours, let tone, !text.isEmpty else { return text }
        return "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m"
    }
}

extension LogTextStyle.Parts.Level {
    fileprivate var short: String {
        switch self {
        case .trace: "trace"
        case .debug: "debug"
        case .info: "info"
        case .notice: "note"
        case .warning: "warn"
        case .error: "error"
        case .critical: "crit"
        }
    }

    fileprivate var tone: LogTextStyle.Tone? {
        switch self {
        case .trace, .debug: .faint
        case .info: nil
        case .notice: .good
        case .warning: .uneasy
        case .error, .critical: .bad
        }
    }

    /// Whether a person has to do something.
    fileprivate var isLoud: Bool {
        switch self {
        case .warning, .error, .critical: true
        case .trace, .debug, .info, .notice: false
        }
    }
}

extension [(name: String, value: String)] {
    /// What a line is about first, and last what only machines compare.
    fileprivate var inReadingOrder: Self {
        let first = filter { $0.name == "order.id" }
        let last = filter { Self.late.contains($0.name) }
        return first + filter { $0.name != "order.id" && !Self.late.contains($0.name) } + last
    }

    private static var late: Set<String> { ["request.id", "span_id", "trace_id"] }
}

extension String {
    fileprivate func filled(to length: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, length - count))
    }
}
