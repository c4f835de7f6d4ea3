import Orders
import StatesLanguage

/// A catalog of functions alone.
struct FunctionsByName: IntegrationCatalog {
    let functions: [String: any Integration]

    func performer(of resource: TaskResource) -> Performer? {
        guard let name = resource.function?.name else { return nil }
        return functions[name].map { Performer(name: name, integration: $0) }
    }
}
