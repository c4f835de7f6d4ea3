import FoundationEssentials
public import Orders

extension SQLiteOrderStore: OrderStore {
    /// Keeps the definition under its id.
    public func register(_ workflow: Workflow) async throws {
        let (id, name, definition) = (workflow.id, workflow.name, workflow.definition)
        try await write { connection in
            try connection.run(
                "insert or ignore into workflows(hash, name, definition) values(?, ?, ?)",
                id,
                name,
                definition
            )
        }
    }

    /// A definition that was registered.
    public func workflow(_ id: Workflow.ID) async throws -> WorkflowText? {
        try await read { connection in
            try connection.first("select name, definition from workflows where hash = ?", id) {
                WorkflowText(name: $0.text(0), definition: $0.blob(1))
            }
        }
    }

    /// Accepts an order within the next group commit.
    public func submit(_ order: NewOrder) async throws -> Submission {
        try await write { [numbers] connection in
            if let key = order.idempotencyKey, let answer = try connection.earlier(key) {
                return answer
            }
            let digest = numbers.digest(order.number)
            if let id = try numbers.order(order.number, digest: digest, connection) {
                return .existing(try connection.order(id))
            }
            try connection.insert(order, digest: digest)
            numbers.add(digest, connection.lastInsertedID)
            connection.tally[.queued] += 1
            if let key = order.idempotencyKey {
                try connection.insert(key, connection.lastInsertedID, at: order.createdAt)
            }
            return .accepted
        }
    }
}

extension Connection {
    /// The place of a definition; the one that orders run on is asked for every time, so it is kept.
    private func workflow(_ hash: Workflow.ID) throws -> Int64? {
        if let known = latestWorkflow, known.hash == hash { return known.id }
        let id = try first("select id from workflows where hash = ?", hash) { $0.int(0) }
        if let id { latestWorkflow = (hash, id) }
        return id
    }

    /// What became of the request that first had the key.
    fileprivate func earlier(_ key: IdempotencyKey) throws -> Submission? {
        let found = try first(
            "select body, order_id from idempotency_keys where digest = ?",
            key.digest
        ) { ($0.blob(0), $0.int(1)) }
        guard let (body, id) = found else { return nil }
        // Of an erased order the body is not known any more, but still that its request was carried out.
        return body.isEmpty || body == key.body ? .repeated(try order(id)) : .keyTaken
    }

    fileprivate func insert(_ key: IdempotencyKey, _ order: Int64, at now: Date) throws {
        try run(
            "insert into idempotency_keys(digest, body, order_id, created_at) values(?, ?, ?, ?)",
            key.digest,
            key.body,
            order,
            now.milliseconds
        )
    }

    /// Appends the order; the input goes last, so that `lastInsertedID` is the order's id.
    fileprivate func insert(_ order: NewOrder, digest: Int64) throws {
        guard let workflow = try workflow(order.workflow) else {
            throw StoreError.unavailable("unknown workflow \(order.workflow)")
        }
        try run(
            """
            insert into orders(number, digest, status, workflow, created_at, due)
            values(?, ?, 0, ?, ?, ?)
            """,
            order.number.text,
            digest,
            workflow,
            order.createdAt.milliseconds,
            order.due.milliseconds
        )
        try run(
            "insert into inputs(order_id, body) values(?, ?)",
            lastInsertedID,
            order.input
        )
    }
}
