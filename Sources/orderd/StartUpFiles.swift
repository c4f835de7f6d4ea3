import Formats
import Integrations
import JSON
import OpenSSL
import Orders
import StatesLanguage

/// What the service runs on and reads at its start: the workflow, the texts of messages, the schema of orders.
struct StartUpFiles {
    let workflow: Workflow
    /// Where the definition stands, for messages.
    let workflowPlace: String
    /// What is sent for an order.
    let messages: ProcessOrderFunction.Configuration
    /// What an order must look like beside our own rules.
    let orderSchema: JSONSchema?
    /// What no file says, by the paths that the files would have.
    let builtIn: [String]

    /// Reads what the settings name; nil, with everything that is wrong, when the service cannot run on it.
    init?(_ settings: Settings, _ faults: inout [SettingFault]) {
        let settings = settings.filledIn
        var reader = Reader()
        let definition = reader.read(settings.workflow.file, else: .workflow, "workflow.file")
        let workflow = definition.flatMap { reader.workflow(settings.workflow, $0) }
        let (email, notice) = (reader.email(settings.email), reader.notice(settings.notice))
        let schema = reader.schema(settings.orders.schemaFile)
        faults += reader.faults
        guard reader.faults.isEmpty, let definition, let workflow, let email, let notice
        else { return nil }
        self.workflow = workflow
        messages = ProcessOrderFunction.Configuration(
            email: email,
            notice: notice,
            timeout: settings.aws.requestTimeout
        )
        workflowPlace = definition.place
        orderSchema = schema
        builtIn = reader.builtIn
    }

    /// The templates of what is sent.
    var templates: [MessageTemplate] {
        EmailComposer(messages.email).templates + NoticeComposer(messages.notice).templates
    }

    struct Reader {
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

    mutating func workflow(_ settings: Settings.Workflow, _ file: ServiceFile) -> Workflow? {
        let text = file.text
        do {
            let support = TaskSupport(.error, objection: TaskCatalog.objection)
            return Workflow(
                id: Digest.sha256(text).hexadecimal,
                name: settings.name,
                definition: text,
                machine: try StateMachine(parsing: text, support: support),
                rules: OrderRules(requiresEmail: settings.requiresEmail)
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
