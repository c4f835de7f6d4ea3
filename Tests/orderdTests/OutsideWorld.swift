import Foundation
import HTTP
import HTTPTypes
import JSON
import Synchronization
import TestClosing

/// Those who give orders to a service and answer its tasks, while it is killed and comes back elsewhere.
///
/// They ask again until they are answered, and remember what they were told.
final class OutsideWorld: Sendable {
    private let client: HTTPClient
    /// moto's host and port.
    private let moto: String
    private let state = Mutex(State())

    private struct State {
        /// Where the service is; nil while there is none.
        var address: String?
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var lastWait = 0
        /// Whether no more orders are given.
        var isEnough = false
        var notes = Notes()
    }

    init(moto: String) throws {
        self.moto = moto
        client = try HTTPClient.patient()
    }

    var notes: Notes { state.withLock { $0.notes } }

    /// Says where the service is, or with nil that it is gone.
    func serve(at address: String?) {
        change { $0.address = address }
    }

    /// Waits until so many more things have happened.
    func happens(_ count: Int) async throws {
        let target = notes.events + count
        try await until { $0.notes.events >= target }
    }

    func stopGivingOrders() {
        change { $0.isEnough = true }
    }

    /// Gives orders over HTTP, as long as there are few whose messages have not come.
    func giveOrders(upTo backlog: Int) async throws {
        while true {
            try await until { $0.isEnough || $0.notes.posted - $0.notes.messages.count < backlog }
            if state.withLock({ $0.isEnough }) { return }
            let number = state.withLock { state in
                state.notes.posted += 1
                return state.notes.posted
            }
            // Orders out of the queue have odd numbers.
            let order: JSONObject = [
                "orderId": .string("h-\(number)"), "n": .number(2 * number),
            ]
            let answer = try await once("/orders", order)
            guard let answer else { continue }
            note {
                guard answer.status == 202 else { return $0.surprise("POST /orders", answer) }
                $0.acknowledged.insert(2 * number)
            }
        }
    }

    /// A worker of an activity.
    func work(on activity: String) async throws {
        while true {
            guard
                let answer = try await once(
                    "/activities/\(activity)/task",
                    ["workerName": "tests"],
                    preferring: "wait=2"
                )
            else { continue }
            guard answer.status != 204 else { continue }
            guard answer.status == 200, let task = try? JSONValue(parsing: answer.body),
                let token = task["taskToken"]?.string, let order = task["input"]?["n"]?.int
            else {
                note { $0.surprise(activity, answer) }
                continue
            }
            try await take(token, order, activity)
        }
    }

    /// Takes messages with tokens out of a queue, and brings the tokens back.
    func answerMessages(of queue: String) async throws {
        while true {
            let messages = try await sqs(
                "ReceiveMessage",
                [
                    "QueueUrl": .string(queue), "MaxNumberOfMessages": 10, "WaitTimeSeconds": 1,
                    "VisibilityTimeout": 3_600,
                ]
            )
            for message in messages["Messages"]?.array ?? [] {
                let body = try JSONValue(parsing: message["Body"]?.string ?? "")
                guard let token = body["token"]?.string, let order = body["n"]?.int,
                    let id = message["MessageId"]?.string
                else {
                    note { $0.surprises.append("a message: \(message)") }
                    continue
                }
                _ = try await sqs(
                    "DeleteMessage",
                    [
                        "QueueUrl": .string(queue),
                        "ReceiptHandle": message["ReceiptHandle"] ?? .null,
                    ]
                )
                note { _ = $0.messages[order, default: []].insert(id) }
                try await take(token, order, "callback")
            }
        }
    }

    /// Tells the end of a task until that is answered for good.
    private func take(_ token: String, _ order: Int, _ kind: String) async throws {
        let assignment = note { notes in
            if let known = notes.assignments[token] {
                notes.repeated.append("\(kind) of \(order)")
                return known
            }
            let number = notes.events
            // Not for ever: where one order is left, the events come in a measure of their own.
            let failures = notes.assignments.values.count { $0.order == order && $0.fails }
            let fails = kind == "callback" && number.isMultiple(of: 3) && failures < 2
            let new = Assignment(order: order, kind: kind, output: number, fails: fails)
            notes.assignments[token] = new
            return new
        }
        var body: JSONObject = ["taskToken": .string(token)]
        if assignment.fails {
            body["error"] = "Again"
        } else {
            body["output"] = ["answer": .number(assignment.output)]
        }
        let path = assignment.fails ? "/tasks/failure" : "/tasks/success"
        while true {
            guard let answer = try await once(path, body) else { continue }
            note { $0.assignments[token]?.answers.append(answer.status) }
            if [200, 404, 409, 410].contains(answer.status) { return }
            note { $0.surprise("POST \(path)", answer) }
        }
    }

    /// Asks the service once, as soon as there is one; nil when it did not answer.
    private func once(
        _ path: String,
        _ body: JSONObject,
        preferring preference: String? = nil
    ) async throws -> (status: Int, body: [UInt8])? {
        try await until { $0.address != nil }
        guard let address = state.withLock({ $0.address }) else { return nil }
        var fields: HTTPFields = [.contentType: "application/json"]
        if let name = HTTPField.Name("Prefer") { fields[name] = preference }
        let answer = try? await send(address, path, fields, body)
        try Task.checkCancellation()
        return answer.map { ($0.status.code, $0.body) }
    }

    private func sqs(_ action: String, _ body: JSONObject) async throws -> JSONValue {
        var fields: HTTPFields = [
            .contentType: "application/x-amz-json-1.0",
            .authorization:
                "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=0",
        ]
        if let target = HTTPField.Name("X-Amz-Target") { fields[target] = "AmazonSQS.\(action)" }
        let answer = try await send(moto, "/", fields, body)
        return answer.body.isEmpty ? .null : try JSONValue(parsing: answer.body)
    }

    private func send(
        _ address: String,
        _ path: String,
        _ fields: HTTPFields,
        _ body: JSONObject
    ) async throws -> ClientResponse {
        let parts = address.split(separator: ":")
        let request = ClientRequest(
            method: .post,
            scheme: .http,
            host: String(parts[0]),
            port: Int(parts[1]),
            target: path,
            fields: fields,
            body: JSONValue.object(body).bytes
        )
        do {
            return try await client.send(request, deadline: .now + .seconds(600))
        } catch {
            try Task.checkCancellation()
            throw error
        }
    }

    @discardableResult
    private func note<Result: Sendable>(
        _ body: @Sendable (inout Notes) -> Result
    ) -> Result {
        change { state in
            state.notes.events += 1
            return body(&state.notes)
        }
    }

    /// Changes the state, and lets all who wait for one look at it.
    private func change<Result: Sendable>(
        _ body: @Sendable (inout State) -> Result
    ) -> Result {
        let (result, waiting) = state.withLock { state in
            defer { state.waiting = [:] }
            return (body(&state), state.waiting)
        }
        for continuation in waiting.values { continuation.resume() }
        return result
    }

    private func until(_ condition: @Sendable (State) -> Bool) async throws {
        while !state.withLock({ condition($0) }) {
            try Task.checkCancellation()
            try await changes(unless: condition)
        }
        try Task.checkCancellation()
    }

    /// Waits for the next change, or the end of the task.
    private func changes(unless condition: @Sendable (State) -> Bool) async throws {
        let id = state.withLock { state in
            state.lastWait += 1
            return state.lastWait
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if condition(state) || Task.isCancelled { return true }
                    state.waiting[id] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.removeValue(forKey: id) }?.resume()
        }
    }
}
