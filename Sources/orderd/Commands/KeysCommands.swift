import ArgumentParser
import Foundation
import JSON
import OpenSSL
import OrderAPI

/// `orderd keys …`: who may call a service.
struct KeysCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Make API keys.",
        subcommands: [New.self]
    )

    struct New: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an API key: the token for its holder, and the line for the service.",
            discussion:
                "The token is shown once and kept nowhere. Scopes: orders:write, orders:read, tasks, operate, admin."
        )

        @Option(help: "Who gets it, for logs and audits.")
        var name: String

        @Option(help: "What it allows, with commas between.")
        var scopes = "orders:write,orders:read"

        @Option(help: "After how many days it ends (default: never).")
        var days: Int?

        @Option(
            help: "The file to append the line to (http.keysFile); without it the line is printed.",
            completion: .file()
        )
        var file: String?

        @Flag(help: "Print a JSON object with the token and, without --file, the line.")
        var json = false

        func run() async throws {
            guard APIKey.isName(name) else {
                throw ValidationError("a name has 1 to 64 of A-Z a-z 0-9 . _ - @")
            }
            guard let scopes = Set(scopes: scopes) else {
                throw ValidationError("\(scopes) has a scope that is none of the five")
            }
            guard days.map({ (1...3_653).contains($0) }) ?? true else {
                throw ValidationError("a key ends after 1 to 3653 days")
            }
            let made = APIKey.make(
                name: name,
                scopes: scopes,
                expires: days.map { Date(timeIntervalSinceNow: Double($0) * 86_400) },
                random: SecureRandom.bytes(APIKey.randomBytes)
            )
            guard let file else {
                let members: JSONObject = [
                    "token": .string(made.token), "line": .string(made.key.line),
                ]
                print(
                    json
                        ? Terminal.json(JSONValue.object(members).text)
                        : "token: \(made.token)\nline:  \(made.key.line)"
                )
                return
            }
            // Told first: a key whose token nobody has seen is of no use.
            let token = JSONValue.object(["token": .string(made.token)])
            print(json ? Terminal.json(token.text) : made.token)
            try OutputWatch.flush()
            try append(made.key.line, to: file)
        }

        private func append(_ line: String, to file: String) throws {
            do {
                let reason = "a service reads it, and reads it again when keys are added"
                try InputFile.refusePipe(file, because: reason)
            } catch {
                StandardError.write("\(error)\n")
                throw ExitCode(ExitCodes.unusable)
            }
            let descriptor = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                StandardError.write("\(file): \(String(cString: strerror(errno)))\n")
                throw ExitCode(ExitCodes.unusable)
            }
            if OwnerOnly.tighten(file) {
                StandardError.write(
                    "warning: others could read \(file): its rights were tightened\n"
                )
            }
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try handle.write(contentsOf: Data("\(line)\n".utf8))
        }
    }
}
