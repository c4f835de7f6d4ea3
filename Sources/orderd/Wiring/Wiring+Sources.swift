import AWS
import Integrations
import Orders

extension Wiring {
    /// What takes orders out of queues, each queue looked at once.
    ///
    /// A queue that is not there, may not be read or has no way to get rid of messages that are no orders keeps the service
    /// from starting. One that cannot be reached does not: what was accepted must go on, and the queue is looked at again
    /// before a message is taken.
    func makeSources(
        _ outside: Outside,
        _ engine: Engine,
        _ intake: OrderIntake
    ) async throws -> [QueueConsumer] {
        var (consumers, faults): ([QueueConsumer], [SettingFault]) = ([], [])
        for setting in startUp.settings.sources.sqs {
            let source = try makeSource(setting, outside)
            if let fault = await Self.fault(of: source, setting, "sources.sqs") {
                faults.append(fault)
            }
            let orders = OrderMessages(
                intake,
                from: setting.url,
                for: setting.workflow,
                digests: engine.configuration.digests,
                maximumSize: startUp.settings.http.maximumBodySize,
                tracer: tracing?.tracer
            )
            // A message that nobody may accept had better wait in the queue than use up its receives.
            let mayReceive = { @Sendable [gate = engine.gate] in gate.closed.isEmpty }
            consumers.append(makeConsumer(setting, source, mayReceive, orders.handle))
        }
        if let setting = startUp.settings.feedback.queue {
            let source = try makeSource(setting, outside)
            if let fault = await Self.fault(of: source, setting, "feedback.queue") {
                faults.append(fault)
            }
            let feedback = FeedbackMessages(
                store: store,
                workflows: engine.workflows,
                suppressions: engine.suppressions,
                wake: engine.dispatcher.wake,
                clock: clock,
                logger: logs.logger(.sources)
            )
            consumers.append(makeConsumer(setting, source, { true }, feedback.handle))
        }
        guard faults.isEmpty else { throw SettingFaults(faults: faults) }
        return consumers
    }

    private func makeSource(
        _ setting: QueueSetting,
        _ outside: Outside
    ) throws -> SQSMessageSource {
        SQSMessageSource(
            try outside.aws.queue(setting.url),
            visibility: Int(startUp.settings.sources.visibility.components.seconds),
            timeout: startUp.settings.aws.requestTimeout,
            needsRedrivePolicy: setting.rejects == nil
        )
    }

    private func makeConsumer(
        _ setting: QueueSetting,
        _ source: SQSMessageSource,
        _ mayReceive: @escaping @Sendable () -> Bool,
        _ handle: @escaping QueueConsumer.Handler
    ) -> QueueConsumer {
        var configuration = QueueConsumer.Configuration()
        configuration.receivers = startUp.settings.sources.receivers
        configuration.visibility = startUp.settings.sources.visibility
        configuration.isOrdered = setting.isFIFO
        configuration.rejected =
            switch setting.rejects {
            case nil: .redriven
            case .delete: .deleted
            case .leave: .left
            }
        return QueueConsumer(
            setting.name,
            source,
            configuration,
            clock: clock,
            logger: logs.logger(.sources),
            mayReceive: mayReceive,
            handle: handle
        )
    }

    private static func fault(
        of source: SQSMessageSource,
        _ setting: QueueSetting,
        _ place: String
    ) async -> SettingFault? {
        do {
            // Also where nothing is asked of it, it has to be there.
            let attributes = try await source.queue.attributes(deadline: .now + .seconds(10))
            return setting.fault(attributes).map { SettingFault(place: place, problem: $0) }
        } catch {
            guard let answer = error.serviceError, !answer.isTransient else { return nil }
            return SettingFault(place: place, problem: "\(setting.url): \(error)")
        }
    }
}
