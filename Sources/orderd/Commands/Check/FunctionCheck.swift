import LocalFunctions
import Sockets

/// Whether the functions of one's own that are written in Python could be started.
enum FunctionCheck {
    /// Starts the Python for each of them, as its user and in its folder; what works is told.
    static func faults(
        _ configuration: LocalFunctionsConfiguration,
        _ report: CheckReport
    ) async throws -> [SettingFault] {
        let group = try EventLoopGroup(count: 1)
        defer { group.shutdown() }
        var (faults, versions): ([SettingFault], [String: [String]]) = ([], [:])
        for function in configuration.functions {
            guard let trial = PythonTrial(function, configuration) else { continue }
            do throws(PythonTrial.Fault) {
                versions[try await trial.version(on: group.loops[0]), default: []].append(
                    function.name
                )
            } catch {
                faults.append(SettingFault(place: function.folder, problem: "\(error)"))
            }
        }
        for (version, names) in versions.sorted(by: { $0.key < $1.key }) {
            report.note("functions: \(version) starts for \(names.joined(separator: ", "))")
        }
        return faults
    }
}
