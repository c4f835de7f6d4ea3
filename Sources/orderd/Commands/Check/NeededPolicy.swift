import AWS
import Integrations
import Orders

/// What the credentials must be allowed, by what the settings and the workflows lead to.
struct NeededPolicy {
    /// Messages of our own function.
    let sending: [PolicyStatement]
    let logs: [PolicyStatement]
    /// What definitions call besides.
    let calls: [PolicyStatement]
    let queues: [PolicyStatement]
    let alerts: [PolicyStatement]

    var all: [PolicyStatement] { sending + logs + calls + queues + alerts }

    /// In that region; nil: in any.
    init(
        _ settings: Settings,
        _ files: StartUpFiles,
        _ schedules: SchedulePlan,
        region: String?
    ) {
        let topic = ARN(files.messages.notice.topic)
        let place = (
            partition: topic?.partition ?? "aws", region: region ?? topic?.region ?? "*",
            account: topic?.account ?? "*"
        )
        let calls = WorkflowCalls(
            files.workflows.all.map(\.definition) + schedules.definitions
        )
        let messages = files.messages
        let statements =
            calls.callsOrderFunction
            ? SendingPermissions.statements : SendingPermissions.readingStatements
        sending = statements(messages.email, messages.notice, place.region)
        logs =
            CloudWatchPlan.shipping(by: settings.cloudwatch).map {
                LogShippingPermissions.statements(
                    $0,
                    partition: place.partition,
                    region: place.region,
                    account: place.account
                )
            } ?? []
        self.calls = CallPermissions.statements(
            calls,
            partition: place.partition,
            region: place.region,
            account: place.account
        )
        queues = QueuePermissions.statements(
            settings.allQueues.map(\.queue.name),
            partition: place.partition,
            region: place.region,
            account: place.account
        )
        // What is wrong with them is told by a start and by `orderd check`.
        var ignored: [SettingFault] = []
        let plan = AlertPlan(settings.alerts, &ignored)
        alerts = AlertPermissions.statements(
            topic: plan.topic,
            sender: plan.addresses.isEmpty ? nil : messages.email.sender.address.mailbox,
            in: AlertPermissions.Place(
                partition: place.partition,
                region: place.region,
                account: place.account
            )
        )
    }
}
