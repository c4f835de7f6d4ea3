import Foundation
import JSON
import TestClosing
import TestProcesses
import Testing

/// botocore, which moto has with it: the reference for what SDKs make of requests.
enum Botocore {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let python = root.appending(path: ".build/moto/bin/python3")
    private static let script =
        root
        .appending(path: "Tests/AWSTests/Fixtures/botocore_reference.py")

    /// Whether the README's test command has been run, or has to have been.
    static var isWanted: Bool {
        FileManager.default.isExecutableFile(atPath: python.path)
            || ProcessInfo.processInfo.environment["CI"] == "true"
    }

    static let hint: Comment =
        "botocore is not installed: python3 -m venv .build/moto && .build/moto/bin/pip install -q 'moto[server]'"

    struct Failure: Error {
        let text: String
    }

    /// Its answers to the questions, in their order.
    static func answers(_ questions: [JSONValue]) async throws -> [JSONValue] {
        let folder = try TestFolder.make()
        let file = folder.appending(path: "questions.json")
        try Data(JSONValue.array(questions).bytes).write(to: file)
        let text = try await run([script.path, file.path], in: folder)
        guard let answers = try? JSONValue(parsing: text).array, answers.count == questions.count
        else { throw Failure(text: text) }
        return answers
    }

    /// What the script beside the tests prints about it.
    static func output(of script: String) async throws -> String {
        let file = root.appending(path: "Tests/AWSTests/Fixtures/\(script)")
        return try await run([file.path], in: try TestFolder.make())
    }

    /// A file of the repository.
    static func file(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    }

    private static func run(_ arguments: [String], in folder: URL) async throws -> String {
        let process = try ChildProcess(
            "/usr/bin/timeout",
            ["300", python.path] + arguments,
            environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path],
            in: folder
        )
        return try await withCheckedThrowingContinuation { continuation in
            // Reading to the end blocks, so it has a thread of its own.
            let thread = Thread {
                let data = Result { try process.output.readToEnd() ?? Data() }
                _ = process.wait()
                continuation.resume(with: data.map { String(decoding: $0, as: UTF8.self) })
            }
            thread.start()
        }
    }
}
