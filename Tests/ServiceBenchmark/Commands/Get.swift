import ArgumentParser

/// `orderd-bench get`: answers to reading requests.
struct Get: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure GET of an ended order, of /livez and of /health.",
        discussion: "Beside nginx with a static 200, if it is installed."
    )

    @OptionGroup var options: Options

    @Option(help: "How many connections ask.")
    var connections = 64

    func validate() throws {
        guard (1...1_000).contains(connections) else {
            throw ValidationError("--connections is 1 to 1000")
        }
        try Options.requireWrk()
    }

    func run() async throws {
        try await Workshop.run { workshop in
            let builds = try await options.builds(in: workshop)
            let load = Wrk(connections: connections, seconds: options.seconds, workshop: workshop)
            for path in ["/orders/ended-0", "/livez", "/health"] {
                let own = builds.map { build in
                    Experiment.Subject(name: build.name) { try await measure(build, path, load) }
                }
                let peer = Experiment.Subject(name: "nginx, static 200") {
                    let port = options.peerPort
                    let server = try await Nginx.start(status: 200, port: port, in: workshop)
                    defer { server.end() }
                    let output = try await load.get(path, port: port)
                    return Figure(rate: output.rate, latency: output.latency)
                }
                let isPeerMeasured = !options.instructions && Program.find("nginx") != nil
                try await Experiment(
                    title: path == "/orders/ended-0" ? "get an ended order" : "get \(path)",
                    unit: "answers",
                    subjects: own + (isPeerMeasured ? [peer] : [])
                ).run(rounds: options.rounds)
            }
        }
    }

    private func measure(_ build: Build, _ path: String, _ load: Wrk) async throws -> Figure {
        let service = try await build.start(options.setting(nil), in: load.workshop)
        defer { service.end() }
        try await service.submit(1, "ended")
        try await service.resume()
        try await service.waitUntilCarried(leaving: 0)
        try await service.checkSuccess(of: "ended-0")
        if service.callgrind != nil { _ = try await load.get(path, port: options.port) }
        var output: WrkOutput?
        let cost = try await service.cost {
            let measured = try await load.get(path, port: options.port)
            output = measured
            return Double(measured.requests)
        }
        return service.callgrind == nil
            ? Figure(rate: output?.rate, latency: output?.latency, cost: cost) : Figure(cost: cost)
    }
}
