import ArgumentParser
import Foundation

/// `orderd-bench carry`: a backlog carried to its end.
struct Carry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure how many orders are carried to their end a second.",
        discussion: """
            A backlog is taken in while the engine is paused, then carried: for each order an e-mail by SES and a notice \
            by SNS. Both are an nginx with TLS and canned answers, or the product's sandbox. With --dbos, DBOS carries \
            orders by the same nginx.
            """
    )

    @OptionGroup var options: Options
    @OptionGroup var carrying: CarryOptions

    @Option(help: "A Python with DBOS (pip install dbos requests); needs PostgreSQL.")
    var dbos: String?

    @Option(help: "How many orders DBOS carries.")
    var dbosOrders = 1_000

    func validate() throws {
        guard (1...1_000_000).contains(dbosOrders) else {
            throw ValidationError("--dbos-orders is 1 to 1000000")
        }
        guard let dbos else { return }
        guard !carrying.sandbox else {
            throw ValidationError("--dbos calls the canned provider: leave --sandbox out")
        }
        guard FileManager.default.isExecutableFile(atPath: dbos) else {
            throw ValidationError(
                "there is no \(dbos): python3 -m venv DIR && DIR/bin/pip install dbos requests"
            )
        }
        guard Program.find("postgres") != nil else {
            throw ValidationError("--dbos needs PostgreSQL: apt-get install postgresql")
        }
    }

    func run() async throws {
        try await Workshop.run { workshop in
            let provider = try await carrying.provider(options, in: workshop)
            let own = try await carrying.subjects(options, provider, in: workshop) {
                try await measure($0)
            }
            let peer =
                !options.instructions ? dbos.map { DBOS(python: $0, orders: dbosOrders) } : nil
            let others = [peer].compactMap(\.self).compactMap { peer in
                provider.map { provider in
                    Experiment.Subject(name: "DBOS") {
                        try await peer.measure(provider, port: options.peerPort, in: workshop)
                    }
                }
            }
            try await Experiment(title: "carry", unit: "orders", subjects: own + others)
                .run(rounds: options.rounds)
        }
    }

    private func measure(_ service: OrderService) async throws -> Figure {
        let waiting = carrying.waiting
        let count = carrying.orders ?? (options.instructions ? 500 : 10_000)
        if service.callgrind != nil {
            _ = try await service.uncounted.carry(count, "first", behind: waiting)
        }
        return try await service.carry(count, "carried", behind: waiting)
    }
}
