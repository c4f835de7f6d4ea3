package import FoundationEssentials
import JSON
import StatesLanguage

/// What came from outside for an open task, as a store keeps it until its order's run takes it in.
package struct TaskAnswer: Sendable, Equatable {
    /// Grows with every answer that a store keeps.
    package var number: Int64
    /// The task in its order's execution: `TaskRequest.id`.
    package var task: Int
    package var at: Date
    package var content: Content

    package init(number: Int64, task: Int, at instant: Date, _ content: Content) {
        self.number = number
        self.task = task
        at = instant
        self.content = content
    }

    package enum Content: Sendable, Equatable {
        /// It ended well with this result, as JSON text.
        case success(output: [UInt8])
        case failure(error: String?, cause: String?)
        /// A sign of life.
        case heartbeat
        /// A worker took the activity up.
        case started(worker: String?)
        /// The order that it has started came to its end.
        case childEnded(OrderID)

        /// Whether it tells the task's end.
        package var isEnd: Bool {
            switch self {
            case .success, .failure, .childEnded: true
            case .heartbeat, .started: false
            }
        }
    }
}

/// How a store writes what came.
extension TaskAnswer.Content {
    /// Its name.
    package var kind: String {
        switch self {
        case .success: "success"
        case .failure: "failure"
        case .heartbeat: "heartbeat"
        case .started: "started"
        case .childEnded: "child"
        }
    }

    /// What it says beside its kind.
    package var body: [UInt8] {
        switch self {
        case .success(let output): output
        case .failure(let error, let cause):
            JSONValue.array([error, cause].map { $0.map { .string($0) } ?? .null }).bytes
        case .heartbeat: []
        case .started(let worker): Array((worker ?? "").utf8)
        case .childEnded(let child): Array(child.text.utf8)
        }
    }

    /// What was written; nil when a later version wrote it, or it is damaged.
    package init?(kind: String, body: [UInt8]) {
        let text = String(decoding: body, as: UTF8.self)
        switch kind {
        case "success": self = .success(output: body)
        case "failure":
            guard let parts = try? JSONValue(parsing: body), parts.array?.count == 2 else {
                return nil
            }
            self = .failure(error: parts[0]?.string, cause: parts[1]?.string)
        case "heartbeat": self = .heartbeat
        case "started": self = .started(worker: text.isEmpty ? nil : text)
        case "child":
            guard let child = OrderID(text) else { return nil }
            self = .childEnded(child)
        default: return nil
        }
    }
}

/// What became of an answer.
package enum AnswerResult: Sendable, Equatable {
    /// It is kept, and the order of that id will take it in.
    case kept(OrderID)
    /// There is no task of that token.
    case unknown
    /// The task's end was told before.
    case answered(OrderID)
    /// Nobody waits for the task's end any more.
    case closed(OrderID)
}

extension OpenTask {
    /// What an answer makes of the task; nil when it is not to be kept, and the result says why.
    package func answering(_ content: TaskAnswer.Content, at now: Date) -> OpenTask? {
        guard status.isOpen else { return nil }
        var task = self
        switch content {
        case .success, .failure, .childEnded: task.status = .answered
        case .heartbeat: break
        case .started(let worker):
            guard status == .open else { return nil }
            (task.status, task.worker, task.takenAt) = (.taken, worker, now)
        }
        return task
    }

    /// Why no answer is kept for it.
    package var refusal: AnswerResult {
        switch status {
        case .answered, .ended: .answered(order)
        case .open, .taken, .closed: .closed(order)
        }
    }
}

extension LifeCycle {
    /// What an answer makes of its order: one that waits goes on at once.
    ///
    /// nil when nothing changes, since somebody works on it, or a person has to decide first.
    package func answered(at now: Date) -> OrderEdit? {
        guard status == .running, holder == nil, let due else { return nil }
        guard due > now || gate != nil else { return nil }
        var edit = OrderEdit(self)
        (edit.life.due, edit.life.gate, edit.life.timer) = (min(due, now), nil, nil)
        return edit
    }
}
