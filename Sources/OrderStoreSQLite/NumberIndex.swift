import Orders
import Synchronization

/// Finds orders by their numbers without a random write for every order that is accepted.
///
/// An index on texts that arrive in random order dirties one page a row and makes accepting ten times slower at a
/// backlog of a million. So a number's digest goes into memory first, where digests stand in their order; when enough have
/// gathered they are sealed and merged into the table `order_numbers` in slices, each within a transaction that commits orders
/// anyway. The setting `indexed` says up to which order the table is whole; later ones are read at start.
///
/// An entry is a hint: whoever looks up compares the number in the order's row.
final class NumberIndex: Sendable {
    /// How many numbers gather in memory before they are merged.
    static let sealingCount = 65_536
    /// How many of them are merged within one transaction.
    static let sliceCount = 512

    private let hash: SipHash
    private let state: Mutex<State>

    private struct State {
        /// Of the open transaction, which is one batch; they count only once it is committed.
        var pending: [DigestTable.Entry] = []
        var recent = Generation()
        /// What is being merged.
        var sealed = Generation()
        var merge = Merge()
        /// What is merged, and how many reads had begun by then: the last of them may not see the merge.
        var merged: [(numbers: DigestTable, reads: Int)] = []
        /// How many transactions the reader has begun; it has one at a time.
        var reads = 0
        /// Whether the next are sealed before enough have gathered.
        var isHastened = false
    }

    /// Numbers that are not in the table yet.
    private struct Generation {
        var numbers = DigestTable()
        var lastOrder: Int64 = 0

        mutating func add(_ entry: DigestTable.Entry) {
            lastOrder = max(lastOrder, entry.order)
            numbers.insert(entry)
        }
    }

    /// How many places of the sealed numbers' table are merged.
    private struct Merge {
        var done = 0
        /// How many the open transaction merges; they count only once it is committed.
        var pending = 0
    }

    /// Reads what the table does not hold yet.
    init(key: [UInt8], connection: Connection) throws {
        hash = SipHash(key: key)
        var recent = Generation()
        let indexed = try Self.indexed(connection)
        let missing = try connection.all(
            "select digest, id from orders where id > ?",
            indexed
        ) { DigestTable.Entry(digest: $0.int(0), order: $0.int(1)) }
        for entry in missing { recent.add(entry) }
        state = Mutex(State(recent: recent))
    }

    func digest(_ id: OrderID) -> Int64 { hash(id.text) }

    /// The order of that number as this connection sees it, or nil.
    func order(_ id: OrderID, _ connection: Connection) throws -> Int64? {
        let digest = digest(id)
        return try recentOrder(id, digest, connection)
            ?? indexedOrder(id, digest, connection)
    }

    /// The same for the writer, who asks for numbers that are new, and with the digest at hand.
    func order(ofNew id: OrderID, digest: Int64, _ writer: Connection) throws -> Int64? {
        if let order = try recentOrder(id, digest, writer) { return order }
        guard try writer.numberFilter.mayHold(digest, writer) else { return nil }
        return try indexedOrder(id, digest, writer)
    }

    private func recentOrder(
        _ id: OrderID,
        _ digest: Int64,
        _ connection: Connection
    ) throws -> Int64? {
        var recent: [Int64] = []
        state.withLock { state in
            for entry in state.pending where entry.digest == digest { recent.append(entry.order) }
            state.recent.numbers.find(digest, into: &recent)
            state.sealed.numbers.find(digest, into: &recent)
            for generation in state.merged { generation.numbers.find(digest, into: &recent) }
        }
        return try match(id, among: recent, connection)
    }

    private func indexedOrder(
        _ id: OrderID,
        _ digest: Int64,
        _ connection: Connection
    ) throws -> Int64? {
        let indexed = try connection.besideArrivals {
            try connection.all(
                "select order_id from order_numbers where digest = ?",
                digest
            ) { $0.int(0) }
        }
        return try match(id, among: indexed, connection)
    }

