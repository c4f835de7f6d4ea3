import Foundation
package import FoundationEssentials
package import Orders

/// The orders in a PostgreSQL database, where several nodes work on them: a writer with group commit, and a reader.
///
/// A commit that returned has survived what the server's `synchronous_commit` promises; a session in which that is `off`
/// turns it on. Rows have no checksums of their own: PostgreSQL has them for its pages (`initdb --data-checksums`), so
/// damage shows as an error of a statement, and no order is held for it.
package final class PostgresOrderStore: Sendable {
    let writer: Worker
    let reader: Worker
    /// The name of the node whose hand this is.
    package let node: String
    /// Who its leases are given to.
    let holder: Holder
    let published: PublishedTally
    /// What its commits come to.
    package let meter = CommitMeter()
    let maximumScan: Int
    let server: Server

    /// Where the database is, and who asks.
    package struct Configuration: Sendable {
        /// A `postgres://` address, or libpq's `key=value` words.
        package var address: String
        /// The name under which its leases are given; of two processes under one name the later goes on.
        package var node: String
        /// In which schema the tables are; it is made if it is not there.
        package var schema = "orderd"
        /// How many orders one page of a list looks at, at most.
        package var maximumScan = 20_000

        package init(address: String, node: String) {
            self.address = address
            self.node = node
        }
    }

    /// Brings the tables up to date, begins a start of the node and takes back what its earlier starts had leased.
    ///
    /// It waits for the server, so its caller's thread must not be one of a few that all tasks share. Throws
    /// `StoreError.unavailable` with a sentence.
    package init(_ configuration: Configuration, at now: Date) throws {
        (node, maximumScan) = (configuration.node, configuration.maximumScan)
        server = Server(
            address: configuration.address,
            schema: configuration.schema,
            node: configuration.node
        )
        do {
            (holder, published) = try Self.start(server, at: now)
        } catch { throw StoreError(error) }
        writer = Worker("store-writer") { [server, holder, published, meter] in
            Writer(server, for: holder, published: published, meter: meter)
        }
        reader = Worker("store-reader") { [server] in Reader(server) }
    }

    /// Finishes what was asked and closes the connections; later calls fail.
    package func close() async {
        // It waits for threads, and the caller's may be one of a few that all tasks share.
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            let thread = Thread { [reader, writer] in
                nameThread("store-closer")
                reader.close()
                writer.close()
                done.resume()
            }
            thread.start()
        }
    }

    /// Runs the body within the next group commit; `orders` are those that it is about, as far as that is known.
    func write<Value: Sendable>(
        about orders: [Int64] = [],
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await writer.perform(about: orders, body)
    }

    /// Runs the body at one moment of the database.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await reader.perform(body)
    }
}
