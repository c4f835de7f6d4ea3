import HTTP
import Integrations
import Logging
import OrderAPI
import Orders

extension Settings {
    /// Reads all settings, or throws everything that is wrong with them.
    static func read(
        flags: [String: String],
        environment: [String: String],
        file: SettingsFile?
    ) throws(SettingFaults) -> Settings {
        let (settings, _, faults) = look(flags: flags, environment: environment, file: file)
        guard faults.isEmpty else { throw SettingFaults(faults: faults) }
        return settings
    }

    /// All settings, where each comes from, and everything that is wrong with them; one that is wrong is as by default.
    ///
    /// The old pipeline's `SENDER_EMAIL` and `SNS_TOPIC_ARN` are the defaults of what they always meant.
    static func look(
        flags: [String: String],
        environment: [String: String],
        file: SettingsFile?
    ) -> (Settings, [SettingOrigin], [SettingFault]) {
        var settings = Settings()
        settings.http.auth = .unset
        settings.email.sender = environment["SENDER_EMAIL"] ?? ""
        settings.notice.topicARN = environment["SNS_TOPIC_ARN"] ?? ""
        var reader = SettingsReader(
            flags: flags,
            environment: environment,
            file: file,
            aliases: ["email.sender": "SENDER_EMAIL", "notice.topicArn": "SNS_TOPIC_ARN"]
        )
        settings.readAll(&reader)
        reader.rejectUnknownKeys()
        return (settings, reader.origins, reader.faults)
    }

    mutating func readAll(_ reader: inout SettingsReader) {
        readServing(&reader)
        readKeeping(&reader)
        readRunning(&reader)
        readSending(&reader)
        readShipping(&reader)
    }

    private mutating func readServing(_ reader: inout SettingsReader) {
        reader.text("http.host", into: &http.host)
        reader.int("http.port", into: &http.port, in: 0...65_535)
        reader.choice("http.auth", into: &http.auth)
        reader.secret("http.keys", into: &http.keys)
        reader.text("http.keysFile", into: &http.keysFile)
        reader.int("http.rateLimit", into: &http.rateLimit, in: 0...1_000_000)
        reader.choice("http.metrics", into: &http.metrics)
        reader.choice("http.console", into: &http.console)
        reader.read(
            "http.corsOrigins",
            into: &http.corsOrigins,
            expected: "origins such as https://shop.example.com with commas between, or *",
            parse: CrossOrigin.Origins.init
        )
        reader.read(
            "http.allowedHosts",
            into: &http.allowedHosts,
            expected: "host names such as orders.internal or *.internal with commas between, or *",
            parse: BrowserGuard.Hosts.init
        )
        reader.text("tls.certificateFile", into: &tls.certificateFile)
        reader.text("tls.privateKeyFile", into: &tls.privateKeyFile)
        reader.text("tls.clientRootsFile", into: &tls.clientRootsFile)
        reader.choice("tls.clientCertificates", into: &tls.clientCertificates)
        reader.text("tls.clientScopes", into: &tls.clientScopes)
        reader.int("http.loops", into: &http.loops, in: 1...64)
        reader.int("http.maximumBodySize", into: &http.maximumBodySize, in: 1_024...67_108_864)
        reader.int("http.maximumConnections", into: &http.maximumConnections, in: 1...1_000_000)
        reader.int(
            "http.maximumConnectionsPerAddress",
            into: &http.maximumConnectionsPerAddress,
            in: 0...1_000_000
        )
        reader.duration("http.headTimeout", into: &http.headTimeout)
        reader.duration("http.bodyTimeout", into: &http.bodyTimeout)
        reader.duration("http.idleTimeout", into: &http.idleTimeout)
    }

    private mutating func readKeeping(_ reader: inout SettingsReader) {
        reader.text("orders.schemaFile", into: &orders.schemaFile)
        reader.text("data.directory", into: &data.directory)
        reader.read("data.shared", into: &data.isShared, expected: "true or false") { Bool($0) }
        reader.int("data.writerCacheMB", into: &data.writerCacheMB, in: 1...16_384)
        reader.int("data.readerCacheMB", into: &data.readerCacheMB, in: 1...16_384)
        reader.int("data.minimumFreeMB", into: &data.minimumFreeMB, in: 0...1_000_000_000)
        reader.age("retention.age", into: &retention.age)
        reader.int("retention.orders", into: &retention.orders, in: 1...1_000_000_000)
        reader.read("log.level", into: &log.level, expected: Self.words(Logger.Level.allCases)) {
            Logger.Level(rawValue: $0)
        }
        reader.choice("log.format", into: &log.format)
        reader.choice("log.requests", into: &log.requests)
        readLog(&reader)
    }

