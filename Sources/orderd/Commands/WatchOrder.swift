import ArgumentParser
import HTTP
import HTTPTypes
import JSON
import Synchronization

extension OrdersCommands {
    /// `orderd orders watch`: an order's events as they happen, until its end.
    struct Watch: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Follow an order to its end; the exit status tells how it ended.",
            discussion: """
                Exit 0: it succeeded; 3: it failed; 4: it timed out; 5: it was stopped; 1: it could not be followed. After a lost \
                connection it goes on where it was. Through a pipe, or with --json, each event is a line of JSON, and \
                the last line is the order.

                  orderd orders watch 2026-0001 && echo it is done
                """
        )

        @OptionGroup var service: ServiceOptions

        @Argument(help: "The order number.")
        var order: String

        func run() async throws {
            let path = "/orders/\(order.escapedForPath)"
            let connection = try service.connect()
            defer { connection.close() }
            let document = try service.document(await connection.send(.get, path))
            let watcher = Watcher(
                document,
                isForPerson: service.form.isTable(for: Terminal.isThere)
            )
            try watcher.begin(document)
            try await withThrowingTaskGroup(of: Void.self) { group in
                defer { group.cancelAll() }
                group.addTask { try await followToEnd(connection, path, watcher) }
                group.addTask { try await lookAtStatus(connection, path, watcher) }
                // The one throws the exit status; the other ends with it.
                for try await _ in group {}
            }
        }

        private func followToEnd(
            _ connection: ServiceConnection,
            _ path: String,
            _ watcher: Watcher
        ) async throws {
            while true {
                switch watcher.next(after: await follow(connection, path, watcher)) {
                case .ended(let status): throw ExitCode(ExitCodes.end(status))
                case .failed(let why):
                    StandardError.write("\(why)\n")
                    throw ExitCode.failure
                case .rest(let seconds, let why):
                    StandardError.write("\(why); trying again in \(seconds) s\n")
                    try await Task.sleep(for: .seconds(seconds))
                }
            }
        }

        /// Tells when it is held, which is no event.
        private func lookAtStatus(
            _ connection: ServiceConnection,
            _ path: String,
            _ watcher: Watcher
        ) async throws {
            while true {
                try await Task.sleep(for: Self.pause)
                // Who cannot be asked is told of by the other task.
                guard let answer = try? await connection.attempt(.get, path),
                    let order = try? JSONValue(parsing: answer.body)
                else { continue }
                watcher.look(at: order)
            }
        }

        private static let pause = Duration.seconds(5)

        private func follow(
            _ connection: ServiceConnection,
            _ path: String,
            _ watcher: Watcher
        ) async -> OrderWatch.End {
            var fields: HTTPFields = [.accept: "text/event-stream"]
            if let name = HTTPField.Name("Last-Event-ID") { fields[name] = watcher.place }
            do {
                watcher.beginStream()
                let pieces = BodyPieces(silence: Self.silence) { watcher.take($0) }
                let answer = try await connection.stream("\(path)/events", fields: fields, pieces)
                guard answer.status != 200 else { return .closed }
                let view = DocumentView.problem
                let why = ServiceOptions.text(answer.body, view)
                return .refused(why, mayPass: [429, 502, 503, 504].contains(answer.status))
            } catch {
                return .lost("\(error)")
            }
        }

        /// The service sends something every 15 seconds.
        private static let silence = Duration.seconds(45)
    }
}

/// What takes the stream and prints it, on the connection's loop.
private final class Watcher: Sendable {
    private let state = Mutex(State())
    private let lines: Timeline.Lines?

    private struct State {
        var watch = OrderWatch()
        var parser = EventStreamParser()
        var timeline = Timeline()
    }

    init(_ order: JSONValue, isForPerson: Bool) {
        lines =
            isForPerson
            ? Timeline.Lines(
                width: Terminal.width,
                paint: Terminal.paint,
                zero: order.seconds("createdAt") ?? 0
            ) : nil
    }

    var place: String? { state.withLock { $0.watch.place } }

    func next(after end: OrderWatch.End) -> OrderWatch.Step {
        state.withLock { $0.watch.next(after: end) }
    }

    /// Says which order it is.
    func begin(_ order: JSONValue) throws {
        look(at: order)
        guard let lines else { return }
        print(OrderStory.title(of: order, width: lines.width, lines.paint))
        print(lines.paint(Timeline.Lines.heading, .faint))
        try OutputWatch.flush()
    }

    /// Says what no event tells.
    func look(at order: JSONValue) {
        guard let notice = state.withLock({ $0.watch.notice(of: order) }) else { return }
        StandardError.write(notice + "\n")
    }

    /// What was left of the last stream is no part of the next.
    func beginStream() { state.withLock { $0.parser = EventStreamParser() } }

    /// Prints what has come; false when that cannot be done, or the order has ended.
    func take(_ piece: [UInt8]) -> Bool {
        state.withLock { state in
            state.watch.began()
            for message in state.parser.add(piece) {
                let event = state.watch.take(message)
                guard let lines else {
                    print(Terminal.json(message.data))
                    continue
                }
                if let event,
                    let line = lines.text(of: state.timeline.add(event), in: state.timeline)
                {
                    print(line)
                }
            }
            guard (try? OutputWatch.flush()) != nil else { return false }
            return state.watch.status == nil && !state.parser.isTooLong
        }
    }
}
