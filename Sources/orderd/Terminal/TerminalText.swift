/// Text as a terminal shows it: how wide it is, and what of it must not get there.
enum TerminalText {
    /// One line without what would steer the terminal or turn what stands beside it.
    ///
    /// Line breaks and tabs become spaces; other control characters (Unicode's Cc), line separators and the marks that change
    /// the direction of writing become U+FFFD. An order's data are its customer's to choose.
    static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { !$0.isHarmless }) else { return text }
        var result = String.UnicodeScalarView()
        var isBehindReturn = false
        for scalar in text.unicodeScalars {
            let isReturn = scalar == "\r"
            defer { isBehindReturn = isReturn }
            switch scalar {
            case "\n" where isBehindReturn: continue
            case "\n", "\r", "\t": result.append(" ")
            default: result.append(scalar.isHarmless ? scalar : "\u{FFFD}")
            }
        }
        return String(result)
    }

    /// JSON with what `harmless` takes away escaped, which says the same: it stands only in texts, and a carriage return only
    /// between values.
    static func escapedJSON(_ json: String) -> String {
        guard json.unicodeScalars.contains(where: { !$0.isHarmless }) else { return json }
        var result = ""
        for scalar in json.unicodeScalars {
            switch scalar {
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case "\r": result += " "
            case _ where scalar.isHarmless: result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return result
    }

    /// How many columns the text takes.
    static func width(of text: String) -> Int { text.reduce(0) { $0 + $1.columns } }

    /// The text, or as much of it as leaves room for `…`.
    static func cut(_ text: String, to width: Int) -> String {
        guard head(of: text[...], width: width).endIndex < text.endIndex else { return text }
        guard width > 0 else { return "" }
        return head(of: text[...], width: width - 1) + "…"
    }

    /// The text, or as much of its beginning and its end as leaves room for `…` in the middle, where ids are most alike.
    static func cutInside(_ text: String, to width: Int) -> String {
        guard width > 2, head(of: text[...], width: width).endIndex < text.endIndex else {
            return cut(text, to: width)
        }
        let head = head(of: text[...], width: width / 2)
        var room = width - 1 - Self.width(of: String(head))
        let tail = text.reversed().prefix { character in
            room -= character.columns
            return room >= 0
        }
        return head + "…" + String(tail.reversed())
    }

    /// The text with spaces up to the width.
    static func padded(_ text: String, to width: Int, isRight: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - Self.width(of: text)))
        return isRight ? spaces + text : text + spaces
    }

    /// The text in lines of that width, broken at spaces where there are any; all but the first are indented.
    static func lines(of text: String, width: Int, hanging: Int = 0) -> [String] {
        var lines: [String] = []
        var rest = Substring(harmless(text))
        var indent = ""
        repeat {
            var line = head(of: rest, width: max(width - indent.count, 1))
            // One character may be wider than all the room there is.
            if line.isEmpty { line = rest.prefix(1) }
            if line.endIndex < rest.endIndex, rest[line.endIndex] != " ",
                let space = line.lastIndex(of: " "), line[..<space].contains(where: { $0 != " " })
            {
                line = line[..<space]
            }
            lines.append(indent + line)
            rest = rest[line.endIndex...].drop { $0 == " " }
            indent = String(repeating: " ", count: min(hanging, width / 2))
        } while !rest.isEmpty
        return lines
    }

    /// As much of the text as has room, from its beginning.
    private static func head(of text: Substring, width: Int) -> Substring {
        var room = width
        return text.prefix { character in
            room -= character.columns
            return room >= 0
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isHarmless: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069,
            0xFEFF:
            false
        default: true
        }
    }
}

extension Character {
    /// How many columns it takes: two for what East Asian fonts and emoji make wide (UAX #11), none for what only changes the
    /// character before it.
    fileprivate var columns: Int {
        guard let first = unicodeScalars.first else { return 0 }
        // A variation selector asks for the emoji.
        if unicodeScalars.contains("\u{FE0F}") { return 2 }
        return first.columns
    }
}

extension Unicode.Scalar {
    fileprivate var columns: Int {
        if value < 0x300 { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide ? 2 : 1
        }
    }

    private var isWide: Bool {
        if properties.isEmojiPresentation { return true }
        return switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x1F200...0x1F2FF,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
