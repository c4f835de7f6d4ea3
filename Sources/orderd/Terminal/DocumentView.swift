import Formats
import JSON

/// How a document of the service is shown to a person.
enum DocumentView: Sendable {
    /// Names and values.
    case details
    /// The list that it is about, as a table.
    case list(DocumentList)
    /// What else it says, and then the list.
    case detailedList(DocumentList)
    /// A table of what `/health` looks at.
    case health
    /// What was wrong with a request (RFC 9457).
    case problem

    static let orders = list(.orders)
    static let history = list(.history)
    static let deliveries = list(.deliveries)
    static let redrives = list(.redrives)
    static let suppressions = list(.suppressions)
    static let tasks = list(.tasks)
    static let schedules = list(.schedules)
    static let schedule = detailedList(.runs)
    static let workflows = list(.workflows)
    static let reloaded = list(.reloaded)
    static let decisions = detailedList(.deliveries)

    /// The document in lines of that width.
    func text(of document: JSONValue, width: Int, paint: Paint = .off) -> String {
        switch self {
        case .details: return DocumentDetails(document, width: width, paint: paint).text
        case .detailedList(let list):
            guard var members = document.object else { break }
            let items = members.removeValue(forKey: list.member)?.array ?? []
            let table = list.text(items, width: width, paint: paint)
            let details = DocumentDetails(.object(members), width: width, paint: paint)
            return details.text + "\n\n" + table
        case .list(let list):
            guard let items = document[list.member]?.array else { break }
            let table = list.text(items, width: width, paint: paint)
            return table + (document["next"]?.string.map { "\nmore: \(list.more(at: $0))" } ?? "")
        case .health:
            guard let checks = document["checks"]?.object else { break }
            let rows = checks.flatMap { name, findings in
                (findings.array ?? []).map { finding in
                    [
                        name, finding.cell("status"),
                        [finding.cell("observedValue"), finding.cell("observedUnit")]
                            .filter { !$0.isEmpty }.joined(separator: " "),
                        finding.cell("output"),
                    ]
                }
            }
            let table = TextTable(
                [.id("CHECK"), .text("STATUS"), .text("VALUE")],
                rows.map { Array($0.prefix(3)) }
            )
            // A cell has no room for the sentence that says what to do, and what passes needs none here.
            let told = rows.filter { !$0[3].isEmpty && $0[1] != "pass" }.flatMap { row in
                TerminalText.lines(of: "\(row[0]): \(row[3])", width: width, hanging: 2)
            }
            return "\(document.cell("status")) at \(document.cell("time"))\n"
                + table.text(width: width, paint: paint) + (told.isEmpty ? "" : "\n\n")
                + told.joined(separator: "\n")
        case .problem:
            guard let title = document["title"]?.string else { break }
            let detail = document["detail"]?.string.map { ": \($0)" } ?? ""
            let faults = (document["errors"]?.array ?? []).map { fault in
                // What is wrong with no member of the body has an empty pointer to it.
                fault.object?.values.map(\.line).filter { !$0.isEmpty }.joined(separator: ": ")
                    ?? fault.line
            }
            return ([title + detail] + faults.map { "- \($0)" })
                .flatMap { TerminalText.lines(of: $0, width: width, hanging: 2) }
                .joined(separator: "\n")
        }
        return DocumentDetails(document, width: width, paint: paint).text
    }
}

/// A member of a document that is a list, and the columns of its table.
struct DocumentList: Sendable {
    let member: String
    /// What is said when there is nothing in it.
    let none: String
    /// Whether the command that lists it takes a cursor.
    var hasCursorOption = false
    let columns: [(column: TextTable.Column, cell: @Sendable (JSONValue) -> String)]

    /// How to get at the rest, whole also where it has no room: part of a cursor leads nowhere.
    func more(at address: String) -> String {
        guard hasCursorOption, let cursor = address.cursor else {
            return TerminalText.harmless(address)
        }
        return "--cursor \(cursor)"
    }

    /// The table, or that there is nothing.
    func text(_ items: [JSONValue], width: Int, paint: Paint) -> String {
        items.isEmpty ? none : table(items).text(width: width, paint: paint)
    }

