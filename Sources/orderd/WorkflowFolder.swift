import Foundation
import Orders

/// The definitions in a folder: `Refunds.asl.json` is workflow `Refunds`; files of other names are passed over.
struct WorkflowFolder {
    /// The most definitions of a folder.
    static let maximumCount = 1_000
    /// How the name of a definition's file ends.
    static let suffix = ".asl.json"

    /// The paths by the workflows' names.
    private(set) var files: [(name: String, path: String)] = []

    /// The files of the folder, beside a default workflow of that name; notes everything that is wrong with their names.
    init(_ directory: String, beside defaultName: String, _ faults: inout [SettingFault]) {
        guard !directory.isEmpty else { return }
        let key = "workflow.directory"
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: directory) } catch {
            let problem = "names \(directory), which cannot be read: \(error.explanation)"
            faults.append(SettingFault(place: key, problem: problem))
            return
        }
        let definitions = names.filter { $0.hasSuffix(Self.suffix) && !$0.hasPrefix(".") }.sorted()
        guard definitions.count <= Self.maximumCount else {
            let problem =
                "names a folder of \(definitions.count) definitions; \(Self.maximumCount) are possible"
            faults.append(SettingFault(place: key, problem: problem))
            return
        }
        for file in definitions {
            let (name, path) = (String(file.dropLast(Self.suffix.count)), "\(directory)/\(file)")
            if OrderNumber(name) == nil {
                let problem = "a workflow's name has \(OrderNumber.rule), and \(name) is none"
                faults.append(SettingFault(place: path, problem: problem))
            } else if name == defaultName {
                let problem = "is called as the default workflow (workflow.name); name it otherwise"
                faults.append(SettingFault(place: path, problem: problem))
            } else {
                files.append((name, path))
            }
        }
    }
}
