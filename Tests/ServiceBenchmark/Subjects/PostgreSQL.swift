import Foundation
import Glibc

/// A PostgreSQL of its own, at the defaults of its version, with `synchronous_commit` on.
struct PostgreSQL {
    let server: Server
    let folder: URL
    let workshop: Workshop

    /// Makes a cluster and starts it; root gives up its rights for those of the packaged user.
    init(port: UInt16, in workshop: Workshop) async throws {
        self.workshop = workshop
        let initdb = try Program("initdb", package: "postgresql")
        let postgres = try Program("postgres", package: "postgresql")
        folder = try workshop.makeFolder("postgresql")
        if geteuid() == 0 {
            try FileManager.default.setAttributes(
                [.ownerAccountName: "postgres"],
                ofItemAtPath: folder.path
            )
        }
        let data = "\(folder.path)/data"
        _ = try await workshop.output(
            try Self.command(
                initdb,
                ["-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8"],
                folder
            )
        )
        let settings = [
            "listen_addresses=127.0.0.1", "unix_socket_directories=\(folder.path)",
            "max_connections=1100", "fsync=on", "synchronous_commit=on",
        ]
        server = try await Server(
            try Self.command(
                postgres,
                ["-D", data, "-p", "\(port)"] + settings.flatMap { ["-c", $0] },
                folder
            ),
            port: port,
            in: workshop,
            // A fast shutdown, which leaves no shared memory behind.
            ending: SIGINT
        )
    }

    /// Where clients find it.
    var url: String { "postgresql://postgres@127.0.0.1:\(server.port)/postgres" }

    /// One INSERT a request as its own transaction, prepared, into a table with an index of the orders' numbers.
    func measure(_ connections: Int, _ seconds: Int) async throws -> Figure {
        let psql = try Program("psql", package: "postgresql-client")
        let pgbench = try Program("pgbench", package: "postgresql-contrib")
        let to = ["-h", "127.0.0.1", "-p", "\(server.port)", "-U", "postgres"]
        let table = """
            create table orders (id bigserial primary key, number text not null unique, \
            body text not null, accepted timestamptz not null default now())
            """
        _ = try await workshop.output(Command(psql, to + ["-q", "-c", table, "postgres"]))
        let script = folder.appendingPathComponent("insert.sql")
        let body = String(repeating: "x", count: 200)
        let text = """
            \\set n random(1, 1000000000000000)
            insert into orders (number, body) values (:n::text, '\(body)');
            """
        try Data(text.utf8).write(to: script)
        let logs = try workshop.makeFolder("pgbench")
        let output = try await workshop.output(
            Command(
                pgbench,
                to + [
                    "-n", "-M", "prepared", "-c", "\(connections)", "-j", "1", "-T", "\(seconds)",
                ]
                    + ["-f", script.path, "--log", "--log-prefix=\(logs.path)/log", "postgres"]
            )
        )
        let files = try FileManager.default.contentsOfDirectory(
            at: logs,
            includingPropertiesForKeys: nil
        )
        let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return try Figure(pgbench: output, logs: texts.joined())
    }

    /// A server's program refuses to run as root.
    private static func command(
        _ program: Program,
        _ arguments: [String],
        _ folder: URL
    ) throws -> Command {
        guard geteuid() == 0 else { return Command(program, arguments) }
        let setpriv = try Program("setpriv", package: "util-linux")
        let user = ["--reuid=postgres", "--regid=postgres", "--init-groups"]
        var command = Command(setpriv, user + [program.path] + arguments)
        command.folder = folder
        return command
    }
}
