import Testing

@testable import Telemetry

struct `The metrics of the process` {
    @Test func `are what the kernel says`() throws {
        let registry = MetricsRegistry()
        ProcessMetrics.register(in: registry)
        let lines = String(decoding: registry.text(), as: UTF8.self).split(separator: "\n")
        let values = Dictionary(
            uniqueKeysWithValues: lines.filter { !$0.hasPrefix("#") }.map { line in
                (String(line.prefix { $0 != " " }), Double(line.drop { $0 != " " }.dropFirst()))
            }
        )
        for name in [
            "process_cpu_seconds_total", "process_resident_memory_bytes",
            "process_virtual_memory_bytes", "process_threads", "process_open_fds",
            "process_max_fds",
        ] {
            #expect(try #require(values[name] ?? nil) > 0, "\(name)")
        }
        // After the year 2020: a number of seconds, and since 1970.
        #expect(try #require(values["process_start_time_seconds"] ?? nil) > 1_577_836_800)
    }

    @Test func `are read behind a name with brackets`() throws {
        let text =
            "7 (a) b (c)) S 1 2 3 4 5 6 7 8 9 10 250 150 13 14 15 16 12 18 900 8192 3 21 22\n"
        let status = try #require(ProcessStatus(text))
        #expect(status.processorTime(100) == 4)
        #expect(status.threads == 12 && status.startTicks == 900)
        #expect(status.virtualBytes == 8_192 && status.residentPages == 3)
        #expect(ProcessStatus.bootTime("cpu 1\nbtime 1700000000\n") == 1_700_000_000)
    }

    @Test(arguments: [
        "", "7 (a", "7 (a) S 1 2", "7 (a) S a b c d e f g h i j k l m n o p q r s t u v",
    ])
    func `are not made up from another text`(text: String) {
        #expect(ProcessStatus(text) == nil)
        #expect(ProcessStatus.bootTime(text) == nil)
    }
}
