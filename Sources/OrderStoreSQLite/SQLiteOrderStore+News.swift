package import Orders

extension SQLiteOrderStore {
    package func note(
        of order: OrderID,
        _ decide: @escaping @Sendable (Order) -> DeliveryNews?
    ) async throws -> NewsResult {
        try await write { [numbers] connection in
            guard let place = try numbers.order(order, connection) else { return .unknown }
            let standing = try connection.order(place)
            guard let news = decide(standing) else { return .setAside }
            if let result = news.result(in: standing.audit) { return result }
            if let (delivery, messageID) = news.settled,
                let row = try connection.deliveryRow(id: delivery)
            {
                var entry = try row.entry(of: standing.id)
                let before = entry.status
                if entry.conclude(
                    .sent(messageID: messageID),
                    at: news.entry.at,
                    fence: entry.fence
                ) {
                    try connection.write(entry, inPlaceOf: row)
                    try connection.didConclude(place, from: before, at: news.entry.at)
                }
            }
            try connection.insert(news.entry, order: place)
            if standing.status.isFinal { connection.changesEnded = true }
            return .noted(isNew: true)
        }
    }
}
