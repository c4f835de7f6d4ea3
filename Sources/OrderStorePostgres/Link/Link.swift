import CPostgres

/// One connection to the server, always in pipeline mode; it never leaves its thread.
///
/// Statements are sent without a wait for their results: a write costs no round trip of its own, and what several reads ask
/// for comes together. Once one has failed the server passes over all that follow, until `settle`.
final class Link {
    private let handle: OpaquePointer
    /// What was sent and not answered yet, in its order.
    private var pending: [Sent] = []
    /// How many of `pending` have been answered.
    private var answered = 0
    /// The statements that the server knows, by their keys.
    private var prepared: [UnsafeRawPointer: Int] = [:]
    private var statementCount = 0
    /// The first failure since the last `settle`.
    private var failure: LinkFault?

    private enum Sent {
        case preparation(of: UnsafeRawPointer)
        case statement
        case query
        case synchronization
    }

    /// Connects to the server of a `postgres://` address, or of libpq's `key=value` words, and waits for it.
    init(_ address: String, application: String) throws(LinkFault) {
        // Words that come later win: the address may say how long to wait, and not how texts are written.
        let words = [
            ("connect_timeout", "10"), ("dbname", address), ("client_encoding", "UTF8"),
            ("application_name", application),
        ]
        let handle = withTexts(words.map(\.0)) { names in
            withTexts(words.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        }
        guard let handle else { throw .unreachable("there is no memory for a connection") }
        self.handle = handle
        CPostgres_drop_notices(handle)
        // From here on whoever throws lets go of the connection by `deinit`.
        guard PQstatus(handle) == CONNECTION_OK else {
            throw .unreachable(Self.message(of: handle))
        }
        guard PQenterPipelineMode(handle) == 1 else { throw .lost("it has no pipeline mode") }
    }

    deinit { PQfinish(handle) }

    /// Sends a statement whose rows nobody wants; that it has failed shows with a later query or with `settle`.
    func send(_ sql: SQL, _ parameters: Parameters) throws(LinkFault) {
        try queue(sql, parameters)
        pending.append(.statement)
    }

    /// Sends a statement that is not kept prepared: it runs seldom.
    func send(once text: String) throws(LinkFault) {
        guard PQsendQueryParams(handle, text, 0, nil, nil, nil, nil, 1) == 1 else { throw lost() }
        pending.append(.statement)
    }

    /// A statement and the values of its parameters.
    typealias Query = (sql: SQL, parameters: Parameters)

    /// Sends queries, one behind the other, and waits for their answers and for the results of all that was sent before.
    func ask(_ queries: [Query]) throws(LinkFault) -> [Answer] {
        for query in queries {
            try queue(query.sql, query.parameters)
            pending.append(.query)
        }
        guard PQsendFlushRequest(handle) == 1, PQflush(handle) >= 0 else { throw lost() }
        var answers: [Answer] = []
        while answered < pending.count {
            if let answer = try receive() { answers.append(answer) }
        }
        forgetAnswered()
        if let failure { throw failure }
        guard answers.count == queries.count else { throw .lost("a query was not answered") }
        return answers
    }

    /// Waits for the results of all that was sent, and begins anew; throws the first failure among them.
    func settle() throws(LinkFault) {
        guard PQpipelineSync(handle) == 1 else { throw lost() }
        pending.append(.synchronization)
        while answered < pending.count { _ = try receive() }
        forgetAnswered()
        defer { failure = nil }
        if let failure { throw failure }
    }

    private func queue(_ sql: SQL, _ parameters: Parameters) throws(LinkFault) {
        let key = sql.key
        let number: Int
        if let known = prepared[key] {
            number = known
        } else {
            statementCount += 1
            number = statementCount
            prepared[key] = number
            let isSent = parameters.types.withUnsafeBufferPointer { types in
                PQsendPrepare(
                    handle,
                    "s\(number)",
                    sql.text,
                    Int32(types.count),
                    types.baseAddress
                )
            }
            guard isSent == 1 else { throw lost() }
            pending.append(.preparation(of: key))
        }
        let isSent = parameters.withPointers { count, values, lengths, formats in
            PQsendQueryPrepared(handle, "s\(number)", count, values, lengths, formats, 1)
        }
        guard isSent == 1 else { throw lost() }
    }

    /// Takes in the next result; answers it when it is that of a query that has succeeded.
    private func receive() throws(LinkFault) -> Answer? {
        let sent = pending[answered]
        guard let result = PQgetResult(handle) else { throw lost() }
        let answer = Answer(result)
        answered += 1
        if case .synchronization = sent {
            guard PQresultStatus(result) == PGRES_PIPELINE_SYNC else { throw lost() }
            return nil
        }
        while let more = PQgetResult(handle) { PQclear(more) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
            if case .query = sent { return answer }
            return nil
        case PGRES_PIPELINE_ABORTED:
            if case .preparation(let key) = sent { prepared[key] = nil }
            return nil
        default:
            if case .preparation(let key) = sent { prepared[key] = nil }
            if PQstatus(handle) != CONNECTION_OK { throw lost() }
            let state = CPostgres_state(result).map { String(cString: $0) } ?? ""
            let message = CPostgres_message(result).map { String(cString: $0) } ?? ""
            if CPostgres_is_fatal(result) != 0 { throw .lost(message) }
            failure = failure ?? .refused(state: state, message)
            return nil
        }
    }

    private func forgetAnswered() {
        pending.removeAll(keepingCapacity: true)
        answered = 0
    }

    private func lost() -> LinkFault { .lost(Self.message(of: handle)) }

    /// What libpq says of the connection, as one line.
    private static func message(of handle: OpaquePointer) -> String {
        let text = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? "the connection has ended" : words
    }
}

/// Why the server did not do what it was asked.
enum LinkFault: Error, Equatable {
    /// There is no connection to be had.
    case unreachable(String)
    /// The connection is over.
    case lost(String)
    /// The server refuses a statement, for the reason of that SQLSTATE.
    case refused(state: String, String)

