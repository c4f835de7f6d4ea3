/// Rows under headings, in lines that a terminal has room for.
struct TextTable {
    /// One column.
    struct Column: Sendable {
        let heading: String
        /// Numbers stand at the right.
        var isRight = false
        /// Down to how many columns of the terminal it is made narrower before the others are.
        var minimum = 6
        /// Whether what has no room is cut inside and not at its end.
        var isCutInside = false

        /// What is cut last, and then keeps its end: ids are mostly told apart there.
        static func id(_ heading: String) -> Column {
            Column(heading: heading, minimum: 24, isCutInside: true)
        }

        static func number(_ heading: String) -> Column { Column(heading: heading, isRight: true) }

        static func text(_ heading: String) -> Column { Column(heading: heading) }
    }

    let columns: [Column]
    /// As many cells in each as there are columns.
    let rows: [[String]]

    /// These rows; columns in which all of them are empty are left out.
    init(_ columns: [Column], _ rows: [[String]]) {
        let rows = rows.map { row in row.map(TerminalText.harmless) }
        let used = columns.indices.filter { place in
            rows.isEmpty || rows.contains { !$0[place].isEmpty }
        }
        self.columns = used.map { columns[$0] }
        self.rows = rows.map { row in used.map { row[$0] } }
    }

    /// The headings and the rows, no line wider than that; what has no room ends in `…`.
    ///
    /// What a status says is also said by its colour, or whatever has a tone for the caller.
    func text(
        width: Int,
        paint: Paint = .off,
        tone: (_ heading: String, _ cell: String) -> Paint.Tone = Self.tone
    ) -> String {
        let widths = widths(in: width)
        // More columns than the terminal has room for: what is cut has no colours.
        let isNarrow = widths.reduce(0, +) + Self.gap.count * (columns.count - 1) > width
        let paint = isNarrow ? .off : paint
        let headings = paint(line(columns.map(\.heading), widths) { _, text in text }, .faint)
        let lines = rows.map { row in
            line(row, widths) { place, text in
                paint(text, tone(columns[place].heading, row[place]))
            }
        }
        return ([headings] + lines).map { isNarrow ? TerminalText.cut($0, to: width) : $0 }
            .joined(separator: "\n")
    }

    private static func tone(_ heading: String, _ cell: String) -> Paint.Tone {
        heading == "STATUS" ? Paint.Tone(status: cell) : .plain
    }

    /// One line of it; colours have no width, so they come last.
    private func line(
        _ row: [String],
        _ widths: [Int],
        _ colour: (Int, String) -> String
    ) -> String {
        var line = ""
        // Spaces are written only before something, so that no line ends in them.
        var spaces = 0
        for place in columns.indices {
            let (column, width) = (columns[place], widths[place])
            if place > 0 { spaces += Self.gap.count }
            let cell =
                column.isCutInside
                ? TerminalText.cutInside(row[place], to: width)
                : TerminalText.cut(row[place], to: width)
            let rest = width - TerminalText.width(of: cell)
            if column.isRight { spaces += rest }
            if !cell.isEmpty {
                line += String(repeating: " ", count: spaces) + colour(place, cell)
                spaces = 0
            }
            if !column.isRight { spaces += rest }
        }
        return line
    }

    private static let gap = "  "

    /// The columns' widths: as wide as they want to be, and of those that are too wide together the widest narrower, first
    /// down to their minimum and then further.
    private func widths(in width: Int) -> [Int] {
        var widths = columns.indices.map { place in
            rows.map { TerminalText.width(of: $0[place]) }.max() ?? 0
        }
        for (place, column) in columns.enumerated() {
            widths[place] = max(widths[place], TerminalText.width(of: column.heading))
        }
        let room = width - Self.gap.count * (columns.count - 1)
        for minimums in [columns.map(\.minimum), columns.map { _ in 1 }] {
            while widths.reduce(0, +) > room,
                let widest = widths.indices.filter({ widths[$0] > minimums[$0] })
                    .max(by: { widths[$0] < widths[$1] })
            {
                widths[widest] -= 1
            }
        }
        return widths
    }
}
