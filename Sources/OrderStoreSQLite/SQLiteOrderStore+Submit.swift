import FoundationEssentials
package import Orders

extension SQLiteOrderStore: OrderStore {
    /// Keeps the definition under its id.
    package func register(_ workflow: Workflow) async throws {
        let (id, name, definition) = (workflow.id, workflow.name, workflow.definition)
        try await write { connection in
            try connection.run(
                "insert or ignore into workflows(hash, name, definition, sum) values(?, ?, ?, ?)",
                id,
                name,
                definition,
                connection.sums.workflow(hash: id, name: name, definition)
            )
        }
    }

    package func workflow(_ id: Workflow.ID) async throws -> WorkflowText? {
        try await read { connection in
            try connection.first(
                "select name, definition, sum from workflows where hash = ?",
                id
            ) { row in
                let (name, definition) = (row.text(0), row.blob(1))
                guard row.int(2) == connection.sums.workflow(hash: id, name: name, definition)
                else { throw Damage(what: "the definition of workflow \(name)") }
                return WorkflowText(name: name, definition: definition)
            }
        }
    }

    /// Accepts an order within the next group commit.
    package func submit(_ order: NewOrder) async throws -> Submission {
        let digest = numbers.digest(order.id)
        return try await guarded { [numbers] connection in
            if let key = order.idempotencyKey, let answer = try connection.earlier(key) {
                return answer
            }
            if let id = try numbers.order(ofNew: order.id, digest: digest, connection) {
                let existing = try connection.order(id)
                if order.joins(existing) {
                    try numbers.link(id, order, isStarter: false, connection)
                }
                return .existing(existing)
            }
            guard !order.isRefusedIfNew else { return .refused }
            guard let workflow = try connection.workflow(order.workflow) else {
                throw StoreError.unavailable("unknown workflow \(order.workflow)")
            }
            let id = try connection.add(order, digest: digest, workflow: workflow)
            numbers.add(digest, id)
            connection.tally[.queued] += 1
            if let key = order.idempotencyKey {
                try connection.insert(key, id, at: order.createdAt)
            }
            if order.parent != nil {
                try numbers.link(id, order, isStarter: true, connection)
            }
            if let origin = order.origin {
                if let latest = connection.latestOrigin {
                    connection.latestOrigin = max(latest, id)
                }
                try connection.run(
                    "insert into origins(order_id, body) values(?, ?)",
                    id,
                    origin
                )
            }
            return .accepted
        }
    }
}

extension NumberIndex {
    /// Notes the task that has started an order; nothing when its own order is there no more.
    fileprivate func link(
        _ child: Int64,
        _ order: NewOrder,
        isStarter: Bool,
        _ connection: Connection
    ) throws {
        guard let parent = order.parent,
            let place = try self.order(parent.order, connection)
        else { return }
        try connection.link(
            child,
            to: place,
            parent,
            isStarter: isStarter,
            at: order.createdAt
        )
    }
}

extension Connection {
    /// The place of a definition; the one that orders run on is asked for every time, so it is kept.
    fileprivate func workflow(_ hash: Workflow.ID) throws -> Int64? {
        if let known = latestWorkflow, known.hash == hash { return known.id }
        let id = try besideArrivals {
            try first("select id from workflows where hash = ?", hash) { $0.int(0) }
        }
        if let id { latestWorkflow = (hash, id) }
        return id
    }

    /// What became of the request that first had the key.
    fileprivate func earlier(_ key: IdempotencyKey) throws -> Submission? {
        let found = try besideArrivals {
            try first(
                "select body, order_id, created_at, sum from idempotency_keys where digest = ?",
                key.digest
            ) { [sums] row in
                let (body, order) = (row.blob(0), row.int(1))
                let sum = sums.key(key.digest, body, order: order, createdAt: row.int(2))
                guard row.int(3) == sum else {
                    throw Damage(what: "the idempotency key of an order")
                }
                return (body, order)
            }
        }
        guard let (body, id) = found else { return nil }
        return key.stands(for: body) ? .repeated(try order(id)) : .keyTaken
    }

    fileprivate func insert(_ key: IdempotencyKey, _ order: Int64, at now: Date) throws {
        try besideArrivals {
            try run(
                "insert into idempotency_keys(digest, body, order_id, created_at, sum) values(?, ?, ?, ?, ?)",
                key.digest,
                key.body,
                order,
                now.milliseconds,
                sums.key(key.digest, key.body, order: order, createdAt: now.milliseconds)
            )
        }
    }
}
