import AWS
import Foundation
import Glibc
import LocalFunctions
import OpenSSL
import Sockets

/// Which functions are served and how, read and checked; or everything that is wrong.
struct FunctionPlan {
    let configuration: LocalFunctionsConfiguration
    /// Folders that hold no function.
    let passedOver: [String]

    /// What somebody wants; empty texts mean the defaults.
    struct Wish {
        var directory: String
        /// The name of a single function.
        var name: String?
        var python = ""
        var user = ""
        /// Names of variables, with commas between.
        var pass = ""
        /// How each of these is called where it was said: `--user`, or `lambda.user`.
        var place: (String) -> String
    }

    /// What the settings of the service want; nil when they name no folder, or something is wrong.
    init?(
        _ settings: Settings.Lambda,
        environment: [String: String],
        _ faults: inout [SettingFault]
    ) {
        guard !settings.directory.isEmpty else { return nil }
        let wish = Wish(
            directory: settings.directory,
            python: settings.python,
            user: settings.user,
            pass: settings.pass,
            place: { "lambda.\($0)" }
        )
        do throws(SettingFaults) {
            try self.init(wish, environment: environment)
        } catch {
            faults += error.faults
            return nil
        }
    }

    init(_ wish: Wish, environment: [String: String]) throws(SettingFaults) {
        var configuration = LocalFunctionsConfiguration(
            now: { Date() },
            makeRequestID: { RandomUUID.text(SecureRandom.bytes(16)) }
        )
        var faults: [SettingFault] = []
        let folder = FunctionFolder(
            wish.directory,
            name: wish.name,
            path: configuration.path,
            mayChooseOwners: FunctionOwner.isRoot
        )
        faults += folder.faults
        configuration.functions = folder.functions
        configuration.region =
            environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? configuration.region
        configuration.owner = Self.owner(wish, &faults)
        configuration.passed = Self.passed(wish, environment, &faults)
        if folder.functions.contains(where: { $0.program == .python }) {
            configuration.python = Self.python(wish, environment, &faults) ?? configuration.python
        }
        guard faults.isEmpty else { throw SettingFaults(faults: faults) }
        self.configuration = configuration
        passedOver = folder.passedOver
    }

    /// The names of the functions that run as `user`, as whom the service runs.
    func functionNames(sharing user: UInt32) -> [String] {
        configuration.functions.filter {
            ($0.owner ?? configuration.owner)?.user ?? user == user
        }.map(\.name)
    }

    private static func owner(_ wish: Wish, _ faults: inout [SettingFault]) -> LocalFunction.Owner?
    {
        let place = wish.place("user")
        guard !wish.user.isEmpty else {
            if FunctionOwner.isRoot {
                let problem =
                    "functions would run as root: name a user whose they are, such as nobody; root itself only outright"
                faults.append(SettingFault(place: place, problem: problem))
            }
            return nil
        }
        guard let owner = FunctionOwner.named(wish.user) else {
            let problem = "there is no user \(wish.user); expected a name or a number"
            faults.append(SettingFault(place: place, problem: problem))
            return nil
        }
        if FunctionOwner.isRoot { return owner }
        guard owner.user == geteuid() else {
            let problem = "only root can start functions as another user"
            faults.append(SettingFault(place: place, problem: problem))
            return nil
        }
        return nil
    }

    private static func passed(
        _ wish: Wish,
        _ environment: [String: String],
        _ faults: inout [SettingFault]
    ) -> [String: String] {
        var passed: [String: String] = [:]
        for name in wish.pass.split(separator: ",").map({ $0.trimmingPrefix(while: \.isWhitespace) }
        ) {
            if let value = environment[String(name)],
                !WorkerEnvironment.reserved.contains(String(name))
            {
                passed[String(name)] = value
            } else {
                let problem = "the variable \(name) is not set here, so it cannot be passed on"
                faults.append(SettingFault(place: wish.place("pass"), problem: problem))
            }
        }
        return passed
    }

    /// The path of the Python, as it was given: by its place a virtual environment's knows what it is.
    private static func python(
        _ wish: Wish,
        _ environment: [String: String],
        _ faults: inout [SettingFault]
    ) -> String? {
        let name = wish.python.isEmpty ? "python3" : wish.python
        let path =
            name.contains("/")
            ? URL(filePath: name).standardizedFileURL.path
            : FunctionFolder.find(name, in: environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
        if let path, FileManager.default.isExecutableFile(atPath: path) { return path }
        let problem =
            "there is no Python \(name), which functions with a lambda_function.py need: install python3, or name another"
        faults.append(SettingFault(place: wish.place("python"), problem: problem))
        return nil
    }
}