    private mutating func readLog(_ reader: inout SettingsReader) {
        let names = LogComponent.names.joined(separator: ", ")
        reader.read(
            "log.levels",
            into: &log.levels,
            expected: "COMPONENT=LEVEL, …, each component one of \(names), each level one of "
                + Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
        ) { text in
            let levels = SettingsReader.named(text) { Logger.Level(rawValue: $0) }
            return levels.flatMap { $0.keys.allSatisfy(LogComponent.names.contains) ? $0 : nil }
        }
        reader.text("log.file", into: &log.file)
        reader.int("log.repeats", into: &log.repeats, in: 0...1_000_000)
        reader.duration("log.repeatWindow", into: &log.repeatWindow)
    }

    private mutating func readRunning(_ reader: inout SettingsReader) {
        reader.int("queue.concurrency", into: &queue.concurrency, in: 1...10_000)
        followConcurrency()
        reader.int("queue.backlogLimit", into: &queue.backlogLimit, in: 1...1_000_000_000)
        reader.duration("queue.leaseDuration", into: &queue.leaseDuration)
        reader.duration("queue.pollInterval", into: &queue.pollInterval)
        reader.duration("queue.gracePeriod", into: &queue.gracePeriod)
        health.read(&reader)
        alerts.read(&reader)
        reader.text("workflow.file", into: &workflow.file)
        reader.text("workflow.name", into: &workflow.name)
        reader.read(
            "workflow.requireEmail",
            into: &workflow.requiresEmail,
            expected: "true or false"
        ) { Bool($0) }
        reader.read(
            "workflow.requireEmails",
            into: &workflow.requiresEmails,
            expected: "NAME=true or NAME=false, …"
        ) { SettingsReader.named($0) { Bool($0) } }
        reader.text("workflow.directory", into: &workflow.directory)
        reader.text("workflow.route", into: &workflow.route)
        reader.choice("workflow.limits", into: &workflow.limits)
        reader.read(
            "workflow.allow",
            into: &workflow.allow,
            expected:
                "patterns with commas between: default, ARNs of resources such as arn:aws:states:::sqs:*, "
                + "role:PATTERN or region:PATTERN",
            fault: { text in
                WorkflowAllowance.badPatterns(in: text).first.map { "has the entry \"\($0)\"" }
            },
            parse: WorkflowAllowance.init
        )
        reader.text("schedules.file", into: &schedules.file)
        reader.read(
            "heartbeat.schedule",
            into: &heartbeat.schedule,
            expected: "a schedule such as rate(5 minutes) or cron(0 * * * ? *), or off"
        ) { text in
            text == Heartbeat.off || (try? ScheduleExpression(text)) != nil ? text : nil
        }
        reader.read(
            "heartbeat.timeZone",
            into: &heartbeat.timeZone,
            expected: "a time zone of this machine such as Europe/Berlin, or UTC"
        ) { (try? ZoneFolder().rules(of: $0)) == nil ? nil : $0 }
        reader.read(
            "heartbeat.url",
            into: &heartbeat.url,
            expected: "an http or https URL without a password"
        ) { HeartbeatURL($0) == nil ? nil : $0 }
        // Whoever knows it can tell those who wait there that all is well.
        reader.markSecret()
    }

    private mutating func readSending(_ reader: inout SettingsReader) {
        for index in deliveries.indices {
            readContents(of: deliveries[index].kind, &reader)
            deliveries[index].read(&reader)
        }
        reader.read(
            "sources.sqs",
            into: &sources.sqs,
            expected: QueueSetting.form,
            fault: QueueSetting.fault(in:),
            parse: QueueSetting.list
        )
        reader.read(
            "feedback.queue",
            into: &feedback.queue,
            expected: "a queue URL, perhaps with rejects=delete or rejects=leave behind it"
        ) { text in
            let queues = QueueSetting.list(text) ?? []
            return queues.count == 1 && queues[0].workflow == nil ? .some(queues[0]) : nil
        }
        reader.int("sources.receivers", into: &sources.receivers, in: 1...20)
        reader.duration("sources.visibility", into: &sources.visibility)
        reader.choice("delivery.mode", into: &deliveryMode)
        reader.choice("delivery.modeChange", into: &modeChange)
        reader.choice("suppressions.intake", into: &suppressions.intake)
        reader.limits("functions.concurrency", into: &functions.concurrency, in: 1...10_000)
        reader.limits("functions.rate", into: &functions.rate, in: 1...1_000_000)
        reader.text("lambda.directory", into: &lambda.directory)
        reader.text("lambda.python", into: &lambda.python)
        reader.text("lambda.user", into: &lambda.user)
        reader.text("lambda.pass", into: &lambda.pass)
        reader.read(
            "lambda.notIdempotent",
            into: &lambda.notIdempotent,
            expected: "names of Lambda functions with commas between, or *",
            parse: Self.functions
        )
        readHTTPTask(&reader)
        reader.duration("aws.connectTimeout", into: &aws.connectTimeout)
        reader.duration("aws.connectionAge", into: &aws.connectionAge)
        reader.duration("aws.requestTimeout", into: &aws.requestTimeout)
        reader.int("aws.maximumConnections", into: &aws.maximumConnections, in: 1...10_000)
        reader.read("sandbox.enabled", into: &sandbox.isEnabled, expected: "true or false") {
            Bool($0)
        }
    }

