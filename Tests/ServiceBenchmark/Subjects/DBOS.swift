import Foundation
import JSON

/// DBOS with PostgreSQL: a workflow of two steps that call the same provider.
struct DBOS {
    /// A Python that has DBOS and requests.
    let python: String
    let orders: Int
    /// Orders in work at a time, the same as orderd's default.
    static let concurrency = 64

    /// Takes the orders in while nobody carries them, then carries them; the cost is that of the Python process alone,
    /// without PostgreSQL's.
    func measure(_ provider: Provider, port: UInt16, in workshop: Workshop) async throws -> Figure {
        let database = try await PostgreSQL(port: port, in: workshop)
        defer { database.server.end() }
        let script = workshop.folder.appendingPathComponent("dbos_peer.py")
        try Data(PackageResources.dbos_peer_py).write(to: script)
        func run(_ mode: String) async throws -> String {
            let arguments = [
                script.path, mode, database.url, provider.endpoint, provider.certificate.path,
                "\(orders)", "\(Self.concurrency)",
            ]
            return try await workshop.output(Command(program: python, arguments: arguments))
        }
        _ = try await run("enqueue")
        return try Figure(dbos: try await run("carry"), orders: Double(orders))
    }
}

extension Figure {
    /// Reads the last line, `{"seconds": 8.1, "processorSeconds": 7.4}`.
    init(dbos output: String, orders: Double) throws {
        guard let line = output.split(separator: "\n").last,
            let result = try? JSONValue(parsing: String(line)),
            let seconds = result["seconds"]?.number?.double, seconds > 0,
            let processor = result["processorSeconds"]?.number?.double
        else { throw BenchmarkError("the peer under DBOS said:\n\(output.suffix(2_000))") }
        self.init(
            rate: orders / seconds,
            cost: Cost(unit: .microseconds, total: processor / orders * 1e6, threads: [:])
        )
    }
}