    func table(_ items: [JSONValue]) -> TextTable {
        TextTable(columns.map(\.column), items.map { item in columns.map { $0.cell(item) } })
    }

    static let orders = DocumentList(
        member: "orders",
        none: "no orders",
        hasCursorOption: true,
        columns: [
            (.id("ORDER"), { $0.cell("orderId") }),
            (.text("STATUS"), { $0.cell("status") }),
            (.text("CREATED (UTC)"), { $0.instant("createdAt") }),
            (.text("STATE"), { $0.cell("state") }),
            (.text("ERROR"), { $0.failure("error", "cause") }),
        ]
    )

    static let history = DocumentList(
        member: "events",
        none: "no events",
        columns: [
            (.number("ID"), { $0.cell("id") }),
            (.text("TIME (UTC)"), { $0.second("timestamp") }),
            (.text("EVENT"), { $0.cell("type") }),
            (.text("WHAT"), { $0.eventDetails }),
        ]
    )

    static let deliveries = DocumentList(
        member: "deliveries",
        none: "no deliveries",
        columns: [
            (.number("ID"), { $0.cell("id") }),
            (.id("ORDER"), { $0.cell("orderId") }),
            (.text("KIND"), { $0.cell("kind") }),
            (.text("STATUS"), { $0.cell("status") }),
            (.number("TRIES"), { $0.cell("attempts") }),
            (.text("BEGUN (UTC)"), { $0.instant("intendedAt") }),
            (.text("REASON"), { $0.cell("reason") }),
        ]
    )

    /// Those of one order, which need not be named; their reasons stand below in full.
    static let deliveriesOfOrder = DocumentList(
        member: "deliveries",
        none: "no deliveries",
        columns: [
            (.number("ID"), { $0.cell("id") }),
            (.text("KIND"), { $0.cell("kind") }),
            (.text("STATUS"), { $0.cell("status") }),
            (.number("TRIES"), { $0.cell("attempts") }),
            (.text("BEGUN (UTC)"), { $0.instant("intendedAt") }),
            (.id("MESSAGE"), { $0.cell("messageId") }),
        ]
    )

    static let suppressions = DocumentList(
        member: "suppressions",
        none: "no suppressed addresses",
        hasCursorOption: true,
        columns: [
            (.id("ADDRESS"), { $0.cell("address") }),
            (.text("CAUSE"), { $0.cell("cause") }),
            (.text("SINCE (UTC)"), { $0.instant("since") }),
            (.text("BY"), { $0.cell("by") }),
            (.text("WHY"), { $0.failure("detail", "reason") }),
        ]
    )

    static let workflows = DocumentList(
        member: "workflows",
        none: "no workflows",
        columns: [
            (.id("WORKFLOW"), { $0.cell("name") }),
            (.text("DEFAULT"), { $0["default"]?.bool == true ? "yes" : "" }),
            (.text("E-MAIL"), { $0["requireEmail"]?.bool == true ? "required" : "" }),
            (.id("DEFINITION"), { String($0.cell("id").prefix(12)) }),
        ]
    )

    static let reloaded = DocumentList(
        member: "workflows",
        none: "no workflows",
        columns: [
            (.id("WORKFLOW"), { $0.cell("name") }), (.text("CHANGE"), { $0.cell("change") }),
        ]
    )

    static let tasks = DocumentList(
        member: "tasks",
        none: "no task waits for an answer",
        hasCursorOption: true,
        columns: [
            (.id("ORDER"), { $0.cell("orderId") }),
            (.text("STATE"), { $0.cell("state") }),
            (.text("KIND"), { $0.cell("kind") }),
            (.text("SINCE (UTC)"), { $0.instant("since") }),
            (.text("WORKER"), { $0.cell("worker") }),
            (.text("WHAT"), { $0.cell("name") }),
        ]
    )

