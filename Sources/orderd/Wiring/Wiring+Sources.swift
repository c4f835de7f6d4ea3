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
        let settings = startUp.settings.sources
        var (consumers, faults): ([QueueConsumer], [SettingFault]) = ([], [])
        for setting in settings.sqs {
            let source = SQSMessageSource(
                QueueClient(try outside.aws.client(.sqs), url: setting.url),
                visibility: Int(settings.visibility.components.seconds),
                timeout: startUp.settings.aws.requestTimeout,
                needsRedrivePolicy: setting.rejects == nil
            )
            if let fault = await Self.fault(of: source, setting) { faults.append(fault) }
            consumers.append(makeConsumer(setting, source, engine, intake))
        }
        guard faults.isEmpty else { throw SettingFaults(faults: faults) }
        return consumers
    }

    private func makeConsumer(
        _ setting: QueueSetting,
        _ source: SQSMessageSource,
        _ engine: Engine,
        _ intake: OrderIntake
    ) -> QueueConsumer {
        var configuration = QueueConsumer.Configuration()
        configuration.receivers = startUp.settings.sources.receivers
        configuration.visibility = startUp.settings.sources.visibility
        configuration.isOrdered = setting.isFIFO
        configuration.deletesRejected = setting.rejects == .delete
        let messages = OrderMessages(
            intake,
            from: setting.url,
            for: setting.workflow,
            digests: engine.configuration.digests
        )
        return QueueConsumer(
            setting.name,
            source,
            configuration,
            clock: clock,
            logger: logger,
            // A message that nobody may accept had better wait in the queue than use up its receives.
            mayReceive: { [gate = engine.gate] in gate.closed.isEmpty },
            handle: messages.handle
        )
    }

    private static func fault(
        of source: SQSMessageSource,
        _ setting: QueueSetting
    ) async -> SettingFault? {
        do {
            // Also where nothing is asked of it, it has to be there.
            let attributes = try await source.queue.attributes(deadline: .now + .seconds(10))
            guard setting.rejects == nil, !attributes.hasRedrivePolicy else { return nil }
            let problem = "\(setting.url): \(SQSMessageSource.NoRedrivePolicy())"
            return SettingFault(place: "sources.sqs", problem: problem)
        } catch {
            guard let answer = error.serviceError, !answer.isTransient else { return nil }
            return SettingFault(place: "sources.sqs", problem: "\(setting.url): \(error)")
        }
    }
}
