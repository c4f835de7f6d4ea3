package import StatesLanguage

/// The resource of HTTP tasks.
package enum HTTPTaskResource {
    /// What it is called where its calls are limited.
    package static let name = "http:invoke"

    /// Whether it is one, in any partition.
    package static func isOne(_ resource: TaskResource) -> Bool {
        guard case .service(let service) = resource.target, service.api == .optimized else {
            return false
        }
        return service.service == "http" && service.action == "invoke"
    }

    /// Whether nothing is waited for but the answer: it has no other form (Step Functions, "Integrating services").
    static func isPlain(_ resource: TaskResource) -> Bool {
        guard case .service(let service) = resource.target else { return false }
        return service.pattern == .requestResponse
    }
}

extension WorkflowCalls {
    /// The states that call APIs over HTTP, in the order of their names.
    package var httpTasks: [Call] { all.filter { HTTPTaskResource.isOne($0.resource) } }
}
