import Orders

/// How the tables come to be, step by step; a step that shipped is never edited.
enum Migrations {
    /// The steps, each with its statements; the number of a version is the count of its steps.
    private static let steps: [[String]] = [first]

    /// Makes the tables, or brings them up to date, in one transaction; only one node does so at a time.
    ///
    /// Throws `StoreError.unavailable` with a sentence when a later version has been here.
    static func run(on connection: Connection, schema: String) throws {
        try connection.transaction {
            try connection.lock(.migrations)
            try connection.execute("create schema if not exists \(quoted(schema))")
            try connection.execute("create table if not exists migrations(version bigint not null)")
            let version =
                try connection.first(
                    "select coalesce(max(version), 0) from migrations"
                ) { Int($0.int(0)) } ?? 0
            guard version <= steps.count else {
                throw StoreError.unavailable(
                    "the tables in schema \(schema) are of version \(version), and this orderd knows "
                        + "\(steps.count): a later version of orderd has opened them, which is needed from then on"
                )
            }
            for (index, statements) in steps.enumerated().dropFirst(version) {
                for statement in statements { try connection.execute(statement) }
                try connection.run("insert into migrations(version) values($1)", index + 1)
            }
        }
    }

    /// A name as SQL has it between quotation marks.
    static func quoted(_ name: String) -> String {
        "\""
            + name.split(separator: "\"", omittingEmptySubsequences: false).joined(
                separator: "\"\""
            )
            + "\""
    }
}
