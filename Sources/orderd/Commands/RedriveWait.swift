import ArgumentParser
import HTTP
import HTTPTypes
import JSON

/// Waits for the end of a bulk redrive, with a progress line.
struct RedriveWait {
    let connection: ServiceConnection
    let service: ServiceOptions
    let id: Int

    /// How often it is asked for.
    private static let look = Duration.milliseconds(500)
    /// How often in a row there may be no answer.
    private static let maximumMisses = 60

    /// Prints how it ended; throws when it was cancelled, refused orders or cannot be asked for.
    func run() async throws {
        var line = ProgressLine()
        var misses = 0
        while true {
            let answer: ServiceAnswer
            do {
                answer = try await connection.attempt(.get, "/redrives/\(id)")
                misses = 0
            } catch {
                misses += 1
                guard misses <= Self.maximumMisses else {
                    line.clear()
                    StandardError.write("\(error)\n")
                    throw ExitCode.failure
                }
                try await Task.sleep(for: Self.look * 2)
                continue
            }
            if answer.status != 200 { line.clear() }
            let document = try service.document(answer)
            let progress = Self.progress(of: document)
            guard document["state"]?.string == "running" else {
                line.clear()
                try service.show(answer)
                let isDone = document["state"]?.string == "finished"
                guard isDone, document["refused"]?.int ?? 0 == 0 else { throw ExitCode.failure }
                return
            }
            line.draw(progress)
            try await Task.sleep(for: Self.look)
        }
    }

    static func progress(of document: JSONValue) -> Progress {
        let (done, refused) = (document["redriven"]?.int ?? 0, document["refused"]?.int ?? 0)
        let word = document["action"]?.string == "stop" ? "stopping" : "redriving"
        var progress = Progress(title: word, done: done + refused)
        progress.total = document["total"]?.int
        progress.note = "\(done + refused) of \(progress.total ?? 0)"
        if refused > 0 { progress.note += ", \(refused) refused" }
        return progress
    }
}

extension RedrivesCommands {
    struct Wait: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Wait for the end of one: exit 0 when it has done all, 1 otherwise."
        )

        @OptionGroup var service: ServiceOptions

        @Argument(help: "Its id.")
        var redrive: Int

        func run() async throws {
            let connection = try service.connect()
            defer { connection.close() }
            try await RedriveWait(connection: connection, service: service, id: redrive).run()
        }
    }
}
