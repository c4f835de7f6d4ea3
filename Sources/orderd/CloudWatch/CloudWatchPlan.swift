import AWS
import Formats
import Foundation
import Integrations
import Telemetry

/// What goes to CloudWatch, and where to.
struct CloudWatchPlan: Sendable {
    /// Where log lines are shipped to; nil: nowhere.
    private(set) var shipping: LogShipper.Configuration?
    let metrics: Settings.EmbeddedMetrics
    let namespace: String
    let interval: Duration
    /// What was asked for and is not done.
    private(set) var warning: String?

    /// Reads the settings; without AWS, in the sandbox, nothing is shipped.
    init(_ settings: Settings.CloudWatch, _ aws: AWSAccess?, _ faults: inout [SettingFault]) {
        namespace = settings.namespace
        interval = settings.metricsInterval
        metrics = settings.metrics == .ship && aws == nil ? .off : settings.metrics
        func check(_ key: String, _ value: String, _ fault: String?) {
            guard let fault else { return }
            faults.append(
                SettingFault(place: "cloudwatch.\(key)", problem: "\"\(value)\" \(fault)")
            )
        }
        check("namespace", namespace, EmbeddedMetrics.fault(ofNamespace: namespace))
        guard !settings.logGroup.isEmpty else {
            if settings.metrics == .ship {
                let problem = "is ship and cloudwatch.logGroup is not set; name a group, or say log"
                faults.append(SettingFault(place: "cloudwatch.metrics", problem: problem))
            }
            return
        }
        let destination = Self.destination(settings)
        check("logGroup", destination.group, LogDestination.fault(ofGroup: destination.group))
        check("logStream", destination.stream, LogDestination.fault(ofStream: destination.stream))
        guard let aws else {
            warning = "no log lines are shipped: the sandbox has no CloudWatch"
            return
        }
        do throws(AWSSettingsError) {
            _ = try aws.address(of: .cloudWatchLogs)
        } catch {
            let fault = SettingFault(place: error.name, problem: error.reason)
            if !faults.contains(fault) { faults.append(fault) }
        }
        shipping = LogShipper.Configuration(destination, makesGroup: settings.createsGroup)
    }

    /// What is shipped by these settings, wherever they are read; nil: nothing.
    static func shipping(by settings: Settings.CloudWatch) -> LogShipper.Configuration? {
        guard !settings.logGroup.isEmpty else { return nil }
        return LogShipper.Configuration(destination(settings), makesGroup: settings.createsGroup)
    }

    private static func destination(_ settings: Settings.CloudWatch) -> LogDestination {
        let named = settings.logStream
        let stream =
            named.isEmpty
            ? LogDestination.stream(host: ThisHost.name, start: Timestamp.text(Date())) : named
        return LogDestination(group: settings.logGroup, stream: stream)
    }
}
