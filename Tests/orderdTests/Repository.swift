import Foundation

/// Where the tests find what the repository ships and what was built from it.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The program, which lies beside the test bundle, or the one that `ORDERD_PROGRAM` names.
    static let program =
        ProcessInfo.processInfo.environment["ORDERD_PROGRAM"].map {
            URL(filePath: $0, relativeTo: root)
        }
        ?? URL(filePath: CommandLine.arguments[0])
        .deletingLastPathComponent().appending(path: "orderd")
}
