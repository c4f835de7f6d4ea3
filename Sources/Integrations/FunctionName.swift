package import StatesLanguage

/// The functions of this service, by the names that stand in Lambda ARNs.
package enum FunctionName: String, Sendable, CaseIterable {
    case processOrder = "ProcessOrderFunction"
    case heartbeat = "HeartbeatFunction"

    /// The function that a resource calls: the name decides, in any region and account.
    init?(_ resource: TaskResource) {
        guard let function = resource.function else { return nil }
        self.init(rawValue: function.name)
    }

    package var resource: TaskResource { TaskResource("arn:aws:lambda:::function:\(rawValue)") }
}
