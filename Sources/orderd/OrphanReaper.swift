import Foundation
import Logging
import ServiceLifecycle

/// Takes orphans that have ended off the kernel's list where the program is the first process of a container, whose duty that is.
///
/// What runs there beside the program, such as a function's own children or `docker exec`, leaves it its orphans, and each that
/// has ended and is not waited for holds a place among the container's processes. Our own children are waited for in moments by
/// those who started them; only who is still there a round later is nobody's.
struct OrphanReaper: Service {
    let logger: Logger
    /// How long one who has ended is left to whoever started it.
    private static let interval = Duration.seconds(5)

    /// Whether it is this process's duty.
    static var isNeeded: Bool { getpid() == 1 }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var before: Set<Int32> = []
            while (try? await Task.sleep(for: Self.interval)) != nil {
                let ended = Self.endedChildren(of: getpid())
                var count = 0
                for process in ended.intersection(before)
                where waitpid(process, nil, WNOHANG) == process {
                    count += 1
                }
                if count > 0 {
                    logger.debug("orphans reaped", metadata: ["count": .stringConvertible(count)])
                }
                before = ended
            }
        }
    }

    /// The children of a process that have ended and were not waited for (proc(5): state Z).
    private static func endedChildren(of parent: Int32) -> Set<Int32> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        let ended = names.compactMap { Int32($0) }.filter { process in
            let stat = try? InputFile("/proc/\(process)/stat").text
            return stat.map { isEnded($0, childOf: parent) } ?? false
        }
        return Set(ended)
    }

    /// What `/proc/N/stat` tells: behind the name, which may hold anything, the state and the parent.
    static func isEnded(_ stat: String, childOf parent: Int32) -> Bool {
        guard let end = stat.lastIndex(of: ")") else { return false }
        let fields = stat[end...].dropFirst().split(separator: " ")
        return fields.count > 1 && fields[0] == "Z" && Int32(fields[1]) == parent
    }
}
