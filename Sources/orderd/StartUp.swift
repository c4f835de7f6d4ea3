import Formats
import Foundation
import Integrations
import JSON
import OpenSSL
import OrderStoreSQLite
import Orders
import Sockets
import StatesLanguage

/// What the settings name, read and checked before anything is started; every fault is found at once.
struct StartUp {
    let settings: Settings
    /// Where each of them comes from.
    var origins: [SettingOrigin] = []
    /// What the service runs on.
    let files: StartUpFiles
    var workflow: Workflow { files.workflow }
    let address: SocketAddress
    let frontDoor: FrontDoor
    /// What is run at its times.
    let schedules: SchedulePlan
    /// When the heartbeat runs; nil: never.
    let heartbeat: HeartbeatPlan?
    /// Where SES and SNS are; nil with the sandbox, which is started later.
    let aws: AWSAccess?
    /// Where functions are called with the sandbox; nil without it.
    let sandboxFunctions: SandboxFunctions?
    /// By what an order's workflow is told; nil: every order is the default one's that names none.
    let route: WorkflowRoute?
    /// Functions of one's own that run beside the service.
    let functions: FunctionPlan?
    /// With what definitions call APIs over HTTP.
    let httpTask: HTTPTaskPlan
    /// Who is told of what is wrong.
    let alerts: AlertPlan
    /// What goes to CloudWatch.
    let cloudWatch: CloudWatchPlan
    /// Where spans go; nil: none are recorded.
    let tracing: TracingPlan?
    /// Files and folders that others could read, and cannot any more.
    let tightened: [String]

    /// What was understood otherwise than the settings about AWS say it.
    var awsWarnings: [String] {
        (aws?.warnings ?? []) + [sandboxFunctions?.warning].compactMap(\.self)
    }

    /// Reads what the settings name, or throws everything that is wrong.
    init(_ settings: Settings, environment: [String: String]) throws(SettingFaults) {
        var faults: [SettingFault] = []
        let files = StartUpFiles(settings, &faults)
        let frontDoor = FrontDoor(settings, &faults)
        let address = Self.address(settings.http, frontDoor, &faults)
        heartbeat = HeartbeatPlan(settings.heartbeat)
        route = Self.route(settings.workflow.route, &faults)
        var tightened = Self.prepareDataDirectory(settings.data, &faults)
        if OwnerOnly.tighten(settings.http.keysFile) { tightened.append(settings.http.keysFile) }
        httpTask = HTTPTaskPlan(settings.httpTask, &faults)
        alerts = AlertPlan(settings.alerts, &faults)
        tightened += httpTask.tightened + alerts.tightened
        self.tightened = tightened
        aws = settings.sandbox.isEnabled ? nil : AWSAccess(environment: environment, &faults)
        sandboxFunctions =
            settings.sandbox.isEnabled ? SandboxFunctions(environment: environment) : nil
        functions = FunctionPlan(settings.lambda, environment: environment, &faults)
        cloudWatch = CloudWatchPlan(settings.cloudwatch, aws, &faults)
        tracing = TracingPlan(environment, gracePeriod: settings.queue.gracePeriod, &faults)
        self.settings = settings.filledIn
        aws?.checkTopic(self.settings.notice.topicARN, &faults)
        aws?.checkTopic(settings.alerts.topic, of: "alerts.topic", &faults)
        settings.checkHealth(&faults)
        settings.checkSources(files?.workflows.all.map(\.name) ?? [], in: aws?.region, &faults)
        settings.checkPolicies(
            files?.workflows.all.map(\.name) ?? [settings.workflow.name],
            &faults
        )
        if let files { httpTask.check(files.workflows, &faults) }
        var schedules: SchedulePlan?
        if let files {
            schedules = SchedulePlan(self.settings, files.workflows, region: aws?.region, &faults)
        }
        guard faults.isEmpty, let files, let schedules, let address else {
            throw SettingFaults(faults: faults)
        }
        self.schedules = schedules
        self.files = files
        self.address = address
        self.frontDoor = frontDoor
    }

    private static func route(
        _ text: String,
        _ faults: inout [SettingFault]
    ) -> WorkflowRoute? {
        guard !text.isEmpty else { return nil }
        do { return try WorkflowRoute(text) } catch {
            let problem = "is no JSONata expression: \(error)"
            faults.append(SettingFault(place: "workflow.route", problem: problem))
            return nil
        }
    }

