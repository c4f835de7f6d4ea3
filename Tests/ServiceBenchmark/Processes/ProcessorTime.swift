import Foundation
import Glibc

/// Processor time of a process and its threads so far, in seconds.
struct ProcessorTime {
    /// With that of threads that have ended.
    let total: Double
    /// By group of threads.
    let threads: [String: Double]
}

extension ProcessorTime {
    /// Reads it from the kernel (proc(5)), which counts in hundredths of a second.
    init(of process: pid_t) throws {
        let root = "/proc/\(process)"
        guard let own = Self.stat("\(root)/stat"),
            let tasks = try? FileManager.default.contentsOfDirectory(atPath: "\(root)/task")
        else { throw BenchmarkError("process \(process) has ended") }
        var threads: [String: Double] = [:]
        for case .some(let thread) in tasks.map({ Self.stat("\(root)/task/\($0)/stat") }) {
            threads[threadGroup(thread.name), default: 0] += thread.seconds
        }
        self.init(total: own.seconds, threads: threads)
    }

    /// What passed since then, shared out among so many orders.
    func cost(since start: ProcessorTime, orders: Double) -> Cost {
        let spent = threads.map { ($0, ($1 - (start.threads[$0] ?? 0)) * 1e6) }
        return Cost(
            unit: .microseconds,
            total: (total - start.total) * 1e6,
            threads: Dictionary(uniqueKeysWithValues: spent)
        ).divided(by: orders)
    }

    private static func stat(_ path: String) -> (name: String, seconds: Double)? {
        FileManager.default.contents(atPath: path)
            .flatMap { parse(String(decoding: $0, as: UTF8.self)) }
    }

    /// The name, and the time in user and kernel mode, from a line of `/proc/PID/stat`.
    ///
    /// The name stands in parentheses and may have some itself.
    static func parse(
        _ stat: String,
        ticksPerSecond: Double = Double(sysconf(Int32(_SC_CLK_TCK)))
    ) -> (name: String, seconds: Double)? {
        guard let open = stat.firstIndex(of: "("), let close = stat.lastIndex(of: ")"), open < close
        else { return nil }
        let fields = stat[stat.index(after: close)...].split(separator: " ")
        guard fields.count > 12, let user = Double(fields[11]), let kernel = Double(fields[12])
        else { return nil }
        return (String(stat[stat.index(after: open)..<close]), (user + kernel) / ticksPerSecond)
    }
}
