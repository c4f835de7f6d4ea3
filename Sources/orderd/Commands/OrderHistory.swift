import ArgumentParser
import HTTPTypes
import JSON

extension OrdersCommands {
    /// `orderd orders history`: what happened to an order, and how long it took.
    struct History: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what happened to an order, when, and how long it took.",
            discussion: """
                START counts from when the order was accepted. An attempt stands below its state, and what was sent below the \
                attempt; … is what has not ended. Through a pipe, or with --json, the events come as the service has them.

                  orderd orders history 2026-0001
                  orderd orders history 2026-0001 --json | jq '.events[].type'
                """
        )

        @OptionGroup var service: ServiceOptions

        @Argument(help: "The order number.")
        var order: String

        /// The most events that are read: as many as an execution of Step Functions may have.
        private static let maximumEvents = 25_000

        func run() async throws {
            let path = "/orders/\(order.escapedForPath)"
            let connection = try service.connect()
            defer { connection.close() }
            var events: [JSONValue] = []
            var next: String? = "\(path)/history?limit=1000"
            while let target = next, events.count < Self.maximumEvents {
                let page = try service.document(await connection.send(.get, target))
                events += page["events"]?.array ?? []
                next = page["next"]?.string
            }
            guard service.form.isTable(for: Terminal.isThere) else {
                let whole = JSONValue.object(["events": .array(events)])
                return print(Terminal.json(whole.text))
            }
            let document = try service.document(await connection.send(.get, path))
            print(
                OrderStory(document, events: events)
                    .text(width: Terminal.width, paint: Terminal.paint)
            )
            if next != nil { StandardError.write("the first \(events.count) events\n") }
        }
    }
}