    static let schedules = DocumentList(
        member: "schedules",
        none: "no schedules",
        hasCursorOption: true,
        columns: [
            (.id("SCHEDULE"), { $0.cell("name") }),
            (.id("NEXT (UTC)"), { $0["enabled"]?.bool == false ? "off" : $0.nextTime }),
            (.text("RUNS"), { $0["target"]?.named ?? "" }),
            (.text("EXPRESSION"), { $0.cell("expression") }),
            (.number("STARTED"), { $0["counts"]?.cell("started") ?? "" }),
            (.number("MISSED"), { $0["counts"]?.cell("missed") ?? "" }),
        ]
    )

    static let runs = DocumentList(
        member: "runs",
        none: "no run yet",
        columns: [
            (.text("TIME (UTC)"), { $0.instant("time") }),
            (.text("OUTCOME"), { $0.cell("outcome") }),
            (.number("TIMES"), { $0["count"]?.line ?? "1" }),
            (.id("ORDER"), { $0.cell("orderId") }),
            (.text("REASON"), { $0.cell("reason") }),
        ]
    )

    static let redrives = DocumentList(
        member: "redrives",
        none: "no redrives",
        columns: [
            (.number("ID"), { $0.cell("id") }),
            (.text("STATE"), { $0.cell("state") }),
            (.text("OF"), { $0.cell("status") }),
            (.text("ERROR"), { $0.cell("error") }),
            (.number("DONE"), { "\($0.cell("redriven"))/\($0.cell("total"))" }),
            (.number("REFUSED"), { $0.cell("refused") }),
            (.number("A SECOND"), { $0.cell("ratePerSecond") }),
            (.text("BEGUN (UTC)"), { $0.instant("createdAt") }),
        ]
    )
}

extension JSONValue {
    /// A value in a line: texts as they are, everything else as JSON, nothing where there is none.
    fileprivate func cell(_ name: String) -> String { self[name]?.line ?? "" }

    /// What a person reads of a value.
    var line: String {
        switch self {
        case .null: "–"
        case .string(let text): text
        case .bool, .number, .array, .object: text
        }
    }

    /// `2026-11-23 04:27:32` of a timestamp with more of it.
    fileprivate func instant(_ name: String) -> String {
        let text = cell(name)
        guard text.utf8.count >= 19, text.utf8.dropFirst(10).first == UInt8(ascii: "T") else {
            return text
        }
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8))"
    }

    /// The time of day of seconds since 1970.
    fileprivate func second(_ name: String) -> String {
        guard let seconds = self[name]?.number?.double, (0...253_402_300_799).contains(seconds)
        else {
            return cell(name)
        }
        let milliseconds = Int((seconds * 1_000).rounded()) % 86_400_000
        let parts = [
            milliseconds / 3_600_000, milliseconds / 60_000 % 60, milliseconds / 1_000 % 60,
        ]
        let digits = parts.map { ($0 < 10 ? "0" : "") + String($0) }
        let rest = String(1_000 + milliseconds % 1_000).dropFirst()
        return digits.joined(separator: ":") + "." + rest
    }

    /// What a schedule runs.
    fileprivate var named: String { cell("workflow") + cell("function") }

    /// The first of the times that come, of a schedule.
    fileprivate var nextTime: String {
        self["next"]?[0].map { JSONValue.object(["time": $0]).instant("time") } ?? "never"
    }

    fileprivate func failure(_ error: String, _ cause: String) -> String {
        [cell(error), cell(cause)].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    /// What tells a history event from others of its type: the state, what failed, what was called.
    fileprivate var eventDetails: String {
        guard let details = object?.first(where: { $0.key.hasSuffix("Details") })?.value else {
            return ""
        }
        let failure = details.failure("error", "cause")
        if !failure.isEmpty { return failure }
        return ["name", "resource", "index", "length", "redriveCount"].lazy
            .map { details.cell($0) }.first { !$0.isEmpty } ?? ""
    }
}

extension String {
    /// The cursor in the address of a next page.
    fileprivate var cursor: String? {
        guard let query = split(separator: "?", maxSplits: 1).dropFirst().first else { return nil }
        return query.split(separator: "&").first { $0.hasPrefix("cursor=") }
            .flatMap { PercentEncoding.decode($0.dropFirst("cursor=".count)) }
            .map(TerminalText.harmless)
    }
}
