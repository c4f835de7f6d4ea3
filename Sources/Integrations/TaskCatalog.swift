import JSON
package import Orders
package import StatesLanguage

/// What performs tasks here: every resource that a definition can name finds its integration, or why it has none.
package struct TaskCatalog: IntegrationCatalog {
    /// The families and who performs their tasks; the first one that a resource is of has it.
    private let parts: [Part]

    private struct Part: Sendable {
        let family: TaskFamily
        let performer: @Sendable (_ resource: TaskResource, _ name: String) -> Performer?
    }

    /// All families, in the order in which they are asked.
    private static let families: [TaskFamily] = [
        .functions, .lambda, .http, .nested, .activities, .services,
    ]

    package init(
        processOrder: ProcessOrderFunction,
        heartbeat: HeartbeatFunction,
        startExecution: any Integration,
        lambda: LambdaIntegration,
        http: HTTPTaskIntegration,
        services: ServiceIntegration
    ) {
        let functions: [FunctionName: any Integration] = [
            .processOrder: processOrder, .heartbeat: heartbeat,
        ]
        parts = [
            Part(family: .functions) { resource, name in
                FunctionName(resource).flatMap { functions[$0] }
                    .map { Performer(name: name, integration: $0) }
            },
            Part(family: .lambda) { resource, name in
                // The function that `lambda:invoke` calls has its limits as well as one that is called by its ARN.
                guard resource.function == nil else {
                    return Performer(name: name, integration: lambda)
                }
                return Performer(name: name, integration: lambda) { input in
                    input["FunctionName"]?.string.map(LambdaForm.name)
                }
            },
            Part(family: .http) { Performer(name: $1, integration: http) },
            Part(family: .nested) { Performer(name: $1, integration: startExecution) },
            Part(family: .activities) { _, _ in nil },
            Part(family: .services) { Performer(name: $1, integration: services) },
        ]
    }

    /// What performs the tasks that call this; nil when there is an `objection`.
    package func performer(of resource: TaskResource) -> Performer? {
        for part in parts {
            guard let verdict = part.family.verdict(resource) else { continue }
            guard case .performed(let name) = verdict else { return nil }
            return part.performer(resource, name)
        }
        return nil
    }

    /// Why nothing here performs the tasks that call this, to be said after the resource; nil when something does.
    ///
    /// It is asked before the catalog is made, whose parts need what is only there once the service starts.
    @Sendable package static func objection(to resource: TaskResource) -> String? {
        for family in families {
            switch family.verdict(resource) {
            case nil: continue
            case .performed, .askedFor: return nil
            case .refused(let reason): return reason
            }
        }
        let known = families.map(\.summary).joined(separator: "; ")
        return "which nothing here performs; there are \(known)"
    }
}
