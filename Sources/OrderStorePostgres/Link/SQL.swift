import FoundationEssentials
import Orders

/// The text of a statement, which is prepared once: a literal, or one that is made of named parts and kept in a `static let`.
struct SQL: ExpressibleByStringLiteral, Sendable {
    private let source: Source

    private enum Source {
        case literal(StaticString)
        case composed(Composed)
    }

    /// An address is what a composed statement is known by, so it is an object that stays.
    private final class Composed: Sendable {
        let text: String

        init(_ text: String) { self.text = text }
    }

    init(stringLiteral literal: StaticString) { source = .literal(literal) }

    /// A statement with the names of statuses and columns filled in, to be made once.
    init(_ text: Text) { source = .composed(Composed(text.text)) }

    /// The same for as long as the process lives, and different for each statement: literals do not move.
    var key: UnsafeRawPointer {
        switch source {
        case .literal(let literal): UnsafeRawPointer(literal.utf8Start)
        case .composed(let composed):
            UnsafeRawPointer(Unmanaged.passUnretained(composed).toOpaque())
        }
    }

    var text: String {
        switch source {
        case .literal(let literal): "\(literal)"
        case .composed(let composed): composed.text
        }
    }

    /// Text with names in it.
    struct Text: ExpressibleByStringInterpolation {
        let text: String

        init(stringLiteral value: String) { text = value }

        init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

        struct StringInterpolation: StringInterpolationProtocol {
            fileprivate var text = ""

            init(literalCapacity: Int, interpolationCount: Int) {
                text.reserveCapacity(literalCapacity * 2)
            }

            mutating func appendLiteral(_ literal: String) { text += literal }

            mutating func appendInterpolation(_ status: OrderStatus) {
                text += "'\(status.rawValue)'"
            }

            mutating func appendInterpolation(_ status: Delivery.Status) {
                text += "'\(status.rawValue)'"
            }

            mutating func appendInterpolation(_ number: Int) { text += "\(number)" }

            /// A part that stands in several statements.
            mutating func appendInterpolation(part: Text) { text += part.text }

            /// All columns of a table, in the order of their cases.
            mutating func appendInterpolation<Name: Column>(_ columns: Name.Type) {
                text += Name.allCases.map(\.name).joined(separator: ", ")
            }

            /// The same of a table that the query calls by that name.
            mutating func appendInterpolation<Name: Column>(_ columns: Name.Type, of table: String)
            {
                text += Name.allCases.map { "\(table).\($0.name)" }.joined(separator: ", ")
            }
        }
    }
}

/// The columns of a table in the order in which a query that names its type answers them.
protocol Column: RawRepresentable<Int32>, CaseIterable, Sendable {}

extension Column {
    /// The column's name in the table: the case's own, with `_` where a capital begins a word.
    var name: String {
        "\(self)".reduce(into: "") { name, letter in
            name += letter.isUppercase ? "_\(letter.lowercased())" : "\(letter)"
        }
    }

    /// How many columns there are; what a query answers behind them comes next.
    static var width: Int32 { Int32(allCases.count) }
}

extension Row {
    func int(_ column: some Column) -> Int64 { int(column.rawValue) }

    func optionalInt(_ column: some Column) -> Int64? { optionalInt(column.rawValue) }

    func bool(_ column: some Column) -> Bool { bool(column.rawValue) }

    func text(_ column: some Column) -> String { text(column.rawValue) }

    func optionalText(_ column: some Column) -> String? { optionalText(column.rawValue) }

    func bytes(_ column: some Column) -> [UInt8] { bytes(column.rawValue) }

    func optionalBytes(_ column: some Column) -> [UInt8]? { optionalBytes(column.rawValue) }

    func date(_ column: some Column) -> Date { Date(milliseconds: int(column)) }

    func optionalDate(_ column: some Column) -> Date? { optionalDate(column.rawValue) }

    func date(_ column: Int32) -> Date { Date(milliseconds: int(column)) }

    func optionalDate(_ column: Int32) -> Date? {
        optionalInt(column).map(Date.init(milliseconds:))
    }
}
