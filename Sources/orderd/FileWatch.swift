import Foundation
import Logging
import ServiceLifecycle

/// Reads files again when they have changed.
///
/// It looks every other second: certificates and keys are put in place in many ways, by renaming and by links that
/// point elsewhere, and a look at the file itself sees them all.
struct FileWatch: Service {
    /// Files that belong together.
    struct Entry: Sendable {
        /// What they hold, for logs.
        let name: String
        /// Their paths.
        let files: [String]
        /// Takes over what they hold now.
        let reload: @Sendable () throws -> Void
        /// How they were when the service was put together.
        fileprivate let traces: [Trace]

        init(name: String, files: [String], reload: @escaping @Sendable () throws -> Void) {
            self.name = name
            self.files = files
            self.reload = reload
            traces = files.map(Trace.init)
        }
    }

    let entries: [Entry]
    let logger: Logger
    var interval = Duration.seconds(2)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            // What changed while the service started counts too: after an entry was made its trace shows it, and what was
            // read before that is read once more.
            var seen = entries.map(\.traces)
            for entry in entries { reload(entry, level: .debug) }
            while (try? await Task.sleep(for: interval)) != nil {
                for (index, entry) in entries.enumerated() {
                    let now = entry.files.map(Trace.init)
                    guard now != seen[index] else { continue }
                    seen[index] = now
                    reload(entry)
                }
            }
        }
    }

    /// What is wrong is told, and what was read before stays in use.
    private func reload(_ entry: Entry, level: Logger.Level = .notice) {
        do {
            try entry.reload()
            logger.log(level: level, "read again", metadata: ["what": "\(entry.name)"])
        } catch {
            logger.error(
                "cannot be read again; what was read before stays in use",
                metadata: ["what": "\(entry.name)", "error": "\(error)"]
            )
        }
    }

    /// What changes when a file does.
    fileprivate struct Trace: Equatable {
        private let changed: Date?
        private let size: Int?
        private let number: Int?

        init(_ file: String) {
            let path = URL(filePath: file).resolvingSymlinksInPath().path
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            changed = attributes?[.modificationDate] as? Date
            size = (attributes?[.size] as? NSNumber)?.intValue
            number = (attributes?[.systemFileNumber] as? NSNumber)?.intValue
        }
    }
}
