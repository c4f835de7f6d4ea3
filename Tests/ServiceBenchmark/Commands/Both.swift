import ArgumentParser

/// `orderd-bench both`: accepting while the engine is at work.
struct Both: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure a steady intake of half of what can be carried.",
        discussion: """
            Carries a backlog first, and then takes in half as many orders a second as it carried, or --rate, for \
            --seconds: the times of accepting, what is behind at the end, and whether health stays pass.
            """
    )

    @OptionGroup var options: Options
    @OptionGroup var carrying: CarryOptions

    @Option(help: "Orders a second in place of half of what was carried.")
    var rate: Int?

    @Option(help: "How many connections the orders come by.")
    var connections = 64

    func validate() throws {
        guard !options.instructions else {
            throw ValidationError("--instructions is for accept, carry and get")
        }
        guard (1...1_000).contains(connections), (1...100_000).contains(rate ?? 1) else {
            throw ValidationError("--connections is 1 to 1000 and --rate 1 to 100000")
        }
        try Options.requireWrk()
    }

    func run() async throws {
        try await Workshop.run { workshop in
            let provider = try await carrying.provider(options, in: workshop)
            let subjects = try await carrying.subjects(options, provider, in: workshop) {
                try await measure($0, in: workshop)
            }
            try await Experiment(title: "both", unit: "orders", subjects: subjects)
                .run(rounds: options.rounds)
        }
    }

    private func measure(_ service: OrderService, in workshop: Workshop) async throws -> Figure {
        let waiting = carrying.waiting
        let rate =
            if let rate { Double(rate) } else {
                try await carriedRate(service, behind: waiting) / 2
            }
        try await service.resume()
        // Health looks at the queue once a second or so.
        try await Task.sleep(for: .seconds(2))
        let load = Wrk(connections: connections, seconds: options.seconds, workshop: workshop)
        var (figure, complaints) = (Figure(), Set<String>())
        figure.cost = try await service.cost {
            // Each connection sends, on average, after such a pause; the time to the answer is short beside it.
            let pause = Int((Double(connections) * 1_000 / rate).rounded())
            async let output = load.orders(port: options.port, pauseMilliseconds: max(1, pause))
            for _ in 0..<options.seconds * 2 {
                try await Task.sleep(for: .milliseconds(490))
                complaints.formUnion(try await service.complaints())
            }
            figure.backlog = Double(try await service.queue().backlog - waiting)
            let measured = try await output
            (figure.rate, figure.latency) = (measured.rate, measured.latency)
            return Double(measured.requests)
        }
        for complaint in complaints.sorted() { Experiment.say("\(complaint)\n") }
        figure.isHealthy = complaints.isEmpty
        return figure
    }

    private func carriedRate(_ service: OrderService, behind waiting: Int) async throws -> Double {
        let figure = try await service.carry(
            carrying.orders ?? 3_000,
            "carried",
            behind: waiting
        )
        return figure.rate ?? 0
    }
}
