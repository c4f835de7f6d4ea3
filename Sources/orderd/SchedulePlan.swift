import Formats
import FoundationEssentials
import Integrations
import JSON
import Orders
import StatesLanguage
import Yams

/// The schedules that a file defines, and what every schedule has to keep.
struct SchedulePlan {
    /// nil: there is no file.
    let schedules: [Schedule]?
    /// What is run for them beside the operator's workflows.
    let definitions: [[UInt8]]

    /// Reads the file that the settings name, or the one at its usual place; notes everything that is wrong.
    init(
        _ settings: Settings,
        _ definitions: StartUpFiles.Definitions,
        region: String?,
        _ faults: inout [SettingFault]
    ) {
        let names = definitions.all.map(\.name)
        let rules = Self.rules(settings, region: region) { names }
        do {
            let file = try ServiceFile(settings.schedules.file, else: .schedules)
            let text = String(decoding: file.text, as: UTF8.self)
            let read = ScheduleFile(path: file.place, text: text)
            schedules = file.isBuiltIn ? nil : read.schedules
            faults += read.faults
            for schedule in read.schedules {
                faults += rules.faults(in: schedule).map { read.fault($0, of: schedule.name) }
                if schedule.isDeletedAfterCompletion {
                    let fault = OrderFault(
                        "/deleteAfterCompletion",
                        "is for schedules that are made by the API: one in a file is deleted there"
                    )
                    faults.append(read.fault(fault, of: schedule.name))
                }
            }
            let size = read.schedules.reduce(0) {
                $0 + JSONValue.object($1.document).bytes.count
            }
            if size > Schedule.maximumSize {
                let limit = Schedule.maximumSize >> 20
                let problem = "has more than \(limit) MiB of schedules"
                faults.append(SettingFault(place: file.place, problem: problem))
            }
            self.definitions = read.schedules.compactMap { rules.definition(of: $0)?.bytes }
        } catch {
            (schedules, self.definitions) = (nil, [])
            faults.append(SettingFault(place: "schedules.file", problem: "names \(error)"))
        }
        if definitions.all.contains(where: { $0.name == ScheduledOrder.functionWorkflow }) {
            let problem =
                "no workflow can be called \(ScheduledOrder.functionWorkflow): functions that schedules run have that name"
            faults.append(SettingFault(place: "workflow.directory", problem: problem))
        }
    }

    /// What every schedule has to keep, however it is made.
    static func rules(
        _ settings: Settings,
        region: String?,
        workflows: @escaping @Sendable () -> [String]
    ) -> ScheduleRules {
        ScheduleRules(
            zones: { try ZoneFolder().rules(of: $0) },
            workflows: workflows,
            configuration: settings.engineConfiguration(region: region ?? "us-east-1"),
            objections: { objections(to: $0, under: settings.workflow.allow) }
        )
    }

    private static func objections(
        to definition: [UInt8],
        under allowance: WorkflowAllowance
    ) -> [String] {
        do throws(DefinitionError) {
            let support = TaskSupport(.error, objection: TaskCatalog.objection)
            _ = try StateMachine(parsing: definition, support: support)
            return WorkflowCalls(definition).objections(under: allowance)
        } catch {
            return error.diagnostics.filter { $0.severity == .error }.map { $0.hint ?? "\($0)" }
        }
    }
}

/// Schedules in a file, with the lines where each member stands.
///
///     schedules:
///       nightly:
///         expression: cron(0 3 * * ? *)
///         target: {workflow: Refunds}
struct ScheduleFile {
    let path: String
    private(set) var schedules: [Schedule] = []
    private(set) var faults: [SettingFault] = []
    /// By the schedule's name and the member's JSON pointer.
    private var lines: [String: Int] = [:]