    /// What the server or libpq says.
    var reason: String {
        switch self {
        case .unreachable(let reason), .lost(let reason), .refused(_, let reason): reason
        }
    }

    /// Whether the same transaction may succeed when it runs again: others were in its way.
    ///
    /// A row that another transaction has just inserted is found the next time.
    var isPassing: Bool {
        switch self {
        case .unreachable, .lost: false
        case .refused(let state, _): ["40001", "40P01", "23505", "23503"].contains(state)
        }
    }
}

/// The rows of a query.
final class Answer {
    private let result: OpaquePointer

    fileprivate init(_ result: OpaquePointer) { self.result = result }

    deinit { PQclear(result) }

    var count: Int { Int(PQntuples(result)) }

    /// How many rows a statement has changed.
    var changes: Int {
        PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }

    var rows: some Sequence<Row> {
        (0..<PQntuples(result)).lazy.map { Row(answer: self, place: $0) }
    }

    var first: Row? { count == 0 ? nil : Row(answer: self, place: 0) }

    /// The bytes of a value; nil for NULL.
    fileprivate func withBytes<Value>(
        _ row: Int32,
        _ column: Int32,
        _ body: (UnsafeRawBufferPointer) -> Value
    ) -> Value? {
        guard PQgetisnull(result, row, column) == 0 else { return nil }
        let count = Int(PQgetlength(result, row, column))
        return body(UnsafeRawBufferPointer(start: PQgetvalue(result, row, column), count: count))
    }
}

/// A row of a query.
struct Row {
    let answer: Answer
    let place: Int32

    func optionalInt(_ column: Int32) -> Int64? {
        answer.withBytes(place, column) { bytes in
            // A number of four bytes may be negative too; no column has one.
            bytes.reduce(0) { $0 << 8 | Int64($1) }
        }
    }

    func optionalBytes(_ column: Int32) -> [UInt8]? {
        answer.withBytes(place, column) { [UInt8]($0) }
    }

    func optionalText(_ column: Int32) -> String? {
        answer.withBytes(place, column) { String(decoding: $0, as: UTF8.self) }
    }

    func int(_ column: Int32) -> Int64 { optionalInt(column) ?? 0 }

    func bool(_ column: Int32) -> Bool { int(column) != 0 }

    func bytes(_ column: Int32) -> [UInt8] { optionalBytes(column) ?? [] }

    func text(_ column: Int32) -> String { optionalText(column) ?? "" }
}

extension Parameters {
    /// Hands over what libpq wants of parameters, which is good within the body only.
    fileprivate func withPointers<Value>(
        _ body: (
            Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?,
            UnsafePointer<Int32>?
        ) -> Value
    ) -> Value {
        let lengths = ranges.map { Int32($0?.count ?? 0) }
        let formats = [Int32](repeating: 1, count: ranges.count)
        return bytes.withUnsafeBytes { bytes in
            let base = bytes.assumingMemoryBound(to: CChar.self).baseAddress
            let values: [UnsafePointer<CChar>?] = ranges.map { range in
                range.flatMap { base?.advanced(by: $0.lowerBound) }
            }
            return body(Int32(ranges.count), values, lengths, formats)
        }
    }
}

/// Hands over texts as C wants them, with a null behind the last.
private func withTexts<Value>(
    _ texts: [String],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Value
) -> Value {
    let bytes = texts.map { Array($0.utf8CString) }
    let starts = bytes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    return Array(bytes.joined()).withUnsafeBufferPointer { buffer in
        let pointers: [UnsafePointer<CChar>?] =
            starts.dropLast().map { buffer.baseAddress?.advanced(by: $0) } + [nil]
        return pointers.withUnsafeBufferPointer { pointers in
            // There is the null at least.
            // swift-format-ignore: NeverForceUnwrap
            body(pointers.baseAddress!)
        }
    }
}
