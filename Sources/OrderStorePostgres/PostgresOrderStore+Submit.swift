import FoundationEssentials
package import Orders

extension PostgresOrderStore: OrderStore {
    /// Keeps the definition under its id.
    package func register(_ workflow: Workflow) async throws {
        let (id, name, definition) = (workflow.id, workflow.name, workflow.definition)
        try await write { connection in
            try connection.run(
                """
                insert into workflows(hash, name, definition) values($1, $2, $3)
                on conflict (hash) do nothing
                """,
                id,
                name,
                definition
            )
        }
    }

    package func workflow(_ id: Workflow.ID) async throws -> WorkflowText? {
        try await read { connection in
            try connection.first("select name, definition from workflows where hash = $1", id) {
                WorkflowText(name: $0.text(0), definition: $0.bytes(1))
            }
        }
    }

    /// Accepts an order within the next group commit, together with the others that wait.
    package func submit(_ order: NewOrder) async throws -> Submission {
        try await writer.submit(order)
    }
}

extension Connection {
    /// Accepts orders, those that are new all at once.
    func submit(_ jobs: [SubmissionJob]) throws {
        guard !jobs.isEmpty else { return }
        // Of two that are the same one comes later.
        var (numbers, keys): (Set<OrderID>, Set<[UInt8]>) = ([], [])
        var (together, later): ([SubmissionJob], [SubmissionJob]) = ([], [])
        for job in jobs {
            job.result = nil
            let key = job.order.idempotencyKey?.digest
            guard !numbers.contains(job.order.id), key.map({ !keys.contains($0) }) ?? true else {
                later.append(job)
                continue
            }
            numbers.insert(job.order.id)
            if let key { keys.insert(key) }
            together.append(job)
        }
        try submitDistinct(together)
        for job in later { try submitDistinct([job]) }
    }

    private func submitDistinct(_ jobs: [SubmissionJob]) throws {
        try answerRepeated(jobs.filter { $0.order.idempotencyKey != nil })
        let rest = jobs.filter { $0.result == nil }
        let ids = try insert(rest.filter { !$0.order.isRefusedIfNew })
        let others = rest.filter { ids[$0.order.id] == nil }
        let existing = try places(of: others.map(\.order.id))
        for job in others {
            guard let id = existing[job.order.id] else {
                job.result = .refused
                continue
            }
            let order = try order(id)
            if job.order.joins(order) { try link(id, job.order, isStarter: false) }
            job.result = .existing(order)
        }
        for job in rest {
            guard let id = ids[job.order.id] else { continue }
            if job.order.parent != nil { try link(id, job.order, isStarter: true) }
            job.result = .accepted
        }
    }

    /// Answers those whose keys were used before.
    private func answerRepeated(_ jobs: [SubmissionJob]) throws {
        let keys = jobs.compactMap(\.order.idempotencyKey)
        guard !keys.isEmpty else { return }
        // Until this transaction ends nobody else takes up one of them.
        try lock(keys: keys.map(\.digest))
        let known = try all(
            "select digest, body, order_id from idempotency_keys where digest = any($1)",
            List(keys.map(\.digest))
        ) { ($0.bytes(0), (body: $0.bytes(1), order: $0.int(2))) }
        let earlier = Dictionary(known) { first, _ in first }
        for job in jobs {
            guard let key = job.order.idempotencyKey, let found = earlier[key.digest] else {
                continue
            }
            job.result = key.stands(for: found.body) ? .repeated(try order(found.order)) : .keyTaken
        }
    }

    /// Inserts orders with all that comes with them; answers the places of those that are new.
    private func insert(_ jobs: [SubmissionJob]) throws -> [OrderID: Int64] {
        guard !jobs.isEmpty else { return [:] }
        let orders = jobs.map(\.order)
        let workflows = try orders.map { order in
            guard let workflow = try place(ofWorkflow: order.workflow) else {
                throw StoreError.unavailable("unknown workflow \(order.workflow)")
            }
            return workflow
        }
        let inserted = try all(
            Self.insertion,
            List(orders.map(\.id.text)),
            List(workflows),
            List(orders.map(\.createdAt)),
            List(orders.map(\.due))
        ) { (OrderID($0.text(1)), $0.int(0)) }
        var places: [OrderID: Int64] = [:]
        for case (let id?, let place) in inserted { places[id] = place }
        tally[.queued] += places.count
        let new = orders.compactMap { order in places[order.id].map { (place: $0, order: order) } }
        guard !new.isEmpty else { return places }
        try run(
            "insert into inputs(order_id, body) select * from unnest($1, $2)",
            List(new.map(\.place)),
            List(new.map(\.order.input))
        )
        try insertKeys(new)
        let origins = new.compactMap { new in new.order.origin.map { (new.place, $0) } }
        if !origins.isEmpty {
            try run(
                "insert into origins(order_id, body) select * from unnest($1, $2)",
                List(origins.map(\.0)),
                List(origins.map(\.1))
            )
        }
        return places
    }

    private func insertKeys(_ orders: [(place: Int64, order: NewOrder)]) throws {
        let keys = orders.compactMap { new in
            new.order.idempotencyKey.map { (new.place, $0, new.order.createdAt) }
        }
        guard !keys.isEmpty else { return }
        try run(
            """
            insert into idempotency_keys(order_id, digest, body, created_at)
            select * from unnest($1, $2, $3, $4)
            """,
            List(keys.map(\.0)),
            List(keys.map(\.1.digest)),
            List(keys.map(\.1.body)),
            List(keys.map(\.2))
        )
    }

    /// Of a number that another transaction is about to give, it waits until that has ended.
    private static let insertion = SQL(
        """
        insert into orders(number, workflow, created_at, due, status)
        select n.number, n.workflow, n.created_at, n.due, \(.queued)
        from unnest($1, $2, $3, $4) with ordinality as n(number, workflow, created_at, due, place)
        order by n.place
        on conflict (number) do nothing returning id, number
        """
    )

    /// The places of the orders that are there.
    func places(of orders: [OrderID]) throws -> [OrderID: Int64] {
        guard !orders.isEmpty else { return [:] }
        let found = try all(
            "select id, number from orders where number = any($1)",
            List(orders.map(\.text))
        ) { (OrderID($0.text(1)), $0.int(0)) }
        return found.reduce(into: [:]) { places, found in
            if let id = found.0 { places[id] = found.1 }
        }
    }

    func place(of order: OrderID) throws -> Int64? {
        try first("select id from orders where number = $1", order.text) { $0.int(0) }
    }

    /// Notes the task that has started an order; nothing when its own order is there no more.
    private func link(_ child: Int64, _ order: NewOrder, isStarter: Bool) throws {
        guard let parent = order.parent, let place = try place(of: parent.order) else { return }
        try link(child, to: place, parent, isStarter: isStarter, at: order.createdAt)
    }
}
