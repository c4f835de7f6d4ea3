import ArgumentParser
import Foundation
import HTTPTypes
import JSON

/// `orderd top`: how a running service is doing, on a screen that follows it.
struct Top: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Follow rates, queue, providers and held orders on a screen; q ends it.",
        discussion: """
            Any other key asks at once. Through a pipe one screen is printed; with --json each answer is a line.

              orderd top --interval 5
              orderd top --json | jq .queue.backlog
            """
    )

    @OptionGroup var service: ServiceOptions

    @Option(help: "How many seconds between two looks.")
    var interval = 2

    @Flag(help: "Look once.")
    var once = false

    func validate() throws {
        guard (1...3_600).contains(interval) else {
            throw ValidationError("--interval is 1 to 3600 seconds")
        }
    }

    func run() async throws {
        let connection = try service.connect()
        defer { connection.close() }
        var screen = TopScreen(place: connection.place)
        let first = try await lookOrEnd(connection)
        guard service.form.isTable(for: true) else {
            return try await printLines(connection, first)
        }
        screen.take(first, at: Date())
        guard Terminal.isThere, !once else {
            return print(screen.text(width: Terminal.width, height: .max, paint: Terminal.paint))
        }
        let terminal = ScreenTerminal()
        repeat {
            terminal.show(
                screen.text(
                    width: Terminal.width,
                    height: Terminal.height,
                    paint: Terminal.paint
                )
            )
            guard terminal.wait(milliseconds: Int32(interval) * 1_000) else { break }
            do {
                screen.take(try await look(connection), at: Date())
            } catch {
                screen.miss("\(error)")
            }
        } while true
    }

    private func printLines(
        _ connection: ServiceConnection,
        _ first: TopScreen.Answers
    ) async throws {
        var answers = first
        while true {
            print(Terminal.json(answers.document.text))
            try OutputWatch.flush()
            if once { return }
            try await Task.sleep(for: .seconds(interval))
            answers = try await lookOrEnd(connection)
        }
    }

    private static let targets = ["/queue", "/health", "/orders?status=HELD&limit=100"]

    private func look(_ connection: ServiceConnection) async throws -> TopScreen.Answers {
        var documents: [JSONValue] = []
        for target in Self.targets {
            let answer = try await connection.attempt(.get, target)
            let document = try JSONValue(parsing: answer.body)
            // A service that is not well says so with 503, and is looked at all the same.
            guard answer.status == 200 || target == "/health" else { throw Refused(document) }
            documents.append(document)
        }
        return TopScreen.Answers(documents)
    }

    /// Asks; what is wrong is told on standard error, and ends the command.
    private func lookOrEnd(_ connection: ServiceConnection) async throws -> TopScreen.Answers {
        do {
            return try await look(connection)
        } catch {
            StandardError.write("\(error)\n")
            throw ExitCode.failure
        }
    }

    private struct Refused: Error, CustomStringConvertible {
        let description: String
        init(_ problem: JSONValue) {
            description = DocumentView.problem.text(of: problem, width: .max)
        }
    }
}

extension TopScreen.Answers {
    /// Those of the queue, of `/health` and of the held orders.
    fileprivate init(_ documents: [JSONValue]) {
        self.init(queue: documents[0], health: documents[1], held: documents[2])
    }

    fileprivate var document: JSONValue {
        .object(["queue": queue, "health": health, "held": held["orders"] ?? .array([])])
    }
}