    /// Notes an order that was inserted within the open transaction.
    func add(_ digest: Int64, _ order: Int64) {
        state.withLock { $0.pending.append(DigestTable.Entry(digest: digest, order: order)) }
    }

    /// Merges the next slice within the open transaction, if enough numbers have gathered.
    func mergeSlice(_ connection: Connection) throws {
        try merge(sealingAt: Self.sealingCount, connection)
    }

    /// Merges the next slice of all there is, so that the next start has less to read; says whether more is left.
    func mergeRemainder(_ connection: Connection) throws -> Bool {
        try merge(sealingAt: 1, connection)
        return state.withLock {
            $0.merge.done + $0.merge.pending < $0.sealed.numbers.placeCount
                || $0.recent.numbers.count > 0
        }
    }

    /// Notes that the reader begins a transaction: those that began before it have ended.
    func willRead() {
        state.withLock { state in
            state.reads += 1
            state.merged.removeAll { $0.reads < state.reads }
        }
    }

    /// Lets the next transactions merge all there is: somebody waits for it.
    func hasten() { state.withLock { $0.isHastened = true } }

    private func merge(sealingAt sealingCount: Int, _ connection: Connection) throws {
        let (slice, isLast, lastOrder) = state.withLock {
            state -> ([DigestTable.Entry], Bool, Int64) in
            // The open transaction has merged its slice already.
            guard state.merge.pending == 0 else { return ([], false, 0) }
            let least = state.isHastened ? 1 : sealingCount
            if state.sealed.numbers.count == 0, state.recent.numbers.count >= least {
                state.sealed = state.recent
                state.recent = Generation()
                state.isHastened = false
            }
            let numbers = state.sealed.numbers
            let (slice, end) = numbers.entries(from: state.merge.done, atMost: Self.sliceCount)
            state.merge.pending = end - state.merge.done
            return (slice, end == numbers.placeCount, state.sealed.lastOrder)
        }
        for entry in slice {
            connection.numberFilter.insert(entry.digest)
            try connection.run(
                "insert or ignore into order_numbers(digest, order_id) values(?, ?)",
                entry.digest,
                entry.order
            )
        }
        guard isLast, !slice.isEmpty else { return }
        try connection.set("indexed", to: "\(lastOrder)")
    }

    /// Counts what the transaction that was just committed added and merged.
    func didCommit() {
        state.withLock { state in
            for entry in state.pending { state.recent.add(entry) }
            state.pending.removeAll(keepingCapacity: true)
            state.merge.done += state.merge.pending
            state.merge.pending = 0
            guard state.merge.done > 0, state.merge.done == state.sealed.numbers.placeCount else {
                return
            }
            state.merged.append((state.sealed.numbers, state.reads))
            state.sealed = Generation()
            state.merge = Merge()
        }
    }

    /// Forgets what the failed transaction added; its slice is merged again with the next.
    func didRollBack() {
        state.withLock { state in
            state.pending.removeAll(keepingCapacity: true)
            state.merge.pending = 0
        }
    }

    private func match(
        _ id: OrderID,
        among candidates: [Int64],
        _ connection: Connection
    ) throws -> Int64? {
        for order in candidates {
            let found = try connection.first(
                "select id from orders where id = ? and number = ?",
                order,
                id.text
            ) { $0.int(0) }
            if let found { return found }
            // Another number of the same digest is as good as never; nearly always a bit has turned in this one.
            guard let (row, sum) = try connection.storedOrderRow(order),
                sum != connection.sums.order(row)
            else { continue }
            guard try connection.damage(of: order) != nil else {
                throw Damage(order: order, what: "its row in orders")
            }
            return order
        }
        return nil
    }

    /// Up to which order the table is whole.
    static func indexed(_ connection: Connection) throws -> Int64 {
        let text: String? = try connection.setting("indexed")
        return text.flatMap { Int64($0) } ?? 0
    }
}
