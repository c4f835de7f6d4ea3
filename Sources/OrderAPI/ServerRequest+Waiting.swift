import HTTP

extension ServerRequest {
    /// What the body comes to, which is cancelled once the client has gone.
    func whileClientWaits<Value: Sendable>(
        _ body: @escaping @Sendable () async throws -> Value?
    ) async throws -> Value? {
        guard let client else { return try await body() }
        return try await withThrowingTaskGroup(of: Value??.self) { group in
            group.addTask { try await body() }
            group.addTask {
                await client.whenGone()
                return .none
            }
            defer { group.cancelAll() }
            while let end = try await group.next() {
                if let value = end { return value }
                // What was taken at that moment is answered all the same: one who only ended his side still reads.
                group.cancelAll()
            }
            return nil
        }
    }
}
