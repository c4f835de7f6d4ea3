import FoundationEssentials
import Orders

extension ModelStore: BulkStore {
    func match(
        _ filter: BulkRedrive.Filter,
        after place: Int64,
        limit: Int
    ) async throws -> BulkMatch {
        try await change { state in
            let found = state.places(filter, after: place)
            return BulkMatch(count: found.count, orders: Array(found.prefix(limit)))
        }
    }

    func begin(_ bulk: BulkRedrive) async throws -> BulkRedrive {
        try await change { state in
            var kept = bulk
            kept.total = state.places(bulk.filter, after: 0).count
            kept.id = Int64(state.bulks.count + 1)
            state.bulks.append(kept)
            return kept
        }
    }

    func bulkRedrives(limit: Int) async throws -> [BulkRedrive] {
        try await change { Array($0.bulks.reversed().prefix(limit)) }
    }

    func runningBulkRedrives(limit: Int) async throws -> [BulkRedrive] {
        try await change { Array($0.bulks.filter { $0.state == .running }.prefix(limit)) }
    }

    func bulkRedrive(_ bulk: Int64) async throws -> BulkRedrive? {
        try await change { state in state.bulks.first { $0.id == bulk } }
    }

    func nextSlice(of bulk: Int64, limit: Int) async throws -> [BulkMatch.Place] {
        try await change { state in
            guard let bulk = state.bulks.first(where: { $0.id == bulk }), bulk.state == .running
            else { return [] }
            return Array(state.places(bulk.remaining, after: bulk.cursor).prefix(limit))
        }
    }

    func advance(_ bulk: Int64, _ progress: BulkProgress) async throws {
        try await change { state in
            guard let index = state.bulks.firstIndex(where: { $0.id == bulk }) else { return }
            state.bulks[index].note(progress)
        }
    }

    func cancelBulk(
        _ bulk: Int64,
        by operator: Operator,
        at now: Date
    ) async throws -> BulkRedrive? {
        try await change { state in
            guard let index = state.bulks.firstIndex(where: { $0.id == bulk }) else { return nil }
            _ = state.bulks[index].cancel(at: now)
            return state.bulks[index]
        }
    }
}

extension ModelState {
    /// Orders that a filter means, the oldest first.
    fileprivate func places(_ filter: BulkRedrive.Filter, after place: Int64) -> [BulkMatch.Place] {
        orders.filter { $0.id > place && filter.includes($0.order) }
            .map { BulkMatch.Place(place: $0.id, order: $0.order.id) }
    }
}
