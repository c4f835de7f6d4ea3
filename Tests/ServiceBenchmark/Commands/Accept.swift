import ArgumentParser

/// `orderd-bench accept`: orders accepted a second, the engine paused.
struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure how many orders are accepted a second, each on disk before its answer.",
        discussion: """
            The engine is paused. Beside it, as far as they are installed: nginx with a static 202, redis (XADD, \
            appendfsync always), PostgreSQL (an INSERT a request, synchronous_commit on) and beanstalkd (log synced \
            before each answer).
            """
    )

    @OptionGroup var options: Options

    @Option(help: "The numbers of connections, with commas between.")
    var connections = "64,256"

    @Flag(inversion: .prefixedNo, help: "Measure the peers as well.")
    var peers = true

    func validate() throws {
        guard !counts.isEmpty, counts.allSatisfy({ (1...1_000).contains($0) }),
            counts.count == connections.split(separator: ",").count
        else { throw ValidationError("--connections is a list of numbers up to 1000: 64,256") }
        try Options.requireWrk()
    }

    private var counts: [Int] { connections.split(separator: ",").compactMap { Int($0) } }

    func run() async throws {
        try await Workshop.run { workshop in
            let builds = try await options.builds(in: workshop)
            for count in counts {
                let load = Wrk(connections: count, seconds: options.seconds, workshop: workshop)
                let own = builds.map { build in
                    Experiment.Subject(name: build.name) { try await measure(build, load) }
                }
                let others = peers && !options.instructions ? subjects(load) : []
                let title = "accept, \(count) connections"
                try await Experiment(title: title, unit: "orders", subjects: own + others)
                    .run(rounds: options.rounds)
            }
        }
    }

    private func measure(_ build: Build, _ load: Wrk) async throws -> Figure {
        let service = try await build.start(options.setting(nil), in: load.workshop)
        defer { service.end() }
        if service.callgrind != nil { _ = try await load.orders(port: options.port) }
        var output: WrkOutput?
        let cost = try await service.cost {
            let before = try await service.queue().backlog
            output = try await load.orders(port: options.port)
            return Double(try await service.queue().backlog - before)
        }
        return service.callgrind == nil
            ? Figure(rate: output?.rate, latency: output?.latency, cost: cost) : Figure(cost: cost)
    }

    /// The peers that are installed.
    private func subjects(_ load: Wrk) -> [Experiment.Subject] {
        let (connections, seconds, workshop) = (load.connections, load.seconds, load.workshop)
        let port = options.peerPort
        let all: [(program: String, subject: Experiment.Subject)] = [
            (
                "nginx",
                .init(name: "nginx, static 202") {
                    let server = try await Nginx.start(status: 202, port: port, in: workshop)
                    defer { server.end() }
                    let output = try await load.orders(port: port)
                    return Figure(rate: output.rate, latency: output.latency)
                }
            ),
            (
                "redis-benchmark",
                .init(name: "redis XADD") {
                    try await Redis.measure(connections, seconds, port: port + 1, in: workshop)
                }
            ),
            (
                "postgres",
                .init(name: "PostgreSQL INSERT") {
                    let database = try await PostgreSQL(port: port + 2, in: workshop)
                    defer { database.server.end() }
                    return try await database.measure(connections, seconds)
                }
            ),
            (
                "beanstalkd",
                .init(name: "beanstalkd put") {
                    try await Beanstalkd.measure(connections, seconds, port: port + 3, in: workshop)
                }
            ),
        ]
        for (program, subject) in all where Program.find(program) == nil {
            Experiment.say("\(subject.name) is left out: \(program) is not installed\n")
        }
        return all.filter { Program.find($0.program) != nil }.map(\.subject)
    }
}
