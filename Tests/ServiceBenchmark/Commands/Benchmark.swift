import ArgumentParser

/// Measures the service beside an older build and beside peers, in neighbouring seconds, and prints the ratios.
///
/// Figures of a shared machine differ by a factor of three from hour to hour; only what was measured in the same minute
/// can be compared.
@main
struct Benchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orderd-bench",
        abstract: "Measure orderd beside an older build and beside peers.",
        discussion: """
            Each command prints a table in Markdown, the medians of its rounds, and a verdict in one line. In each round \
            all builds and peers are measured one after the other, in the next in the opposite order. \
            Tests/ServiceBenchmark/README.md has examples.
            """,
        subcommands: [Accept.self, Carry.self, Both.self, Get.self]
    )
}
