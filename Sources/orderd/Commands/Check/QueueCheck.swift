import AWS
import Integrations

/// What SQS says of the queues that messages are taken from.
struct QueueCheck {
    let aws: AWSConnection
    /// What the credentials must be allowed for them.
    let needed: [PolicyStatement]
    let timeout: Duration
    let report: CheckReport

    /// Everything that is wrong with them; what is in order is printed.
    func faults(_ queues: [(place: String, queue: QueueSetting)]) async -> [SettingFault] {
        var faults: [SettingFault] = []
        for (place, setting) in queues {
            do {
                let client = try aws.queue(setting.url)
                let attributes = try await attributes(client)
                if let fault = setting.fault(attributes) {
                    faults.append(SettingFault(place: place, problem: fault))
                }
                for action in try await deniedActions(client) {
                    faults.append(denial(of: action, setting, place))
                }
                let dead = attributes.hasRedrivePolicy ? "with a" : "without a"
                report.note("SQS: the queue \(setting.name) is there, \(dead) dead-letter queue")
            } catch let error as AWSError where error.serviceError?.isDenied == true {
                let action = error.serviceError?.deniedAction ?? "sqs:GetQueueAttributes"
                faults.append(denial(of: action, setting, place))
            } catch {
                faults.append(SettingFault(place: place, problem: "\(setting.url): \(error)"))
            }
        }
        return faults
    }

    private func attributes(_ client: QueueClient) async throws -> QueueClient.Attributes {
        try await client.attributes(deadline: .now + timeout)
    }

    /// What may not be done with messages, as far as it can be asked without one.
    ///
    /// SQS looks at permissions before it looks for the message, and there is none with this receipt. To receive one would
    /// count as one of its receives, so that is not tried; it stands in the same statement.
    private func deniedActions(_ client: QueueClient) async throws -> [String] {
        let nobody = [ReceivedMessage(id: "orderd-check", receipt: "orderd-check", body: "")]
        var denied: [String] = []
        let calls: [(String, () async throws(AWSError) -> Void)] = [
            (
                "sqs:DeleteMessage",
                { () async throws(AWSError) in
                    _ = try await client.delete(nobody, deadline: .now + timeout)
                }
            ),
            (
                "sqs:ChangeMessageVisibility",
                { () async throws(AWSError) in
                    _ = try await client.changeVisibility(
                        nobody,
                        to: 0,
                        deadline: .now + timeout
                    )
                }
            ),
        ]
        for (action, call) in calls {
            do throws(AWSError) {
                try await call()
            } catch {
                guard let answer = error.serviceError else { throw error }
                // Whatever else it says of such a receipt, it has let us ask.
                if answer.isDenied { denied.append(answer.deniedAction ?? action) }
            }
        }
        return denied
    }

    private func denial(
        of action: String,
        _ setting: QueueSetting,
        _ place: String
    ) -> SettingFault {
        let problem = "\(setting.url): \(AccountCheck.denial(of: action, needed))"
        return SettingFault(place: place, problem: problem)
    }
}
