import LocalFunctions
import Yams

/// What a `function.yaml` says of a function; every key may be left out.
///
/// Keys that nobody knows, and values of the wrong form, are faults with their lines, all of them at once.
struct FunctionFile {
    /// The file's path, for messages.
    let path: String
    private(set) var handler: String?
    private(set) var command: [String]?
    private(set) var timeout: Int?
    private(set) var memoryMB: Int?
    private(set) var environment: [String: String] = [:]
    private(set) var concurrency: Int?
    private(set) var uid: UInt32?
    private(set) var faults: [SettingFault] = []

    static let name = "function.yaml"
    private static let keys: Set<String> = [
        "handler", "command", "timeout", "memoryMB", "environment", "concurrency", "uid",
    ]

    /// Reads the text of a file; an empty one says nothing.
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

    private mutating func read(_ root: Node) {
        guard let mapping = root.mapping else {
            return note(root, "the file must be a mapping, such as timeout: 10")
        }
        for (key, value) in mapping { read(key, value) }
    }

    private mutating func read(_ key: Node, _ value: Node) {
        switch key.string {
        case "handler": handler = text(value, "handler", "a name such as module.function")
        case "command": readCommand(value)
        case "timeout": timeout = number(value, "timeout", LocalFunction.timeouts, "seconds")
        case "memoryMB": memoryMB = number(value, "memoryMB", LocalFunction.memories, "MiB")
        case "concurrency":
            concurrency = number(value, "concurrency", LocalFunction.concurrencies, "processes")
        case "environment": readEnvironment(value)
        case "uid":
            uid = number(value, "uid", 0...Int(UInt32.max - 1), "as id -u shows it").map {
                UInt32($0)
            }
        case let name:
            let name = name ?? "?"
            let nearest = SettingsReader.nearest(to: name, among: Self.keys)
            note(key, "there is no key \(name); did you mean \(nearest)?")
        }
    }

    private mutating func text(_ node: Node, _ key: String, _ expected: String) -> String? {
        guard let text = node.scalar?.string, !text.isEmpty, !text.contains("\0") else {
            note(node, "\(key) must be \(expected)")
            return nil
        }
        return text
    }

    private mutating func number(
        _ node: Node,
        _ key: String,
        _ range: ClosedRange<Int>,
        _ unit: String
    ) -> Int? {
        guard let number = node.scalar.flatMap({ Int($0.string) }), range.contains(number) else {
            let told = node.scalar.map { " is \"\($0.string)\"; expected" } ?? " must be"
            let bounds = "\(range.lowerBound) to \(range.upperBound), \(unit)"
            note(node, "\(key)\(told) a whole number from \(bounds)")
            return nil
        }
        return number
    }

    private mutating func readCommand(_ node: Node) {
        let words = node.sequence.map { $0.map { $0.scalar?.string } } ?? [node.scalar?.string]
        let command = words.compactMap { $0 }
        guard command.count == words.count, command.first?.isEmpty == false,
            !command.contains(where: { $0.contains("\0") })
        else {
            return note(node, "command must be a program, or a list of a program and its arguments")
        }
        self.command = command
    }

    private mutating func readEnvironment(_ node: Node) {
        guard let mapping = node.mapping else {
            return note(node, "environment must be a mapping of variables to their values")
        }
        for (key, value) in mapping {
            guard let name = key.string, Self.isVariable(name) else {
                note(key, "environment: \(key.string ?? "?") is no name of a variable")
                continue
            }
            guard let text = value.scalar?.string, !text.contains("\0") else {
                note(value, "environment.\(name) must be a single value")
                continue
            }
            guard !WorkerEnvironment.reserved.contains(name) else {
                note(key, "environment.\(name) is said by orderd, and by nobody else")
                continue
            }
            environment[name] = text
        }
    }

    /// Whether a program can be given a variable of this name.
    static func isVariable(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return name.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }

    private mutating func note(_ node: Node, _ problem: String) {
        let line = node.mark.map { ":\($0.line)" } ?? ""
        faults.append(SettingFault(place: "\(path)\(line)", problem: problem))
    }
}
