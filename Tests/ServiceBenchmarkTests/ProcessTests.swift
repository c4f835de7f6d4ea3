import Testing

@testable import orderd_bench

/// What kernel and valgrind say of processes and their threads.
struct ProcessTests {
    @Test func theNameInAStatLineMayHaveParentheses() throws {
        let line =
            "42 (a) b (c) S 1 42 42 0 -1 4194560 1 0 0 0 150 50 0 0 20 0 1 0 100 0 0 18446744073709551615"
        let stat = try #require(ProcessorTime.parse(line, ticksPerSecond: 100))
        #expect(stat.name == "a) b (c")
        #expect(stat.seconds == 2)
        #expect(ProcessorTime.parse("42 (name) S 1", ticksPerSecond: 100) == nil)
        #expect(ProcessorTime.parse(")(", ticksPerSecond: 100) == nil)
    }

    @Test func timesAreSharedOutAmongOrders() {
        let before = ProcessorTime(total: 1, threads: ["http": 0.5])
        let after = ProcessorTime(total: 1.4, threads: ["http": 0.6, "engine": 0.3])
        let cost = after.cost(since: before, orders: 1_000)
        #expect(abs(cost.total - 400) < 0.001)
        #expect(abs((cost.threads["http"] ?? 0) - 100) < 0.001)
        #expect(abs((cost.threads["engine"] ?? 0) - 300) < 0.001)
    }

    @Test func memoryIsReadFromTheLinesOfAStatus() throws {
        let status = "Name:\torderd (x)\nVmRSS:\t   20480 kB\nRssAnon:\t    5120 kB\nThreads:\t9\n"
        let memory = try #require(Memory(status: status))
        #expect(memory.resident == 20)
        #expect(memory.own == 5)
        #expect(Memory(status: "Name:\torderd\n") == nil)
    }

    @Test(arguments: [
        ("http-2", "http"), ("engine-0", "engine"), ("store-writer", "store-writer"),
        ("oot.default-qos", "dispatch"), ("-qos.overcommit", "dispatch"), ("orderd", "orderd"),
        ("7", "7"), ("-1", "-1"),
    ])
    func threadsOfOneKindAreAGroup(name: String, group: String) {
        #expect(threadGroup(name) == group)
    }

    @Test func instructionsAreNamedByTheKernelsThreads() {
        let scheduler = """
            sending command v.info scheduler to pid 10489
            Thread 1: status = VgTs_WaitSys syscall 130 (lwpid 10489)
            client stack range: [0x1FFEFFE000 0x1FFF000FFF] client SP: 0x1FFF0005D0
            Thread 5: status = VgTs_Runnable (lwpid 10579)
            Thread 12: status = VgTs_Empty (lwpid 0)
            """
        #expect(CallgrindOutput.kernelThreads(scheduler) == [1: 10489, 5: 10579, 12: 0])
        let cost = CallgrindOutput.cost(
            files: [file(thread: 5, 300), file(thread: 6, 200), file(thread: 9, 7), "nonsense"],
            names: [5: "http-0", 6: "http-1"]
        )
        let expected = ["http": 500.0, "other": 7]
        #expect(cost == Cost(unit: .instructions, total: 507, threads: expected))
    }

    private func file(thread: Int, _ count: Int) -> String {
        """
        # callgrind format
        version: 1
        pid: 10489
        part: 1
        thread: \(thread)

        desc: Trigger: dump

        positions: line
        events: Ir
        summary: \(count)

        fn=(1) main
        0 3
        """
    }

    @Test func segmentsThatAreLoadedBecomeWritable() {
        // Two program headers behind the file's own: PT_LOAD, readable and executable, and PT_NOTE.
        var file = [UInt8](repeating: 0, count: 64 + 2 * 56)
        file.replaceSubrange(0..<6, with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
        (file[32], file[54], file[56]) = (64, 56, 2)
        (file[64], file[68]) = (1, 5)
        (file[120], file[124]) = (4, 4)
        #expect(InstrumentedProgram.makeSegmentsWritable(&file))
        #expect((file[68], file[124]) == (7, 4))
    }

    @Test func whatIsNoProgramStaysAsItIs() {
        for original in [[], Array("#!/bin/sh\n".utf8), [UInt8](repeating: 0, count: 200)] {
            var file = original
            #expect(!InstrumentedProgram.makeSegmentsWritable(&file))
            #expect(file == original)
        }
        var cut: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1] + [UInt8](repeating: 0, count: 58)
        (cut[32], cut[54], cut[56]) = (64, 56, 2)
        #expect(!InstrumentedProgram.makeSegmentsWritable(&cut))
    }
}
