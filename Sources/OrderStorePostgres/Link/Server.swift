import Orders
import Synchronization

/// Where the tables are, and how a connection of one start of a node is opened.
struct Server: Sendable {
    /// A `postgres://` address, or libpq's `key=value` words.
    let address: String
    let schema: String
    let node: String

    /// A connection that reads.
    func openReader() throws -> Connection {
        try Connection(Link(address, application: "orderd \(node) reads"), schema: schema)
    }

    /// A connection that writes before there is a start of the node to write for.
    func openStarter() throws -> Connection {
        let connection = try Connection(
            Link(address, application: "orderd \(node) starts"),
            schema: schema
        )
        return connection
    }

    /// A connection that writes for a start of the node, as the only one: what an earlier one has sent and the server has
    /// not begun is refused from then on.
    func openWriter(for holder: Holder) throws -> WriterLink {
        let connection = try Connection(
            Link(address, application: "orderd \(node) writes"),
            schema: schema,
            holder: holder
        )
        var found: (number: Int64, batch: Int64)?
        try connection.transaction {
            // It waits until a transaction has ended that an earlier connection has begun.
            found = try connection.first(
                """
                update nodes set link = link + 1 where epoch = $1 and token::text = $2
                returning link, batch
                """,
                holder.boot,
                holder.token
            ) { ($0.int(0), $0.int(1)) }
        }
        guard let found else {
            throw StoreError.unavailable(
                "this start of node \(holder.node) is not in the database any more: it is another one, or it was restored"
            )
        }
        return WriterLink(connection: connection, number: found.number, batch: found.batch)
    }
}

/// A connection that writes for a start of a node.
struct WriterLink {
    let connection: Connection
    /// By which the database tells it from those before it.
    let number: Int64
    /// The last batch of that start that was committed.
    var batch: Int64

    /// Begins a transaction, which counts as the next batch once it is committed.
    mutating func begin() throws {
        batch += 1
        try connection.begin()
        try connection.run(
            "select begin_batch($1, $2, $3)",
            connection.holder?.boot,
            number,
            batch
        )
    }

    /// Takes it that the batch was not committed.
    mutating func rollBack() throws {
        batch -= 1
        try connection.rollBack()
    }
}
