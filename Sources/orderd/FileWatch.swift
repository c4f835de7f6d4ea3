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
    }

    static let interval = Duration.seconds(2)

    let entries: [Entry]
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var seen = entries.map(Self.traces)
            while (try? await Task.sleep(for: Self.interval)) != nil {
                for (index, entry) in entries.enumerated() {
                    let now = Self.traces(entry)
                    guard now != seen[index] else { continue }
                    seen[index] = now
                    reload(entry)
                }
            }
        }
    }

    /// What is wrong is told, and what was read before stays in use.
    private func reload(_ entry: Entry) {
        do {
            try entry.reload()
            logger.notice("read again", metadata: ["what": "\(entry.name)"])
        } catch {
            logger.error(
                "cannot be read again; what was read before stays in use",
                metadata: ["what": "\(entry.name)", "error": "\(error)"]
            )
        }
    }

    /// What changes when a file does.
    private struct Trace: Equatable {
        let changed: Date?
        let size: Int?
        let number: Int?
    }

    private static func traces(_ entry: Entry) -> [Trace] {
        entry.files.map { file in
            let path = URL(filePath: file).resolvingSymlinksInPath().path
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return Trace(
                changed: attributes?[.modificationDate] as? Date,
                size: (attributes?[.size] as? NSNumber)?.intValue,
                number: (attributes?[.systemFileNumber] as? NSNumber)?.intValue
            )
        }
    }
}