    /// Reads YAML, of which JSON is a part; a file without anything in it has no schedules.
    init(path: String, text: String) {
        self.path = path
        do {
            guard let root = try Yams.compose(yaml: text) else { return }
            read(root)
        } catch let error as YamlError {
            faults.append(SettingFault(place: path, problem: "is not valid YAML: \(error)"))
        } catch {
            faults.append(SettingFault(place: path, problem: "cannot be read: \(error)"))
        }
    }

    /// The fault with its place in the file.
    func fault(_ fault: OrderFault, of name: ScheduleName) -> SettingFault {
        // What is missing has no line of its own.
        var (pointer, line) = (fault.pointer, lines[name.text + fault.pointer])
        while line == nil, let slash = pointer.lastIndex(of: "/") {
            pointer = String(pointer[..<slash])
            line = lines[name.text + pointer]
        }
        let member = fault.pointer.dropFirst().replacing("/", with: ".")
        return SettingFault(
            place: line.map { "\(path):\($0)" } ?? path,
            problem: "schedule \(name): \(member.isEmpty ? "" : "\(member) ")\(fault.detail)"
        )
    }

    private mutating func read(_ root: Node) {
        // A document without anything in it.
        if root.scalar?.string.isEmpty == true { return }
        guard let members = root.mapping else {
            return note(root, #"must be a mapping: "schedules:" and under it each by its name"#)
        }
        for (key, value) in members {
            guard key.string == "schedules" else {
                note(key, "\(key.string ?? "?") means nothing here; possible is schedules")
                continue
            }
            // Nothing but comments may stand under it.
            if value.scalar?.string.isEmpty == true { continue }
            guard let definitions = value.mapping else {
                note(value, "schedules must be a mapping: each by its name")
                continue
            }
            if definitions.count > Schedule.maximumCount {
                note(value, "has more than \(Schedule.maximumCount) schedules")
            }
            for (name, definition) in definitions { read(name, definition) }
        }
    }

    private mutating func read(_ key: Node, _ node: Node) {
        guard let name = key.string.flatMap({ ScheduleName($0) }) else {
            return note(key, "a schedule's name has \(ScheduleName.rule)")
        }
        lines[name.text] = key.mark?.line
        let document = value(of: node, at: name.text, depth: 0)
        do throws(ScheduleFaults) { schedules.append(try Schedule(name, document)) } catch {
            faults += error.faults.map { fault($0, of: name) }
        }
    }

    private mutating func note(_ node: Node, _ problem: String) {
        let place = node.mark.map { "\(path):\($0.line)" } ?? path
        faults.append(SettingFault(place: place, problem: problem))
    }

    private mutating func value(of node: Node, at place: String, depth: Int) -> JSONValue {
        lines[place] = lines[place] ?? node.mark?.line
        guard depth < Self.maximumDepth else { return .null }
        switch node {
        case .mapping(let mapping):
            var members = JSONObject()
            for (key, node) in mapping {
                let name = key.string ?? "?"
                let place = "\(place)/\(JSONPointer.escape(name))"
                lines[place] = key.mark?.line
                members[name] = value(of: node, at: place, depth: depth + 1)
            }
            return .object(members)
        case .sequence(let sequence):
            return .array(
                sequence.enumerated().map { index, node in
                    value(of: node, at: "\(place)/\(index)", depth: depth + 1)
                }
            )
        case .scalar(let scalar): return Self.value(of: scalar, node)
        // Aliases are resolved when the text is read.
        case .alias: return .null
        }
    }

    private static let maximumDepth = 64

    /// What is not in quotes is what YAML's core schema takes it for, as far as JSON has that.
    private static func value(of scalar: Node.Scalar, _ node: Node) -> JSONValue {
        guard scalar.style == .plain else { return .string(scalar.string) }
        switch scalar.string {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default:
            let text = scalar.string
            let first = text.utf8.first ?? 0
            let isNumber = first == UInt8(ascii: "-") || (0x30...0x39).contains(first)
            guard isNumber, let value = try? JSONValue(parsing: Array(text.utf8)),
                value.number != nil
            else { return .string(text) }
            return value
        }
    }
}