    private static func address(
        _ http: Settings.HTTP,
        _ frontDoor: FrontDoor,
        _ faults: inout [SettingFault]
    ) -> SocketAddress? {
        guard let address = SocketAddress(host: http.host, port: UInt16(http.port)) else {
            let problem = "\"\(http.host)\" is no numeric address; write 127.0.0.1, 0.0.0.0 or ::"
            faults.append(SettingFault(place: "http.host", problem: problem))
            return nil
        }
        if !address.ip.isLoopback, http.auth == .unset, !frontDoor.isGuarded {
            let problem =
                "\(http.host) can be reached from outside and there are no API keys; "
                + "make some with orderd keys new, or say http.auth: none if that is meant"
            faults.append(SettingFault(place: "http.host", problem: problem))
        }
        return address
    }

    /// Makes the folder where it is missing, keeps it to its owner, and tries whether files can be made in it.
    private static func prepareDataDirectory(
        _ data: Settings.Data,
        _ faults: inout [SettingFault]
    ) -> [String] {
        let path = data.directory
        var isFolder: ObjCBool = true
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue
        {
            let problem = "\(path) is no folder, and the store's files lie in one"
            faults.append(SettingFault(place: "data.directory", problem: problem))
            return []
        }
        do {
            let changes = try OwnerOnly.prepare(path, isShared: data.isShared)
            let folder = URL(filePath: path)
            let probe = folder.appending(path: ".orderd-probe")
            try Data().write(to: probe)
            try FileManager.default.removeItem(at: probe)
            return changes
        } catch let refusal as OwnerOnly.Refusal {
            faults.append(SettingFault(place: "data.directory", problem: "\(refusal)"))
        } catch {
            let problem =
                "\(path) cannot be written: \(error.explanation). "
                + "Make it belong to the user that runs orderd, or name another folder"
            faults.append(SettingFault(place: "data.directory", problem: problem))
        }
        return []
    }
}

extension Settings {
    /// With the sandbox nothing needs to be set: what is missing is made up.
    var filledIn: Settings {
        guard sandbox.isEnabled else { return self }
        var settings = self
        if email.sender.isEmpty { settings.email.sender = "orders@example.com" }
        if notice.topicARN.isEmpty {
            settings.notice.topicARN = "arn:aws:sns:us-east-1:000000000000:order-notices"
        }
        return settings
    }

    /// Queues need AWS, its region and workflows that there are.
    fileprivate func checkSources(
        _ workflows: [String],
        in region: String?,
        _ faults: inout [SettingFault]
    ) {
        func note(_ problem: String, _ place: String = "sources.sqs") {
            faults.append(SettingFault(place: place, problem: problem))
        }
        for (place, queue) in allQueues {
            if sandbox.isEnabled {
                note("names a queue, and the sandbox has none; leave out one of the two", place)
            }
            if let own = queue.region, let region, own != region {
                note("\(queue.url) is in \(own), and AWS_REGION is \(region)", place)
            }
        }
        for queue in sources.sqs {
            if let workflow = queue.workflow, !workflows.isEmpty, !workflows.contains(workflow) {
                let known = workflows.joined(separator: ", ")
                note("\(queue.url) is for workflow \(workflow), and there is \(known)")
            }
        }
        let seconds = sources.visibility.components.seconds
        if !(10...43_200).contains(seconds) {
            let problem =
                "is \(seconds) s; SQS keeps messages from 10 s, as is sensible, to 12 hours"
            faults.append(SettingFault(place: "sources.visibility", problem: problem))
        }
    }

    /// A policy for a workflow that does not exist would never be heeded.
    fileprivate func checkPolicies(_ names: [String], _ faults: inout [SettingFault]) {
        for delivering in deliveries {
            let others = delivering.policies.keys.filter { !names.contains($0) }.sorted()
            guard !others.isEmpty else { continue }
            // Orders end on the workflow that they began with. What is wrong with the file its opening tells.
            let earlier = (try? StoreFile(path: data.file).workflowNames()) ?? []
            let known = earlier.union(names)
            for name in others where !known.contains(name) {
                let problem =
                    "names the workflow \(name), and no order runs on one of that name; there is "
                    + known.sorted().joined(separator: ", ")
                faults.append(SettingFault(place: "\(delivering.kind).policies", problem: problem))
            }
        }
    }
}
