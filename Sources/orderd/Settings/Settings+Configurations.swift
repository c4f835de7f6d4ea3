import HTTP
import Integrations
import OrderStoreSQLite
import Orders
import StatesLanguage

/// What the parts of the service are given of the settings: each its own configuration, none of them a key.
extension Settings {
    /// The server's limits; fewer connections than were asked for when the process may not open as many files.
    func serverConfiguration(openFiles: Int) -> ServerConfiguration {
        var configuration = ServerConfiguration()
        configuration.maximumBodySize = http.maximumBodySize
        configuration.maximumConnections = ProcessLimits.connections(
            wanted: http.maximumConnections,
            openFiles: openFiles,
            outgoing: aws.maximumConnections + polls + (httpTask.isOn ? httpTask.concurrency : 0)
        )
        let perAddress = http.maximumConnectionsPerAddress
        configuration.maximumConnectionsPerAddress = perAddress > 0 ? perAddress : nil
        configuration.headTimeout = http.headTimeout
        configuration.bodyTimeout = http.bodyTimeout
        configuration.idleTimeout = http.idleTimeout
        configuration.gracePeriod = queue.gracePeriod
        return configuration
    }

    /// How many calls wait for messages at a time; each holds a connection.
    var polls: Int {
        (sources.sqs + [feedback.queue].compactMap(\.self))
            .map { $0.isFIFO ? 1 : sources.receivers }
            .reduce(0, +)
    }

    /// Where the store is and what it may use.
    var storeConfiguration: SQLiteOrderStore.Configuration {
        SQLiteOrderStore.Configuration(
            path: data.file,
            writerCacheMB: data.writerCacheMB,
            readerCacheMB: data.readerCacheMB
        )
    }

    /// The engine's limits, and the names under which it runs orders in that region.
    func engineConfiguration(region: String) -> EngineConfiguration {
        var configuration = EngineConfiguration(digests: .openSSL)
        configuration.concurrency = queue.concurrency
        configuration.leaseDuration = queue.leaseDuration
        configuration.pollInterval = queue.pollInterval
        configuration.gracePeriod = queue.gracePeriod
        configuration.workflowName = workflow.name
        configuration.region = region
        configuration.limits = workflow.limits.interpreterLimits
        configuration.deliveryMode = deliveryMode
        configuration.policies = Deliveries.Policies(byKind(\.policy))
        for workflow in Set(deliveries.flatMap(\.policies.keys)) {
            configuration.policiesByWorkflow[workflow] = Deliveries.Policies(
                byKind { $0.policies[workflow] ?? $0.policy }
            )
        }
        return configuration
    }

    /// What providers and functions are asked at most; their own wish to be asked less comes on top.
    func gates(clock: any WallClock) -> ProviderGates {
        ProviderGates(
            deliveries: byKind { ProviderGate($0.limits, clock: clock) },
            calls: functionLimits.gates(otherwise: queue.concurrency, clock: clock)
        )
    }

    /// Those of functions and actions, HTTP tasks among them.
    private var functionLimits: FunctionLimits {
        var limits = functions
        let name = HTTPTaskResource.name
        if httpTask.isOn, limits.concurrency[name] == nil {
            limits.concurrency[name] = httpTask.concurrency
        }
        return limits
    }

    private func byKind<Value>(_ value: (Delivering) -> Value) -> [Delivery.Kind: Value] {
        Dictionary(uniqueKeysWithValues: deliveries.map { ($0.kind, value($0)) })
    }

    /// When no order is accepted any more.
    var intakeLimits: OrderIntake.Limits { OrderIntake.Limits(backlog: queue.backlogLimit) }

    /// What is kept, and below what no order is accepted.
    var housekeepingLimits: Housekeeper.Limits {
        var limits = Housekeeper.Limits()
        limits.age = retention.age
        limits.endedOrders = retention.orders
        limits.backlog = queue.backlogLimit
        limits.freeSpace = data.minimumFreeMB * 1024 * 1024
        return limits
    }
}

extension Settings.Delivering {
    /// How much the provider is asked at most.
    fileprivate var limits: ProviderGate.Limits {
        ProviderGate.Limits(concurrency: concurrency, rate: rate == 0 ? nil : Double(rate))
    }
}

extension Settings.Limits {
    var interpreterLimits: InterpreterLimits {
        switch self {
        case .orderd: InterpreterLimits()
        case .aws: .aws
        }
    }
}
