import Orders

/// Beyond what a part is reported; times in seconds.
struct HealthThresholds: Sendable, Hashable {
    /// How long the oldest due order may wait.
    var queueAge = 300
    /// How long the dispatcher may go without an answer of the store before it is warned of, and before it fails.
    var dispatcherSilence = 6.0
    var dispatcherFailure = 31.0
    /// Bytes that must be free, and those below which no order is accepted.
    var diskFree = 512 << 20
    var diskLeast = 256 << 20
    /// How long the credentials must last.
    var credentialsLeft = 300.0
    /// How many times of a schedule that go by without a success are too many.
    var heartbeatMissed = 2
    var failed = RecentEndings.Limits()
    /// How many sends that are refused for good within the window are warned of; 0: none.
    var refusedSends = 1
    var refusedWindow = 60.0
}

extension Settings {
    var healthThresholds: HealthThresholds {
        var thresholds = HealthThresholds()
        thresholds.queueAge = Int(health.queueAge.inSeconds)
        // It asks no more often than that.
        let poll = queue.pollInterval.inSeconds
        thresholds.dispatcherSilence = health.dispatcherSilence.inSeconds + poll
        thresholds.dispatcherFailure = health.dispatcherFailure.inSeconds + poll
        thresholds.diskLeast = data.minimumFreeMB << 20
        thresholds.diskFree =
            health.diskFreeMB == 0 ? 2 * thresholds.diskLeast : health.diskFreeMB << 20
        thresholds.credentialsLeft = health.credentialsLeft.inSeconds
        thresholds.heartbeatMissed = health.heartbeatMissed
        thresholds.failed = health.failed
        thresholds.refusedSends = health.refusedSends
        thresholds.refusedWindow = health.refusedWindow.inSeconds
        return thresholds
    }

    /// Thresholds by which a part would be reported too late or never.
    func checkHealth(_ faults: inout [SettingFault]) {
        if health.dispatcherFailure < health.dispatcherSilence {
            let problem = "is shorter than health.dispatcherSilence, which warns before it"
            faults.append(SettingFault(place: "health.dispatcherFailure", problem: problem))
        }
        if health.diskFreeMB != 0, health.diskFreeMB < data.minimumFreeMB {
            let problem =
                "is \(health.diskFreeMB) and data.minimumFreeMB is \(data.minimumFreeMB): orders would be refused before anybody is warned"
            faults.append(SettingFault(place: "health.diskFreeMB", problem: problem))
        }
    }
}

extension Duration {
    fileprivate var inSeconds: Double { self / .seconds(1) }
}
