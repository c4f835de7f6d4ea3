import JSON

/// A document by its names: `attempts.started  2`, texts wrapped, and lists of objects as tables behind.
struct DocumentDetails {
    /// All of it in lines.
    let text: String

    init(_ document: JSONValue, width: Int, paint: Paint = .off) {
        var sheet = Sheet(width: width, paint: paint)
        sheet.add(document, name: "")
        text = sheet.text
    }

    private struct Sheet {
        let width: Int
        let paint: Paint
        private var entries: [(name: String, lines: [String])] = []
        private var tables: [String] = []

        init(width: Int, paint: Paint) { (self.width, self.paint) = (width, paint) }

        /// Names are in line up to this width, and values beside them.
        private static let longestName = 26

        /// What is a client's own and has a form of its own.
        private static let payloads: Set = ["input", "output"]

        mutating func add(_ value: JSONValue, name: String) {
            switch value {
            case .object(let members) where Self.payloads.contains(name):
                add(name, lines: Self.pretty(members))
            case .object(let members):
                for (key, value) in members where key != "links" {
                    add(value, name: name.isEmpty ? key : "\(name).\(key)")
                }
            case .array(let items) where items.contains { $0.object != nil }: add(items, name: name)
            case .array(let items):
                add(name, lines: [items.map(\.line).joined(separator: ", ")])
            case .null, .bool, .number, .string: add(name, lines: [value.line])
            }
        }

        private mutating func add(_ name: String, lines: [String]) {
            entries.append((TerminalText.harmless(name), lines))
        }

        private mutating func add(_ items: [JSONValue], name: String) {
            let isLedger = name == DocumentList.deliveriesOfOrder.member
            let table =
                isLedger ? DocumentList.deliveriesOfOrder.table(items) : Self.table(items)
            let text = table.text(width: width, paint: paint)
            tables.append("\n\(TerminalText.harmless(name)):\n\(text)")
            guard isLedger else { return }
            // Why an order waits or has failed is a sentence, and a cell has room for some of its words.
            for item in items {
                guard let reason = item["reason"]?.string, let id = item["id"]?.line else {
                    continue
                }
                let lines = TerminalText.lines(of: "\(id): \(reason)", width: width, hanging: 2)
                tables.append(lines.joined(separator: "\n"))
            }
        }

        /// A table with a column for each name that the objects have.
        private static func table(_ items: [JSONValue]) -> TextTable {
            var names: [String] = []
            for item in items {
                for key in item.object?.keys ?? [] where !names.contains(key) && key != "links" {
                    names.append(key)
                }
            }
            return TextTable(
                names.map { .text(TerminalText.harmless($0)) },
                items.map { item in names.map { item[$0]?.line ?? "" } }
            )
        }

        private static func pretty(_ members: JSONObject) -> [String] {
            JSONValue.object(members).prettyText.split(separator: "\n").map(String.init)
        }

        var text: String {
            let widest = entries.map { TerminalText.width(of: $0.name) }.max() ?? 0
            let column = min(widest, Self.longestName, width / 2)
            var lines: [String] = []
            for (name, values) in entries {
                var label = TerminalText.padded(name, to: column)
                // A name that is longer has a line of its own.
                if TerminalText.width(of: name) > column {
                    lines.append(TerminalText.cut(name, to: width))
                    label = TerminalText.padded("", to: column)
                }
                for line in values.flatMap({ value in self.lines(of: value, beside: column) }) {
                    let value = name == "status" ? paint(line, Paint.Tone(status: line)) : line
                    lines.append(line.isEmpty ? label : "\(label)  \(value)")
                    label = TerminalText.padded("", to: column)
                }
            }
            return (lines + tables).joined(separator: "\n")
        }

        private func lines(of value: String, beside column: Int) -> [String] {
            let indent = value.prefix { $0 == " " }.count
            return TerminalText.lines(of: value, width: width - column - 2, hanging: indent + 2)
        }
    }
}
