package import Orders

extension SQLiteOrderStore {
    package func standing(_ id: OrderID) async throws -> Standing? {
        try await read { [numbers] connection in
            try numbers.order(id, connection).map(connection.standing)
        }
    }

    /// Empties the WAL, which holds what the file had.
    package func finishErasing() async throws { try await emptyWAL() }

    /// Changes an order as `decide` says, in one transaction.
    package func revise(
        _ id: OrderID,
        _ decide: @escaping @Sendable (Standing) -> Verdict
    ) async throws -> Revised {
        do { return try await reviseOnce(id, decide) } catch StoreError.damaged {
            // What was come upon is known now, and left out: an order can be stopped or erased whatever is wrong with it.
            return try await reviseOnce(id, decide)
        }
    }

    private func reviseOnce(
        _ id: OrderID,
        _ decide: @escaping @Sendable (Standing) -> Verdict
    ) async throws -> Revised {
        try await write { [numbers] connection in
            guard let place = try numbers.order(id, connection) else { return .unknown }
            let standing = try connection.standing(place)
            switch decide(standing) {
            case .refuse(let refusal): return .refused(refusal, standing.order)
            case .leave: return .changed(standing.order)
            case .revise(let revision):
                guard try connection.apply(revision, to: place) else {
                    return .refused(.damaged, standing.order)
                }
                return .changed(try connection.order(place))
            }
        }
    }
}

extension Connection {
    fileprivate func standing(_ place: Int64) throws -> Standing {
        let order = try order(place)
        // A row that does not match its checksum is told of with the order.
        guard let row = try storedOrderRow(place)?.row else {
            throw StoreError.unavailable("order \(place) is not in the file")
        }
        return Standing(
            order: order,
            snapshot: order.damage == nil ? try snapshot(place) : nil,
            lastEvent: try lastEvent(of: place),
            isQuarantined: try row.life().isQuarantined,
            fence: row.fence
        )
    }

    /// Writes a revision; false when the order's row is damaged and something else than an end was asked for: the row says
    /// on which definition the order runs.
    fileprivate func apply(_ revision: Revision, to place: Int64) throws -> Bool {
        guard let (row, sum) = try storedOrderRow(place) else { return false }
        let isSound = sum == sums.order(row)
        guard isSound || revision.status.isFinal else { return false }
        // The indexes may know the row as it was; SQLite would not find its entries there.
        if !isSound { try run("reindex orders") }
        try write(try row.life().revised(by: revision), to: row)
        if !isSound, !revision.isErasure {
            // What does not match must not be made to match.
            try run("update orders set sum = ? where id = ?", sum, place)
        }
        // A person has decided, with the evidence at hand, which stays.
        try run("update damages set is_decided = 1 where order_id = ?", place)
        changesEnded = true
        return true
    }
}
