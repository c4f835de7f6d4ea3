import Foundation
import Glibc

/// The memory of a process, in MiB (proc(5)).
struct Memory: Equatable {
    let resident: Int
    /// What it shares with no file.
    let own: Int

    init(of process: pid_t) throws {
        guard let data = FileManager.default.contents(atPath: "/proc/\(process)/status"),
            let memory = Memory(status: String(decoding: data, as: UTF8.self))
        else { throw BenchmarkError("process \(process) has ended") }
        self = memory
    }

    /// From the lines of `/proc/PID/status`; nil when some are missing.
    init?(status: String) {
        let kibibytes = status.split(separator: "\n").reduce(into: [Substring: Int]()) {
            let words = $1.split(whereSeparator: { $0 == ":" || $0 == "\t" || $0 == " " })
            guard words.count == 3, let value = Int(words[1]) else { return }
            $0[words[0]] = value
        }
        guard let resident = kibibytes["VmRSS"], let own = kibibytes["RssAnon"] else { return nil }
        (self.resident, self.own) = (resident / 1_024, own / 1_024)
    }
}
