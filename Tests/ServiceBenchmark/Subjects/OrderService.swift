import Foundation
import Glibc
import JSON

/// A service that runs, and what the benchmark asks of it.
struct OrderService {
    let server: Server
    let client: ServiceClient
    let folder: URL
    /// Counts its instructions, if they are counted.
    var callgrind: Callgrind?

    /// The same service, of which nothing is counted: for what runs first, with code and connections that are new.
    var uncounted: OrderService {
        var other = self
        other.callgrind = nil
        return other
    }

    /// Has it finish and end; its data stay.
    func stop() {
        client.shutDown()
        server.end()
    }

    /// Ends it; its data go with it.
    func end() {
        client.shutDown()
        server.end(by: SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }

    /// Takes in orders by NDJSON, a thousand at a time.
    func submit(_ count: Int, _ prefix: String, notBefore: String? = nil) async throws {
        let due = notBefore.map { #","notBefore":"\#($0)""# } ?? ""
        for start in stride(from: 0, to: count, by: 1_000) {
            var lines = ""
            for index in start..<min(start + 1_000, count) {
                lines += #"{"orderId":"\#(prefix)-\#(index)","customerEmail":"buyer@example.com","#
                lines += #""items":[{"sku":"A-17","quantity":2},{"sku":"B-9","quantity":1}],"#
                lines +=
                    #""total":"49.90","note":"leave it at the door, please, thank you"\#(due)}"#
                lines += "\n"
            }
            try await client.post("/orders", lines, type: "application/x-ndjson")
        }
    }

    func pause() async throws { try await client.post("/queue/pause") }

    func resume() async throws { try await client.post("/queue/resume") }

    /// What `GET /queue` says.
    struct Queue {
        let backlog: Int
        let held: Int
        let uncertain: Int
    }

    func queue() async throws -> Queue {
        let document = try await document("/queue")
        guard let backlog = document["backlog"]?.int else {
            throw BenchmarkError("GET /queue: \(document)\n\(server.lastWords)")
        }
        return Queue(
            backlog: backlog,
            held: document["held"]?.int ?? 0,
            uncertain: document["uncertainDeliveries"]?.int ?? 0
        )
    }

    /// Returns once no more than so many orders wait; throws when some are held, or nothing moves for two minutes.
    func waitUntilCarried(leaving waiting: Int) async throws {
        var (last, moved) = (Int.max, ContinuousClock.now)
        while true {
            let queue = try await queue()
            guard queue.held + queue.uncertain == 0 else {
                throw BenchmarkError("\(queue.held) orders are held:\n\(server.lastWords)")
            }
            if queue.backlog <= waiting { return }
            if queue.backlog < last { (last, moved) = (queue.backlog, .now) }
            guard moved.duration(to: .now) < .seconds(120) else {
                throw BenchmarkError("\(queue.backlog) orders do not end:\n\(server.lastWords)")
            }
            // What is asked costs instructions as well.
            try await Task.sleep(for: callgrind == nil ? .milliseconds(50) : .seconds(2))
        }
    }

    /// Throws unless the order ended well: a run of failures is quick.
    func checkSuccess(of number: String) async throws {
        let order = try await document("/orders/\(number)")
        guard order["status"]?.string == "SUCCEEDED" else {
            throw BenchmarkError("order \(number) did not succeed: \(order)\n\(server.lastWords)")
        }
    }

    /// What health says of the checks that do not pass; nothing when all do.
    func complaints() async throws -> [String] {
        let document = try await document("/health")
        if document["status"]?.string == "pass" { return [] }
        let checks = document["checks"]?.object.map { Array($0) } ?? []
        return checks.compactMap { name, results in
            guard let result = results[0], result["status"]?.string != "pass" else { return nil }
            return "\(name): \(result["output"]?.string ?? "?")"
        }
    }

    /// What it answers there, whatever the status; throws with its last words when it has ended.
    private func document(_ path: String) async throws -> JSONValue {
        do {
            return try await client.get(path)
        } catch  where !server.isRunning {
            throw BenchmarkError("orderd has ended (\(error)):\n\(server.lastWords)")
        }
    }

    /// Processor time or instructions of what happens in `body`, shared out among the orders or answers it counts.
    func cost(_ body: () async throws -> Double) async throws -> Cost {
        if let callgrind {
            try await callgrind.reset()
            let count = try await body()
            return try await callgrind.cost().divided(by: count)
        }
        let start = try ProcessorTime(of: server.processID)
        let count = try await body()
        return try ProcessorTime(of: server.processID).cost(since: start, orders: count)
    }
}
