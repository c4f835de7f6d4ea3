import HTTP
import HTTPTypes
import JSON
import Orders

extension OrderAPI {
    /// The most orders in one batch.
    static let maximumBatch = 1_000
    /// The largest batch, in bytes.
    static let maximumBatchSize = 8 * 1_024 * 1_024

    /// Answers `POST /orders` with `application/x-ndjson`: a line for each order, in their order.
    ///
    /// Each line is an order of its own: some may be accepted and others not. All that are accepted are on disk.
    func submitBatch(_ request: ServerRequest) async throws -> ServerResponse {
        let lines = request.body.split(separator: UInt8(ascii: "\n")).filter { line in
            !line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }
        }
        guard !lines.isEmpty else {
            throw Problem.badRequest("the batch is empty; it has an order on each line")
        }
        guard lines.count <= Self.maximumBatch else {
            throw Problem.badRequest(
                "the batch has \(lines.count) lines; \(Self.maximumBatch) are possible"
            )
        }
        let results = await withTaskGroup(of: (Int, [UInt8]).self) { group in
            // All at once, so that they join one commit.
            for (index, line) in lines.enumerated() {
                group.addTask { (index, await result(of: Array(line), index + 1, request.id)) }
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

    private func result(of line: [UInt8], _ number: Int, _ requestID: String) async -> [UInt8] {
        var object = ObjectWriter(reservingCapacity: 256)
        object.add("line", number)
        do {
            guard line.count <= Self.maximumOrderSize else { throw Problem.lineTooLarge }
            let result = try await parts.intake.submit(line)
            let (order, isNew) = try counted(result)
            object.add("status", isNew ? 202 : 200)
            object.add("orderId", order.number.text)
            object.add("location", order.location)
        } catch {
            let problem = Problem(error)
            object.add("status", problem.status.code)
            object.add("problem", json: problem.document(requestID: requestID))
        }
        return object.finished() + [UInt8(ascii: "\n")]
    }

    /// The largest order in a batch, in bytes.
    private static let maximumOrderSize = 256 * 1_024
}

extension ServerRequest {
    /// Whether the body is said to be JSON texts, one a line.
    var hasJSONLines: Bool { OrderAPI.isBatch(fields) }
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
    fileprivate static let lineTooLarge = Problem(
        status: .contentTooLarge,
        type: "content-too-large",
        title: "Content Too Large",
        detail: "an order has 256 KiB at most"
    )
}
