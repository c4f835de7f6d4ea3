import HTTP
import HTTPTypes
import JSON
import OpenSSL
import Orders

extension OrderAPI {
    /// The most orders in one batch.
    static let maximumBatch = 1_000
    /// The largest batch, in bytes.
    static let maximumBatchSize = 8 * 1_024 * 1_024

    /// Answers `POST /orders` with `application/x-ndjson`: a line for each order, in their order.
    ///
    /// Each line is an order of its own: some may be accepted and others not. All that are accepted are on disk.
    /// An idempotency key stands for each line by its place.
    func submitBatch(
        _ request: ServerRequest,
        _ trace: SubmitTrace?
    ) async throws -> ServerResponse {
        guard let key = try SubmitPreferences(request).key else {
            return try await submitLines(request, key: nil, trace)
        }
        guard parts.inHand.begin(key.digest) else { throw Problem.requestInHand }
        defer { parts.inHand.end(key.digest) }
        return try await submitLines(request, key: key, trace)
    }

    private func submitLines(
        _ request: ServerRequest,
        key: IdempotencyKey?,
        _ trace: SubmitTrace?
    ) async throws -> ServerResponse {
        let lines = try BatchLine.all(in: request.body)
        let way = BatchWay(
            workflow: try request.workflow,
            key: key,
            requestID: request.id,
            trace: trace
        )
        let results = await withTaskGroup(of: (Int, [UInt8]).self) { group in
            // All at once, so that they join one commit.
            for (index, line) in lines.enumerated() {
                group.addTask { [self] in (index, await result(of: line, way)) }
            }
            return await group.reduce(into: [[UInt8]](repeating: [], count: lines.count)) {
                $0[$1.0] = $1.1
            }
        }
        return ServerResponse(
            .ok,
            fields: [.contentType: "application/x-ndjson"],
            body: Array(results.joined())
        )
    }

    private func result(of line: BatchLine, _ way: BatchWay) async -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 256)
        object.add("line", line.number)
        do {
            let limit = parts.orders.maximumSize
            guard line.text.count <= limit else { throw Problem.lineTooLarge(limit) }
            var request = OrderRequest(
                line.text,
                for: way.workflow,
                key: way.key.map(line.key)
            )
            request.origin = way.trace?.origin
            let start = way.trace?.now ?? 0
            let result = try await parts.orders.intake.submit(request)
            if let trace = way.trace, case .accepted(let order) = result {
                trace.record(order, from: start)
            }
            let (order, _) = try counted(result)
            if case .replayed = result {
                object.add("status", 200)
            } else {
                object.add("status", 202)
            }
            object.add("orderId", order.id.text)
            object.add("location", order.location)
        } catch {
            let problem = Problem(error)
            object.add("status", problem.status.code)
            object.add("problem", json: problem.document(requestID: way.requestID))
        }
        return object.finished() + [UInt8(ascii: "\n")]
    }
}

/// What all orders of a batch have in common.
private struct BatchWay: Sendable {
    let workflow: String?
    let key: IdempotencyKey?
    let requestID: String
    let trace: SubmitTrace?
}

/// One order of a batch.
private struct BatchLine: Sendable {
    /// The line of the body that it stands on, which a person looks for in the file that was sent; the first is 1.
    let number: Int
    let text: [UInt8]

    /// The lines that are not empty, of which there are one to a thousand.
    static func all(in body: [UInt8]) throws -> [BatchLine] {
        let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated().filter { !$0.element.allSatisfy(\.isBlankInBatch) }
        guard !lines.isEmpty else {
            throw Problem.badRequest("the batch is empty; it has an order on each line")
        }
        guard lines.count <= OrderAPI.maximumBatch else {
            throw Problem.badRequest(
                "the batch has \(lines.count) orders; \(OrderAPI.maximumBatch) are possible"
            )
        }
        return lines.map { BatchLine(number: $0.offset + 1, text: Array($0.element)) }
    }

    /// The key of this line: the batch's and its place, so that a batch that is sent again is not done again.
    func key(_ batch: IdempotencyKey) -> IdempotencyKey {
        IdempotencyKey(
            digest: Digest.sha256(batch.digest + Array("\n\(number)".utf8)),
            body: Digest.sha256(text)
        )
    }
}

extension UInt8 {
    fileprivate var isBlankInBatch: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r")
    }
}

extension OrderAPI {
    /// Whether a request's fields say that its body is a batch.
    static func isBatch(_ fields: FieldTable) -> Bool {
        // Asked for every order, of which nearly all come alone.
        guard !fields.contains(.contentType, "application/json"), let type = fields[.contentType]
        else { return false }
        let essence = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        return ["application/x-ndjson", "application/ndjson", "application/jsonl"].contains(essence)
    }
}

extension Problem {
    fileprivate static func lineTooLarge(_ limit: Int) -> Problem {
        Problem(
            .contentTooLarge,
            "the order is larger than \(limit) bytes; the setting http.maximumBodySize says how many"
        )
    }
}
