import ArgumentParser
import HTTPTypes

/// `orderd health`: asks a running service how it is; for Docker's HEALTHCHECK.
struct Health: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask a running service how it is: exit 0 for pass and warn, 1 otherwise."
    )

    @Option(help: "The service's address (also ORDERD_URL).")
    var url: String?

    @Option(help: "How many seconds to wait for the answer.")
    var timeout: Int = 5

    @Flag(exclusivity: .exclusive)
    var form: AnswerForm?

    func run() async throws {
        var service = ServiceOptions()
        (service.url, service.timeout) = (url, timeout)
        (service.keyFile, service.caFile) = (nil, nil)
        let answer = try await service.ask(.get, "/health")
        let view: DocumentView? = form.isTable(for: Terminal.isThere) ? .health : nil
        print(ServiceOptions.text(answer.body, view, paint: Terminal.paint))
        if answer.status != 200 { throw ExitCode.failure }
    }
}
