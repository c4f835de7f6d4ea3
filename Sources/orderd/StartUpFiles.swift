import Formats
import Integrations
import JSON
import OpenSSL
import Orders
import StatesLanguage

/// What the service runs on and reads at its start: the workflow, the texts of messages, the schema of orders.
struct StartUpFiles {
    let workflows: Definitions
    var workflow: Workflow { workflows.current }
    /// What is sent for an order.
    let messages: ProcessOrderFunction.Configuration
    /// What an order must look like beside our own rules.
    let orderSchema: JSONSchema?
    /// What no file says, by the paths that the files would have.
    let builtIn: [String]

    /// Reads what the settings name; nil, with everything that is wrong, when the service cannot run on it.
    init?(_ settings: Settings, _ faults: inout [SettingFault]) {
        let settings = settings.filledIn
        var reader = Reader(httpTask: settings.httpTask)
        let workflows = reader.workflows(settings.workflow)
        let (email, notice) = (reader.email(settings.email), reader.notice(settings.notice))
        let schema = reader.schema(settings.orders.schemaFile)
        faults += reader.faults
        guard reader.faults.isEmpty, let workflows, let email, let notice else { return nil }
        self.workflows = workflows
        messages = ProcessOrderFunction.Configuration(
            email: email,
            notice: notice,
            timeout: settings.aws.requestTimeout
        )
        orderSchema = schema
        builtIn = reader.builtIn
    }

    /// The templates of what is sent.
    var templates: [MessageTemplate] {
        EmailComposer(messages.email).templates + NoticeComposer(messages.notice).templates
    }

    /// The definitions that new orders run on.
    struct Definitions {
        var current: Workflow
        /// The other workflows, by name.
        var others: [Workflow]
        /// Where each stands, by its name, for messages.
        var places: [String: String]

        var all: [Workflow] { [current] + others }

        /// Reads them again; throws everything that is wrong.
        static func read(_ settings: Settings) throws(SettingFaults) -> Definitions {
            var reader = Reader(httpTask: settings.httpTask)
            let definitions = reader.workflows(settings.workflow)
            let names = definitions?.all.map(\.name) ?? []
            for queue in settings.sources.sqs {
                guard let workflow = queue.workflow, !names.isEmpty, !names.contains(workflow)
                else { continue }
                let problem = "\(queue.url) is for workflow \(workflow), which would be gone"
                reader.faults.append(SettingFault(place: "sources.sqs", problem: problem))
            }
            guard let definitions, reader.faults.isEmpty else {
                throw SettingFaults(faults: reader.faults)
            }
            return definitions
        }
    }

    struct Reader {
        /// What definitions that call APIs over HTTP need.
        let httpTask: Settings.HTTPTask
        var faults: [SettingFault] = []
        var builtIn: [String] = []
    }
}

extension StartUpFiles.Reader {
    mutating func read(_ path: String, else file: BuiltInFile, _ key: String) -> ServiceFile? {
        do {
            let found = try ServiceFile(path, else: file)
            if found.isBuiltIn { builtIn.append(file.path) }
            return found
        } catch {
            faults.append(SettingFault(place: key, problem: "names \(error)"))
            return nil
        }
    }

    /// The default workflow and those of the folder.
    mutating func workflows(_ settings: Settings.Workflow) -> StartUpFiles.Definitions? {
        let file = read(settings.file, else: .workflow, "workflow.file")
        let current = file.flatMap { workflow(settings.name, settings, $0) }
        let folder = WorkflowFolder(settings.directory, beside: settings.name, &faults)
        var (others, places): ([Workflow], [String: String]) = ([], [:])
        for (name, path) in folder.files {
            guard let file = read(path, else: .workflow, "workflow.directory"),
                let workflow = workflow(name, settings, file)
            else { continue }
            others.append(workflow)
            places[name] = path
        }
        checkNames(settings, Set(others.map(\.name)).union([settings.name]))
        guard let file, let current else { return nil }
        places[settings.name] = file.place
        // A definition that could not be read is told of already, and is no reason to tell of those that start it.
        let known = Set(folder.files.map(\.name)).union([settings.name])
        for workflow in [current] + others {
            let problems = WorkflowCalls(workflow.definition).objections(knowing: known)
            faults += problems.map {
                SettingFault(place: places[workflow.name] ?? workflow.name, problem: $0)
            }
        }
        return StartUpFiles.Definitions(current: current, others: others, places: places)
    }

    /// A rule for a workflow that does not exist would never be heeded.
    private mutating func checkNames(_ settings: Settings.Workflow, _ known: Set<String>) {
        for name in settings.requiresEmails.keys.sorted() where !known.contains(name) {
            let problem =
                "names the workflow \(name), and there is none; there is "
                + known.sorted().joined(separator: ", ")
            faults.append(SettingFault(place: "workflow.requireEmails", problem: problem))
        }
    }

    private mutating func workflow(
        _ name: String,
        _ settings: Settings.Workflow,
        _ file: ServiceFile
    ) -> Workflow? {
        let text = file.text
        do {
            let support = TaskSupport(.error, objection: TaskCatalog.objection)
            let machine = try StateMachine(parsing: text, support: support)
            let calls = WorkflowCalls(text)
            for problem in calls.objections(under: settings.allow) + httpTask.objections(to: calls)
            {
                faults.append(SettingFault(place: file.place, problem: problem))
            }
            return Workflow(
                id: Digest.sha256(text).hexadecimal,
                name: name,
                definition: text,
                machine: machine,
                rules: OrderRules(
                    requiresEmail: settings.requiresEmails[name] ?? settings.requiresEmail
                )
            )
        } catch {
            for diagnostic in error.diagnostics where diagnostic.severity == .error {
                let line = diagnostic.position.map { ":\($0.line):\($0.column)" } ?? ""
                let problem = diagnostic.hint ?? "\(diagnostic)"
                faults.append(SettingFault(place: file.place + line, problem: problem))
            }
            return nil
        }
    }

    mutating func template(
        _ path: String,
        _ builtIn: BuiltInFile,
        _ key: String,
        as type: MessageTemplate.ContentType = .text
    ) -> MessageTemplate? {
        guard let file = read(path, else: builtIn, key) else { return nil }
        do {
            guard let text = String(validating: file.text, as: UTF8.self) else {
                faults.append(SettingFault(place: file.place, problem: "is not UTF-8"))
                return nil
            }
            return try MessageTemplate(text, at: file.place, as: type)
        } catch {
            let place = "\(file.place):\(error.line):\(error.column)"
            faults.append(SettingFault(place: place, problem: "\(error)"))
            return nil
        }
    }

    mutating func schema(_ path: String) -> JSONSchema? {
        guard !path.isEmpty else { return nil }
        let text: [UInt8]
        do {
            text = try InputFile(path).bytes
        } catch {
            faults.append(SettingFault(place: "orders.schemaFile", problem: "names \(error)"))
            return nil
        }
        do {
            return try JSONSchema(JSONValue(parsing: text))
        } catch {
            faults.append(SettingFault(place: path, problem: "is no schema: \(error)"))
            return nil
        }
    }
}
