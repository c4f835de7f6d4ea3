import ArgumentParser
import Formats
import Foundation
import Glibc
import HTTP
import HTTPTypes
import JSON
import OpenSSL

extension OrdersCommands {
    /// `orderd orders submit`: one order, or a file with one on each line.
    struct Submit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Submit an order, or a file with one on each line (NDJSON).",
            discussion: """
                Each line is an order of its own; which was rejected and why is told with its line. Submitting a file again \
                accepts nothing twice: to resume, give the same command again. Exit 0: the service has all orders; 1: some were \
                rejected, or it could not be asked.

                  orderd orders submit order.json
                  orderd orders submit --workflow Returns orders.ndjson
                  zcat orders.ndjson.gz | orderd orders submit -
                """
        )

        @OptionGroup var service: ServiceOptions

        @Option(help: "The workflow that it is for; without it the service chooses.")
        var workflow: String?

        @Argument(
            help: "A file with an order, or with one on each line; - reads standard input.",
            completion: .file(extensions: ["json", "ndjson", "jsonl"])
        )
        var file = "-"

        var target: String {
            "/orders" + (workflow.map { "?workflow=\(PercentEncoding.encode($0))" } ?? "")
        }

        func run() async throws {
            let pieces: InputPieces
            do { pieces = try InputPieces(file) } catch { throw ValidationError("\(error)") }
            let head = try pieces.next(upTo: InputFile.maximumSize)
            let isWhole = head.count < InputFile.maximumSize
            guard !isWhole || LineBatches.areIn(head, named: file) else {
                return try service.show(await service.ask(.post, target, body: head))
            }
            let connection = try service.connect()
            defer { connection.close() }
            var upload = BatchUpload(self, connection, total: pieces.size)
            try await upload.run(head, pieces)
            try upload.finish()
        }
    }
}

/// The shell around `LineBatches` and `SubmitTally`: sends, waits, tells.
private struct BatchUpload: ~Copyable {
    private let command: OrdersCommands.Submit
    private let connection: ServiceConnection
    private let isForPerson: Bool
    private var tally = SubmitTally()
    private var line = ProgressLine()
    private var progress: Progress
    private var hasBeenAnswered = false

    init(_ command: OrdersCommands.Submit, _ connection: ServiceConnection, total: Int?) {
        (self.command, self.connection) = (command, connection)
        isForPerson = command.service.form.isTable(for: Terminal.isThere)
        progress = Progress(title: "submitting", total: total)
    }

    mutating func run(_ head: [UInt8], _ pieces: InputPieces) async throws {
        defer { line.clear() }
        var batches = LineBatches()
        var piece = head
        while !piece.isEmpty {
            do {
                for batch in try batches.add(piece) { try await send(batch) }
            } catch let fault as LineBatches.LineTooLong {
                try giveUp("\(fault)")
            }
            piece = try pieces.next(upTo: 1 << 18)
        }
        for batch in batches.end() { try await send(batch) }
    }

    mutating func finish() throws {
        let summary = tally.summary(seconds: line.seconds)
        if isForPerson { print(summary) } else { StandardError.write(summary + "\n") }
        if tally.rejected > 0 { throw ExitCode.failure }
    }

    private mutating func send(_ batch: LineBatches.Batch) async throws {
        for attempt in 0... {
            let why: String
            do {
                let answer = try await ask(batch)
                hasBeenAnswered = true
                // 409: an attempt whose connection was lost is still in hand.
                if answer.status == 409 || SubmitTally.mayPass(answer.status) {
                    why = ServiceOptions.text(answer.body, .problem)
                } else {
                    if !(200..<300).contains(answer.status) { line.clear() }
                    try command.service.check(answer)
                    switch try tally.take(answer.body, of: batch) {
                    case .settled(let results, let rejections):
                        return tell(results, rejections, batch)
                    case .again(let reason): why = reason
                    }
                }
            } catch let error as HTTPClientError {
                // What has never been there is more likely misspelt than restarting.
                guard hasBeenAnswered else { return try giveUp("\(error)") }
                why = "\(error)"
            }
            guard attempt < Self.maximumTries else { return try giveUp(why) }
            let seconds = min(1 << min(attempt, 4), 15)
            line.clear()
            StandardError.write("\(why); trying again in \(seconds) s\n")
            try await Task.sleep(for: .seconds(seconds))
        }
    }

    private static let maximumTries = 20

    private func ask(_ batch: LineBatches.Batch) async throws(HTTPClientError) -> ServiceAnswer {
        var fields: HTTPFields = [.contentType: "application/x-ndjson"]
        // An order without a number gets none twice: the key is the same when the file is submitted again.
        let content = Array("\(command.target)\n\(batch.firstLine)\n".utf8) + batch.text
        if let name = HTTPField.Name("Idempotency-Key") {
            fields[name] = "\"\(Hexadecimal.text(Digest.sha256(content).span))\""
        }
        return try await connection.attempt(
            .post,
            command.target,
            body: batch.text,
            fields: fields
        )
    }

    private mutating func tell(
        _ results: [JSONValue],
        _ rejections: [SubmitTally.Rejection],
        _ batch: LineBatches.Batch
    ) {
        if isForPerson {
            if !rejections.isEmpty { line.clear() }
            for rejection in rejections { StandardError.write(rejection.text + "\n") }
        } else {
            for result in results { print(Terminal.json(result.text)) }
        }
        progress.done = batch.end
        let rejected = tally.rejected > 0 ? ", \(tally.rejected) rejected" : ""
        progress.note = "\(tally.accepted + tally.known) orders\(rejected)"
        line.draw(progress)
    }

    private mutating func giveUp(_ why: String) throws {
        line.clear()
        StandardError.write("\(why)\n")
        if hasBeenAnswered {
            let summary = tally.summary(seconds: line.seconds)
            StandardError.write("\(summary); the same command goes on from there\n")
        }
        throw ExitCode.failure
    }
}

/// A file or standard input, read piece by piece.
private struct InputPieces {
    private let handle: FileHandle
    /// How long it is, where it is a file.
    let size: Int?

    init(_ path: String) throws(InputFile.Unreadable) {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
            throw InputFile.Unreadable(path: path, errno: errno)
        }
        let kind = status.st_mode & S_IFMT
        guard kind != S_IFDIR else { throw InputFile.Unreadable(path: path, errno: EISDIR) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: path != "-")
        size = kind == S_IFREG ? Int(status.st_size) : nil
    }

    /// As many bytes, or those up to the end.
    func next(upTo count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count,
            let data = try handle.read(upToCount: count - bytes.count), !data.isEmpty
        {
            bytes += data
        }
        return bytes
    }
}
