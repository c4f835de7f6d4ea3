import ArgumentParser
import Foundation

/// The flags by which every command that needs settings is given them.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: "The settings file (default: config/orderd.yaml when there is one).",
        completion: .file(extensions: ["yaml"])
    )
    var config: String?

    @Option(help: "The address to listen on (http.host).")
    var host: String?

    @Option(help: "The port to listen on (http.port).")
    var port: String?

    @Option(help: "The folder of the store (data.directory).", completion: .directory)
    var data: String?

    @Flag(help: "Start SES and SNS on loopback instead of calling AWS (sandbox.enabled).")
    var sandbox = false

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Any setting, such as queue.concurrency=8.", valueName: "key=value")
    )
    var set: [String] = []

    /// All settings, or everything that is wrong with them.
    func read(_ environment: [String: String]) throws(SettingFaults) -> Settings {
        try Settings.read(flags: flags(), environment: environment, file: file(environment))
    }

    /// What the settings name, read and checked; or everything that is wrong with them and with the files that they name.
    func startUp(_ environment: [String: String]) throws(SettingFaults) -> StartUp {
        let (settings, origins, faults) = Settings.look(
            flags: try flags(),
            environment: environment,
            file: try file(environment)
        )
        guard faults.isEmpty else {
            var all = faults
            _ = StartUpFiles(settings, &all)
            throw SettingFaults(faults: all)
        }
        var startUp = try StartUp(settings, environment: environment)
        startUp.origins = origins
        return startUp
    }

    private func flags() throws(SettingFaults) -> [String: String] {
        var flags: [String: String] = [:]
        flags["http.host"] = host
        flags["http.port"] = port
        flags["data.directory"] = data
        if sandbox { flags["sandbox.enabled"] = "true" }
        for assignment in set {
            let parts = assignment.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else {
                let problem = "write it as key=value, such as --set queue.concurrency=8"
                throw SettingFaults(
                    faults: [SettingFault(place: "--set \(assignment)", problem: problem)]
                )
            }
            flags[String(parts[0])] = String(parts[1])
        }
        return flags
    }

    /// The file that was named, or the default one where it exists.
    private func file(_ environment: [String: String]) throws(SettingFaults) -> SettingsFile? {
        let named = config ?? environment["ORDERD_CONFIG"]
        let path = named ?? BuiltInFile.settings.path
        if named == nil, BuiltInFile.settings.isAbsent { return nil }
        do {
            return SettingsFile(path: path, text: try InputFile(path).text)
        } catch {
            let fault = SettingFault(place: path, problem: error.reason)
            throw SettingFaults(faults: [fault])
        }
    }
}
