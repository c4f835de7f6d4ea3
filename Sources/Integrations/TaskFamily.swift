import AWS
import StatesLanguage

/// A family of resources that tasks can name; what of it is performed is known before there are any clients.
struct TaskFamily: Sendable {
    /// What there is of it, for who names something else.
    let summary: String
    /// What becomes of a resource; nil: it is none of this family.
    let verdict: @Sendable (TaskResource) -> Verdict?

    enum Verdict: Sendable, Hashable {
        /// It is performed, and its calls are limited under that name.
        case performed(name: String)
        /// Nobody calls it: whoever does its work asks for it.
        case askedFor
        /// It is not, for that reason, which follows the resource in a sentence.
        case refused(String)
    }
}

extension TaskFamily {
    /// The functions of this service, by their names in any region and account.
    static let functions = TaskFamily(
        summary: FunctionName.allCases.map(\.rawValue).joined(separator: " and ")
    ) { resource in
        FunctionName(resource).map { .performed(name: $0.rawValue) }
    }

    /// Lambda functions of any other name.
    static let lambda = TaskFamily(summary: "Lambda functions by their ARNs and lambda:invoke") {
        resource in
        if let function = resource.function { return .performed(name: function.name) }
        guard let form = LambdaForm(resource), form != .function else { return nil }
        return .performed(name: "lambda:invoke")
    }

    /// APIs over HTTP.
    static let http = TaskFamily(summary: HTTPTaskResource.name) { resource in
        guard HTTPTaskResource.isOne(resource) else { return nil }
        guard HTTPTaskResource.isPlain(resource) else {
            return .refused(
                "which waits for nothing but the answer; write it without .sync or .waitForTaskToken"
            )
        }
        return .performed(name: HTTPTaskResource.name)
    }

    /// Other workflows of this service.
    static let nested = TaskFamily(summary: "states:startExecution") { resource in
        StartExecutionTask.performs(resource) ? .performed(name: "states:startExecution") : nil
    }

    /// Activities, whose workers ask for their tasks.
    static let activities = TaskFamily(summary: "activities") { resource in
        guard case .activity = resource.target else { return nil }
        return .askedFor
    }

    /// Services, in Step Functions' own terms and in those of their SDKs.
    static let services = TaskFamily(summary: summaryOfServices) { resource in
        guard case .service(let service) = resource.target else { return nil }
        if let action = ServiceAction(resource) { return .performed(name: action.name) }
        switch service.api {
        case .optimized:
            guard let known = OptimizedService.all[service.service] else { return nil }
            if case .sync = service.pattern {
                return .refused("which begins a job, and nothing here waits for the end of one")
            }
            let actions = known.actions.map { "\(service.service):\($0)" }.joined(separator: ", ")
            return .refused("which is no action that is performed here; there are \(actions)")
        case .sdk: return .refused(objection(to: service))
        }
    }

    private static func objection(to service: TaskResource.Service) -> String {
        guard let model = ServiceTable.shared.service(service.service) else {
            return
                "which is no service that is called here; there are \(ServiceTable.shared.names.count) services of "
                + "AWS's JSON protocols, such as aws-sdk:dynamodb, aws-sdk:secretsmanager or aws-sdk:sesv2"
        }
        guard model.operation(service.action) != nil else {
            return "which is no action of aws-sdk:\(service.service) that is known here"
        }
        return "which begins a job, and nothing here waits for the end of one"
    }

    private static let summaryOfServices: String = {
        let optimized = OptimizedService.all.filter { $0.key != "lambda" }
            .sorted { $0.key < $1.key }
            .flatMap { entry in entry.value.actions.map { "\(entry.key):\($0)" } }
        return optimized.joined(separator: ", ") + " and aws-sdk:SERVICE:ACTION"
    }()
}
