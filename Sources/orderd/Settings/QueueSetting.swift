import AWS
import Foundation
import Integrations

/// A queue that orders come from, as `sources.sqs` names it: `URL workflow=Refunds rejects=delete`.
struct QueueSetting: Sendable, Equatable {
    /// As SQS gives it: `https://sqs.eu-central-1.amazonaws.com/123456789012/orders`.
    var url: String
    /// The workflow of its orders; nil: as the order says, or the default one.
    var workflow: String?
    /// What becomes of messages that are no orders; nil: the queue's redrive policy takes them away.
    var rejects: Rejects?

    enum Rejects: String, Sendable, CaseIterable {
        case delete
        /// They come again until the queue thinks them too old.
        case leave
    }

    /// What is right, in words.
    static let form =
        "queue URLs with semicolons between, each perhaps with workflow=NAME and rejects=delete or rejects=leave behind it"

    /// The queue's name, the last part of its URL.
    var name: String { String(url.split(separator: "/").last ?? "") }

    var isFIFO: Bool { name.hasSuffix(".fifo") }

    /// The region in the host's name; nil where it has another form.
    var region: String? {
        let parts = URLComponents(string: url)?.host?.split(separator: ".") ?? []
        guard parts.count > 3, parts[2] == "amazonaws", parts[0].hasPrefix("sqs") else {
            return nil
        }
        return String(parts[1])
    }

    /// The queues of a list; nil when one is none, or stands twice.
    static func list(_ text: String) -> [QueueSetting]? {
        fault(in: text) == nil ? entries(text).compactMap(QueueSetting.init) : nil
    }

    /// What is wrong with a list, told of its first bad entry; nil when nothing is.
    static func fault(in text: String) -> String? {
        var names: Set<String> = []
        for entry in entries(text) {
            guard let queue = QueueSetting(entry) else {
                return "has the entry \"\(entry.joined(separator: " "))\""
            }
            // Names too: health and metrics know queues by them.
            guard names.insert(queue.name).inserted else {
                return "has two queues called \(queue.name)"
            }
        }
        return nil
    }

    private static func entries(_ text: String) -> [[Substring]] {
        text.split(separator: ";").map { $0.split(whereSeparator: \.isWhitespace) }
            .filter { !$0.isEmpty }
    }

    private init?(_ words: [Substring]) {
        guard let first = words.first, let parts = URLComponents(string: String(first)),
            ["http", "https"].contains(parts.scheme), parts.host?.isEmpty == false,
            parts.path.split(separator: "/").count >= 2, parts.query == nil
        else { return nil }
        url = String(first)
        for word in words.dropFirst() {
            let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2 else { return nil }
            switch sides[0] {
            case "workflow" where workflow == nil: workflow = sides[1]
            case "rejects" where rejects == nil:
                guard let choice = Rejects(rawValue: sides[1]) else { return nil }
                rejects = choice
            default: return nil
            }
        }
    }
}

extension QueueSetting {
    /// Why messages cannot be taken from a queue that says that of itself.
    func fault(_ attributes: QueueClient.Attributes) -> String? {
        guard rejects == nil, !attributes.hasRedrivePolicy else { return nil }
        return "\(url): \(SQSMessageSource.NoRedrivePolicy())"
    }
}

extension Settings {
    /// Every queue that messages are taken from, with the key that names it.
    var allQueues: [(place: String, queue: QueueSetting)] {
        sources.sqs.map { ("sources.sqs", $0) }
            + (feedback.queue.map { [("feedback.queue", $0)] } ?? [])
    }
}
