package import Foundation

/// Folders that end with the test.
package enum TestFolder {
    /// What the names of this process's folders begin with, so that one that is left can be told from another run's.
    static let prefix = "orderd-test-\(ProcessInfo.processInfo.processIdentifier)-"

    /// Where folders are made by default.
    package static let disk = FileManager.default.temporaryDirectory
    /// A place where a sync costs nothing.
    package static let memory = URL(filePath: "/dev/shm")

    /// A new folder, which is removed at the end of the test.
    package static func make(in place: URL = disk) throws -> URL {
        let folder = place.appending(path: prefix + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        afterwards { try FileManager.default.removeItem(at: folder) }
        return folder
    }
}
