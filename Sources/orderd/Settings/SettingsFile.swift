import Yams

/// The settings that a YAML file gives, flattened to dotted keys, each with its line.
///
/// By Yams and not by swift-configuration, whose readers pass over unknown keys and malformed values in silence.
/// To tell every fault at once with its line takes a walk of our own, and then a YAML parser is all that is needed.
struct SettingsFile {
    /// The file's path, for messages.
    let path: String
    /// The values as text with the line where each stands.
    private(set) var values: [String: (text: String, line: Int)] = [:]
    /// What the file gets wrong as a file.
    private(set) var faults: [SettingFault] = []

    /// Reads the text of a file; a broken one gives faults and no values.
    init(path: String, text: String) {
        self.path = path
        do {
            guard let root = try Yams.compose(yaml: text) else { return }
            flatten(root, key: "")
        } catch let error as YamlError {
            faults.append(SettingFault(place: path, problem: "is not valid YAML: \(error)"))
        } catch {
            faults.append(SettingFault(place: path, problem: "cannot be read: \(error)"))
        }
    }

    private mutating func flatten(_ node: Node, key: String) {
        switch node {
        case .mapping(let mapping):
            for (name, value) in mapping {
                let name = name.string ?? "?"
                flatten(value, key: key.isEmpty ? name : "\(key).\(name)")
            }
        case .scalar(let scalar):
            // A key without a value means the default.
            guard !(scalar.string.isEmpty && scalar.style == .plain) else { return }
            values[key] = (scalar.string, node.mark?.line ?? 0)
        case .sequence, .alias:
            faults.append(
                SettingFault(
                    place: "\(path):\(node.mark?.line ?? 0)",
                    problem:
                        "\(key.isEmpty ? "the file" : key) must be \(key.isEmpty ? "a mapping" : "a single value")"
                )
            )
        }
    }
}

/// One thing that is wrong with the settings.
struct SettingFault: Error, Equatable, CustomStringConvertible {
    /// The file and line, the variable or the flag.
    var place: String
    /// What is wrong and what would be right.
    var problem: String

    var description: String { "\(place): \(problem)" }
}

/// Everything that is wrong with the settings, at once.
struct SettingFaults: Error, CustomStringConvertible {
    var faults: [SettingFault]

    var description: String { faults.map { "  \($0)" }.joined(separator: "\n") }
}