    /// Lets each order in work have a call and a connection, where nothing else is said.
    private mutating func followConcurrency() {
        for index in deliveries.indices { deliveries[index].concurrency = queue.concurrency }
        httpTask.concurrency = queue.concurrency
        aws.maximumConnections = queue.concurrency
    }

    private mutating func readHTTPTask(_ reader: inout SettingsReader) {
        let setting = "httpTask.allow"
        reader.read(
            setting,
            into: &httpTask.allow,
            expected:
                "hosts with commas between, such as api.example.com, *.example.com:8443, http://127.0.0.1:9000, "
                + "a network such as 10.0.0.0/8, or * for every public host"
        ) { HostRules($0, setting: setting) }
        reader.text("httpTask.secretsFile", into: &httpTask.secretsFile)
        reader.text("httpTask.roots", into: &httpTask.roots)
        reader.duration("httpTask.timeout", into: &httpTask.timeout)
        reader.int("httpTask.concurrency", into: &httpTask.concurrency, in: 1...10_000)
    }

    private mutating func readShipping(_ reader: inout SettingsReader) {
        reader.text("cloudwatch.logGroup", into: &cloudwatch.logGroup)
        reader.text("cloudwatch.logStream", into: &cloudwatch.logStream)
        reader.read(
            "cloudwatch.createGroup",
            into: &cloudwatch.createsGroup,
            expected: "true or false"
        ) { Bool($0) }
        reader.choice("cloudwatch.metrics", into: &cloudwatch.metrics)
        reader.text("cloudwatch.namespace", into: &cloudwatch.namespace)
        reader.duration("cloudwatch.metricsInterval", into: &cloudwatch.metricsInterval)
    }

    /// Names of functions with commas between, or `*`; nil when one is none.
    private static func functions(_ text: String) -> Set<String>? {
        var names: Set<String> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let words = part.split(whereSeparator: \.isWhitespace)
            guard words.count == 1, let name = words.first.map(String.init),
                name == "*" || SettingsReader.isFunction(name)
            else { return nil }
            names.insert(name)
        }
        return names
    }

    /// What only deliveries of that kind have.
    private mutating func readContents(of kind: Delivery.Kind, _ reader: inout SettingsReader) {
        switch kind {
        case .email:
            reader.text("email.sender", into: &email.sender)
            reader.text("email.subjectTemplate", into: &email.subjectTemplate)
            reader.text("email.textTemplate", into: &email.textTemplate)
            reader.text("email.htmlTemplate", into: &email.htmlTemplate)
            reader.text("email.sesTemplate", into: &email.sesTemplate)
            reader.text("email.replyTo", into: &email.replyTo)
            reader.text("email.cc", into: &email.cc)
            reader.text("email.bcc", into: &email.bcc)
            reader.text("email.headers", into: &email.headers)
            reader.text("email.tags", into: &email.tags)
            reader.text("email.configurationSet", into: &email.configurationSet)
            reader.text("email.attachments", into: &email.attachments)
            reader.text("email.attachedFiles", into: &email.attachedFiles)
            reader.text("email.attachmentsDirectory", into: &email.attachmentsDirectory)
        case .notice:
            reader.text("notice.topicArn", into: &notice.topicARN)
            reader.text("notice.subjectTemplate", into: &notice.subjectTemplate)
            reader.text("notice.messageTemplate", into: &notice.messageTemplate)
            reader.text("notice.protocolTemplates", into: &notice.protocolTemplates)
            reader.text("notice.attributes", into: &notice.attributes)
        default: break
        }
    }

    private static func words(_ levels: [Logger.Level]) -> String {
        "one of " + levels.map(\.rawValue).joined(separator: ", ")
    }
}

extension Settings.Delivering {
    fileprivate mutating func read(_ reader: inout SettingsReader) {
        reader.choice("\(kind).policy", into: &policy)
        reader.choices("\(kind).policies", into: &policies)
        reader.int("\(kind).concurrency", into: &concurrency, in: 1...10_000)
        reader.int("\(kind).rate", into: &rate, in: 0...1_000_000)
    }
}
