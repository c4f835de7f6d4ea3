internal import FoundationEssentials
internal import Glibc

/// What the kernel knows of this process, under the names that all of Prometheus' client libraries use.
///
/// Each scrape reads `/proc/self`, which waits for no disk. What it does not show is told as NaN.
package enum ProcessMetrics {
    package static func register(in registry: MetricsRegistry) {
        registry.counter(
            "process_cpu_seconds_total",
            help: "Processor time of the process, of users and the kernel."
        ) { () -> Double in status?.processorTime(ticksPerSecond) ?? .nan }
        for (name, help, value) in gauges { registry.gauge(name, help: help, reading: value) }
    }

    private typealias Gauge = (name: String, help: String, value: @Sendable () -> Double)

    private static let gauges: [Gauge] = [
        (
            "process_resident_memory_bytes", "Memory of the process that is in RAM.",
            { status.map { Double($0.residentPages * sysconf(Int32(_SC_PAGESIZE))) } ?? .nan }
        ),
        (
            "process_virtual_memory_bytes", "Address space of the process.",
            { status.map { Double($0.virtualBytes) } ?? .nan }
        ),
        (
            "process_threads", "Threads of the process.",
            { status.map { Double($0.threads) } ?? .nan }
        ),
        ("process_open_fds", "Open descriptors of the process.", { openDescriptors }),
        (
            "process_max_fds", "The most descriptors that the process may open.",
            { maximumDescriptors }
        ),
        (
            "process_start_time_seconds", "When the process was started, in seconds since 1970.",
            { startTime }
        ),
    ]

    private static let ticksPerSecond = sysconf(Int32(_SC_CLK_TCK))

    private static var status: ProcessStatus? {
        text("/proc/self/stat").flatMap(ProcessStatus.init)
    }

    /// It does not change.
    private static let startTime: Double = {
        let boot = text("/proc/stat").flatMap(ProcessStatus.bootTime)
        guard let status, let boot else { return .nan }
        return boot + Double(status.startTicks) / Double(ticksPerSecond)
    }()

    private static var openDescriptors: Double {
        // Linux counts them itself from 6.2 on; reading the folder takes milliseconds when there are many.
        var folder = stat()
        if stat("/proc/self/fd", &folder) == 0, folder.st_size > 0 { return Double(folder.st_size) }
        let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        // The one that reads the folder is not there any more.
        return names.map { Double($0.count - 1) } ?? .nan
    }

    private static var maximumDescriptors: Double {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return .nan
        }
        return limit.rlim_cur == rlim_t.max ? .infinity : Double(limit.rlim_cur)
    }

    private static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// What `/proc/PID/stat` says (proc_pid_stat(5)).
struct ProcessStatus: Equatable {
    var userTicks: Int
    var kernelTicks: Int
    var threads: Int
    /// Since the machine was started.
    var startTicks: Int
    var virtualBytes: Int
    var residentPages: Int

    /// nil for a text of another form.
    init?(_ text: String) {
        // The program's name may have blanks and brackets of its own.
        guard let end = text.lastIndex(of: ")") else { return nil }
        // The first of these is the third field.
        let fields = text[end...].dropFirst().split(whereSeparator: \.isWhitespace)
        let numbers = [14, 15, 20, 22, 23, 24].compactMap { number in
            fields.dropFirst(number - 3).first.flatMap { Int($0) }
        }
        guard numbers.count == 6 else { return nil }
        (userTicks, kernelTicks, threads) = (numbers[0], numbers[1], numbers[2])
        (startTicks, virtualBytes, residentPages) = (numbers[3], numbers[4], numbers[5])
    }

    func processorTime(_ ticksPerSecond: Int) -> Double {
        Double(userTicks + kernelTicks) / Double(ticksPerSecond)
    }

    /// When the machine was started, out of `/proc/stat`, in seconds since 1970.
    static func bootTime(_ text: String) -> Double? {
        let line = text.split(separator: "\n").first { $0.hasPrefix("btime ") }
        return line.flatMap { Double($0.dropFirst(6)) }
    }
}
