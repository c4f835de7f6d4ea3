import ArgumentParser

/// What is carried, and who answers.
struct CarryOptions: ParsableArguments {
    @Option(
        help: """
            How many orders are carried to their end (default: 10000, with --instructions 500, with both 3000).
            """
    )
    var orders: Int?

    @Option(help: "How long the provider takes for each answer, in milliseconds.")
    var delay = 0

    @Option(help: "How many orders more wait behind, due in the year 2100.")
    var waiting = 0

    @Flag(help: "Use the product's sandbox, in its process, in place of the canned provider.")
    var sandbox = false

    func validate() throws {
        guard (1...10_000_000).contains(orders ?? 1), (0...10_000_000).contains(waiting) else {
            throw ValidationError("--orders and --waiting are at most 10000000")
        }
        guard (0...60_000).contains(delay) else {
            throw ValidationError("--delay is 0 to 60000 milliseconds")
        }
        guard !sandbox || delay == 0 else {
            throw ValidationError("--delay is the canned provider's, and not the sandbox's")
        }
        if !sandbox { try Options.requireNginx() }
    }

    func provider(_ options: Options, in workshop: Workshop) async throws -> Provider? {
        sandbox
            ? nil
            : try await Provider(
                port: options.providerPort,
                delayMilliseconds: delay,
                in: workshop
            )
    }

    /// The builds to be measured, each on a service of its own with the orders that wait behind.
    func subjects(
        _ options: Options,
        _ provider: Provider?,
        in workshop: Workshop,
        measure: @escaping @Sendable (OrderService) async throws -> Figure
    ) async throws -> [Experiment.Subject] {
        let waiting = waiting
        let setting = options.setting(provider)
        return try await options.builds(in: workshop).map { build in
            Experiment.Subject(name: build.name) {
                let service = try await build.start(setting, behind: waiting, in: workshop)
                defer { service.end() }
                return try await measure(service)
            }
        }
    }
}

extension OrderService {
    /// Takes the orders in while the engine is paused, carries them, and pauses it again.
    func carry(_ count: Int, _ prefix: String, behind waiting: Int) async throws -> Figure {
        try await submit(count, prefix)
        // The writer has merged numbers and moved its log by then.
        try await Task.sleep(for: .milliseconds(1_500))
        var seconds = 0.0
        let cost = try await cost {
            let start = ContinuousClock.now
            try await resume()
            try await waitUntilCarried(leaving: waiting)
            seconds = start.duration(to: .now) / .seconds(1)
            return Double(count)
        }
        try await checkSuccess(of: "\(prefix)-\(count - 1)")
        try await pause()
        return callgrind == nil
            ? Figure(rate: Double(count) / seconds, cost: cost) : Figure(cost: cost)
    }
}
