/// What a Task state calls, as its `Resource` names it: taken apart once, where a definition or a position is read.
///
/// It keeps its text, which history events and messages show.
package struct TaskResource: Sendable, Hashable {
    /// One reference: it travels with every attempt.
    private let reading: Reading

    package enum Target: Sendable, Hashable {
        /// A function by its ARN: `arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]`.
        case function(Function)
        /// A service's action: `arn:aws:states:::sqs:sendMessage.waitForTaskToken`.
        case service(Service)
        /// An activity that workers ask for: `arn:aws:states:REGION:ACCOUNT:activity:NAME`.
        case activity(Activity)
        /// A text of none of these forms.
        case unknown
    }

    /// A Lambda function.
    package struct Function: Sendable, Hashable {
        /// `aws`, `aws-cn`.
        package let partition: String
        /// The region as it is written, which may be a placeholder.
        package let region: String
        /// The account as it is written, which may be a placeholder.
        package let account: String
        package let name: String
        /// Its version or alias; nil when none is written.
        package let qualifier: String?
    }

    package struct Activity: Sendable, Hashable {
        /// `aws`, `aws-cn`.
        package let partition: String
        /// The region as it is written.
        package let region: String
        /// The account as it is written.
        package let account: String
        package let name: String
    }

    private final class Reading: Sendable {
        let text: String
        let target: Target
        let record: Record

        init(_ text: String) {
            self.text = text
            target = Target(text)
            record = Record(target)
        }
    }

    /// The resource that the text names, whatever it is.
    package init(_ text: String) { reading = Reading(text) }

    /// The text as it was written.
    package var text: String { reading.text }

    package var target: Target { reading.target }

    /// The function, if it is one that is named by its ARN.
    package var function: Function? {
        if case .function(let function) = target { function } else { nil }
    }

    /// How the outcome is waited for.
    package var pattern: Service.Pattern {
        if case .service(let service) = target { service.pattern } else { .requestResponse }
    }

    /// How the history tells of its tasks.
    var record: Record { reading.record }

    /// What history events call the service and its action; nil for all else.
    var integration: HistoryEvent.Integration? {
        if case .service(let integration) = record { integration } else { nil }
    }

    /// What a task's events are called.
    enum Record: Sendable {
        /// `TaskScheduled` and its like.
        case service(HistoryEvent.Integration)
        /// `ActivityScheduled` and its like.
        case activity
        /// `LambdaFunctionScheduled` and its like, also for what is of no known form.
        case function

        fileprivate init(_ target: Target) {
            switch target {
            case .service(let service): self = .service(service.integration)
            case .activity: self = .activity
            case .function, .unknown: self = .function
            }
        }
    }

    /// Two are the same when their texts are.
    package static func == (one: TaskResource, other: TaskResource) -> Bool {
        one.reading === other.reading || one.text == other.text
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension TaskResource: CustomStringConvertible {
    package var description: String { text }
}

extension TaskResource: ExpressibleByStringLiteral {
    /// The resource that the text names, whatever it is.
    package init(stringLiteral text: String) { self.init(text) }
}

extension TaskResource.Target {
    fileprivate init(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 7 else {
            self = .unknown
            return
        }
        if parts[2] == "states", parts[3].isEmpty, parts[4].isEmpty {
            self = .service(TaskResource.Service(partition: parts[1], call: parts[5...]))
        } else if let function = TaskResource.Function(parts) {
            self = .function(function)
        } else if let activity = TaskResource.Activity(parts) {
            self = .activity(activity)
        } else {
            self = .unknown
        }
    }
}

extension TaskResource.Function {
    /// The ARN's parts between its colons, at least seven.
    fileprivate init?(_ parts: [Substring]) {
        guard parts.count <= 8, parts[0] == "arn", parts[2] == "lambda", parts[5] == "function",
            !parts[6].isEmpty
        else { return nil }
        partition = String(parts[1])
        region = String(parts[3])
        account = String(parts[4])
        name = String(parts[6])
        qualifier = parts.count == 8 ? String(parts[7]) : nil
    }
}

extension TaskResource.Activity {
    /// The ARN's parts between its colons, at least seven.
    fileprivate init?(_ parts: [Substring]) {
        guard parts.count == 7, parts[0] == "arn", parts[2] == "states", parts[5] == "activity",
            !parts[6].isEmpty
        else { return nil }
        partition = String(parts[1])
        region = String(parts[3])
        account = String(parts[4])
        name = String(parts[6])
    }
}
