import Orders

/// The history of an order in rows, each with the events of one step.
///
/// A row's id says whose it is and which event it begins with, so that an order's rows are neighbours (`Migration10`).
enum HistoryRows {
    /// The id of the row that begins with that event.
    static func id(of order: Int64, from event: Int64) -> Int64 {
        precondition(event < 1 << eventBits, "an order has fewer than 268,435,456 events")
        return order << eventBits | event
    }

    /// The ids that rows of the order can have.
    static func ids(of order: Int64) -> (first: Int64, last: Int64) {
        (order << eventBits, order << eventBits | (1 << eventBits - 1))
    }

    private static let eventBits: Int64 = 28
}

extension Connection {
    /// Appends history events as one row, in the order of the orders: neighbours are written together.
    func append(_ events: [RecordedEvent], to order: Int64) throws {
        guard let first = events.first else { return }
        let (place, count) = (Int64(first.id), Int64(events.count))
        let lines = HistoryPage.lines(events)
        try run(
            "insert into history_rows(id, count, events, sum) values(?, ?, ?, ?)",
            HistoryRows.id(of: order, from: place),
            count,
            lines,
            sums.history(order, first: place, count: count, lines)
        )
    }

    /// Events after that one, so many at most.
    func history(of order: Int64, after id: Int, limit: Int) throws -> HistoryPage {
        var page = HistoryPage.Maker(after: id, limit: limit)
        let ids = HistoryRows.ids(of: order)
        // A row holds the events of one step, so the first row may begin before the page does.
        try prefix(
            """
            select first_event, count, events, sum from early_history
            where order_id = ? and first_event + count - 1 > ? order by first_event
            """,
            order,
            id
        ) { page.take(try soundEvents(of: order, $0)) }
        try prefix(
            """
            select id & 0xFFFFFFF, count, events, sum from history_rows
            where id between ? and ? and (id & 0xFFFFFFF) + count - 1 > ? order by id
            """,
            ids.first,
            ids.last,
            id
        ) { page.take(try soundEvents(of: order, $0)) }
        return page.page
    }

    /// The number of the order's last event; 0 without any.
    ///
    /// Served by the tables' own keys, from their ends.
    func lastEvent(of order: Int64) throws -> Int {
        let ids = HistoryRows.ids(of: order)
        let latest = try first(
            """
            select (id & 0xFFFFFFF) + count - 1 from history_rows
            where id between ? and ? order by id desc limit 1
            """,
            ids.first,
            ids.last
        ) { Int($0.int(0)) }
        if let latest { return latest }
        return try first(
            """
            select first_event + count - 1 from early_history
            where order_id = ? order by first_event desc limit 1
            """,
            order
        ) { Int($0.int(0)) } ?? 0
    }

    /// Deletes the order's events.
    func deleteHistory(of order: Int64) throws {
        let ids = HistoryRows.ids(of: order)
        try run("delete from history_rows where id between ? and ?", ids.first, ids.last)
        try run("delete from early_history where order_id = ?", order)
    }

    /// The first event's number and the events of a row, which throws `Damage` when it is not what was written.
    private func soundEvents(of order: Int64, _ row: Row) throws -> (first: Int, lines: [UInt8]) {
        let (first, lines) = (row.int(0), row.blob(2))
        let sum = sums.history(order, first: first, count: row.int(1), lines)
        guard row.int(3) == sum else {
            throw Damage(order: order, what: "its history from event \(first) on", acts: false)
        }
        return (Int(first), lines)
    }
}
