import Foundation
import OrderStorePostgres
import Orders
import StoreConformance
import TestClosing
import Testing

/// A store in a schema of its own.
final class PostgresFixture: StoreFixture {
    let server: TestServer
    let schema: String
    let store: any TestedStore

    convenience init() async throws { try await self.init(try #require(TestServer.current)) }

    init(_ server: TestServer) async throws {
        (self.server, schema) = (server, server.makeSchema())
        store = try await Self.open(server.address, schema, "one")
    }

    /// A new process of the node; the old one lives on without knowing.
    func restarted() async throws -> any TestedStore { try await open("one") }

    func restarted(from store: any OrderStore) async throws -> any TestedStore {
        try await open(store.node)
    }

    /// The store as a process of that node finds it.
    func open(_ node: String) async throws -> PostgresOrderStore {
        try await Self.open(server.address, schema, node)
    }

    private static func open(
        _ address: String,
        _ schema: String,
        _ node: String
    ) async throws -> PostgresOrderStore {
        var configuration = PostgresOrderStore.Configuration(address: address, node: node)
        configuration.schema = schema
        return try await makeStore(configuration)
    }
}

/// Opens a store, and closes it at the end of the test.
func makeStore(
    _ configuration: PostgresOrderStore.Configuration
) async throws -> PostgresOrderStore {
    let store = try await onThread {
        try PostgresOrderStore(configuration, at: Date(timeIntervalSince1970: 1_790_000_050))
    }
    afterwards { await store.close() }
    return store
}

/// Runs what waits for the server on a thread of its own: those of all tests are few.
func onThread<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
) async throws -> Value {
    try await withCheckedThrowingContinuation { done in
        Thread { done.resume(with: Result { try body() }) }.start()
    }
}
