import HTTP
import Integrations
import OrderStoreSQLite
import Orders

extension Wiring {
    /// What tells people that something is wrong.
    struct Alerts {
        var desk: AlertDesk
        /// The files that are read again when they change.
        var watched: [FileWatch.Entry]
    }

    func makeAlerts(_ outside: Outside, _ engine: Engine, _ board: HealthBoard) throws -> Alerts {
        let plan = startUp.alerts
        let thresholds = startUp.settings.healthThresholds
        let watch = AlertWatch(
            store,
            board,
            engine.dispatcher.endedOrders,
            AlertConditions(
                diskFree: thresholds.diskFree,
                credentialsLeft: Int(thresholds.credentialsLeft),
                heartbeatMissed: thresholds.heartbeatMissed
            ),
            stuckAfter: plan.settings.orderStuckAfter,
            clock: clock
        )
        let webhook = plan.makeWebhookTarget(outside.webhook, clock: clock)
        let targets = try plan.makeTargets(
            startUp.files.messages,
            outside.aws,
            beside: engine.dispatcher.gates.deliveries,
            clock: clock
        )
        let desk = AlertDesk(
            store: store,
            targets: targets + (webhook.map { [$0] } ?? []),
            rules: plan.rules,
            token: String(UInt16.random(in: .min ... .max), radix: 36),
            isCopy: store.restoration != nil,
            observe: watch.sighting,
            clock: clock,
            logger: logs.logger(.engine)
        )
        return Alerts(desk: desk, watched: plan.watched(webhook))
    }
}
