import Orders

extension Settings {
    /// Beyond what `/health` warns or fails.
    struct Health: Sendable {
        var queueAge = Duration.seconds(300)
        var dispatcherSilence = Duration.seconds(5)
        var dispatcherFailure = Duration.seconds(30)
        /// In MiB; 0: twice of what closes the intake.
        var diskFreeMB = 0
        var credentialsLeft = Duration.seconds(300)
        var heartbeatMissed = 2
        var failed = RecentEndings.Limits()
        var refusedSends = 1
        var refusedWindow = Duration.seconds(60)
    }
}

extension Settings.Health {
    mutating func read(_ reader: inout SettingsReader) {
        reader.duration("health.queueAge", into: &queueAge)
        reader.duration("health.dispatcherSilence", into: &dispatcherSilence)
        reader.duration("health.dispatcherFailure", into: &dispatcherFailure)
        reader.int("health.diskFreeMB", into: &diskFreeMB, in: 0...1_000_000_000)
        reader.duration("health.credentialsLeft", into: &credentialsLeft)
        reader.int("health.heartbeatMissed", into: &heartbeatMissed, in: 1...100)
        reader.int("health.failedPercent", into: &failed.failedPercent, in: 0...100)
        reader.duration("health.failedWindow", into: &failed.window)
        reader.int("health.refusedSends", into: &refusedSends, in: 0...1_000_000)
        reader.duration("health.refusedWindow", into: &refusedWindow)
    }
}
