package import Orders
package import StatesLanguage

/// What performs tasks here: every resource that a definition can name finds its integration, or why it has none.
package struct TaskCatalog: IntegrationCatalog {
    private let functions: [FunctionName: any Integration]
    private let startExecution: any Integration

    package init(
        processOrder: ProcessOrderFunction,
        heartbeat: HeartbeatFunction,
        startExecution: any Integration
    ) {
        functions = [.processOrder: processOrder, .heartbeat: heartbeat]
        self.startExecution = startExecution
    }

    /// What performs the tasks that call this; nil when there is an `objection`.
    package func performer(of resource: TaskResource) -> Performer? {
        switch resource.target {
        case .function:
            guard let name = FunctionName(resource), let function = functions[name] else {
                return nil
            }
            return Performer(name: name.rawValue, integration: function)
        case .service where StartExecutionTask.performs(resource):
            return Performer(name: "states:startExecution", integration: startExecution)
        case .service, .activity, .unknown: return nil
        }
    }

    /// Why nothing here performs the tasks that call this, to be said after the resource; nil when something does.
    ///
    /// It is asked before the catalog is made, whose parts need what is only there once the service starts.
    @Sendable package static func objection(to resource: TaskResource) -> String? {
        switch resource.target {
        case .function where FunctionName(resource) != nil: return nil
        // Nobody calls an activity: its workers ask for it.
        case .activity: return nil
        case .service where StartExecutionTask.performs(resource): return nil
        case .function, .service, .unknown:
            let known = FunctionName.allCases.map(\.rawValue).joined(separator: " and ")
            return "which is no function of this service; there are \(known)"
        }
    }
}
