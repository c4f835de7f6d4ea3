import JSON

/// What became of the orders of a file, line by line.
struct SubmitTally {
    /// A line that was not accepted, and why.
    struct Rejection: Equatable {
        let line: Int
        let why: String
        var text: String { "line \(line): \(why)" }
    }

    private(set) var accepted = 0
    /// Those that the service had before.
    private(set) var known = 0
    private(set) var rejected = 0
    /// Lines of the batch in hand that were accepted by an attempt that has to be repeated for others.
    private var acceptedBefore: Set<Int> = []

    /// What an answer to a batch says.
    enum Answer {
        /// All lines are settled: the results with the file's line numbers, and what was rejected.
        case settled([JSONValue], [Rejection])
        /// The service could not take some now: the same batch again later loses and doubles nothing.
        case again(String)
    }

    /// Counts the answer's lines.
    mutating func take(_ body: [UInt8], of batch: LineBatches.Batch) throws -> Answer {
        let results = try body.split(separator: UInt8(ascii: "\n")).map {
            try Self.result(Array($0), of: batch)
        }
        if let passing = results.first(where: { Self.mayPass($0.status) }) {
            acceptedBefore.formUnion(results.filter { $0.status == 202 }.map(\.line))
            return .again(Self.why(passing.document))
        }
        var rejections: [Rejection] = []
        for result in results {
            switch result.status {
            case 202: accepted += 1
            case 200 where acceptedBefore.contains(result.line): accepted += 1
            case 200: known += 1
            default:
                rejected += 1
                rejections.append(Rejection(line: result.line, why: Self.why(result.document)))
            }
        }
        acceptedBefore = []
        return .settled(results.map(\.document), rejections)
    }

    /// Whether a status may be another the next time.
    static func mayPass(_ status: Int) -> Bool { status == 429 || status >= 500 }

    /// One sentence for a person.
    func summary(seconds: Double) -> String {
        var parts = ["\(accepted) accepted"]
        if known > 0 { parts.append("\(known) known already") }
        if rejected > 0 { parts.append("\(rejected) rejected") }
        return parts.joined(separator: ", ") + " in " + SpokenDuration(seconds: seconds).text
    }

    private static func result(
        _ text: [UInt8],
        of batch: LineBatches.Batch
    ) throws -> (line: Int, status: Int, document: JSONValue) {
        var members = try JSONValue(parsing: text).object ?? JSONObject()
        let line = batch.firstLine + (members["line"]?.int ?? 1) - 1
        members["line"] = .number(line)
        return (line, members["status"]?.int ?? 0, .object(members))
    }

    private static func why(_ document: JSONValue) -> String {
        let problem = document["problem"] ?? document
        let words = [problem["title"]?.string, problem["detail"]?.string].compactMap { $0 }
        return words.isEmpty ? problem.text : words.joined(separator: ": ")
    }
}
