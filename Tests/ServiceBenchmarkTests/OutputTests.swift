import Testing

@testable import orderd_bench

/// What the programs print that a benchmark reads.
struct OutputTests {
    @Test func wrkSaysRequestsSecondsAndPercentiles() throws {
        let output = try WrkOutput(parsing: wrk())
        #expect(output.requests == 60_500)
        #expect(output.rate == 20_166.666_666_666_668)
        #expect(output.latency == Latency(p50: 0.682, p99: 1_020))
    }

    @Test(arguments: [
        "  Non-2xx or 3xx responses: 3", "  Socket errors: connect 0, read 4, write 0, timeout 0",
    ])
    func aRunWithFailuresIsWorthless(line: String) {
        #expect(throws: BenchmarkError.self) { try WrkOutput(parsing: wrk(and: line)) }
    }

    @Test(arguments: ["", "wrk: command not found", "  0 requests in 3.00s, 0.00B read"])
    func whatIsNotOfWrkIsRefused(text: String) {
        #expect(throws: BenchmarkError.self) { try WrkOutput(parsing: text) }
    }

    private func wrk(and line: String = "") -> String {
        """
        Running 3s test @ http://127.0.0.1:19300/livez
          1 threads and 64 connections
          Thread Stats   Avg      Stdev     Max   +/- Stdev
            Latency     2.11ms    4.45ms  61.32ms   92.37%
            Req/Sec    29.70k     6.15k   39.27k    76.67%
          Latency Distribution
             50%  682.00us
             75%    1.54ms
             90%    5.37ms
             99%    1.02s
          60500 requests in 3.00s, 10.38MB read
        \(line)
        Requests/sec:  29506.38
        Transfer/sec:      3.69MB
        """
    }

    @Test func redisBenchmarkEndsWithASummary() throws {
        let figure = try Figure(
            redisBenchmark: """
                XADD s * body: rps=0.0 (overall: nan) avg_msec=nan (overall: nan)\r
                ====== XADD s * body xxx ======
                  60000 requests completed in 1.95 seconds
                Summary:
                  throughput summary: 30826.14 requests per second
                  latency summary (msec):
                          avg       min       p50       p95       p99       max
                        1.917     0.360     1.815     2.919     4.087    10.191
                """
        )
        #expect(figure == Figure(rate: 30_826.14, latency: Latency(p50: 1.815, p99: 4.087)))
        #expect(throws: BenchmarkError.self) { try Figure(redisBenchmark: "Could not connect") }
    }

    @Test func pgbenchSaysTheRateAndItsLogsTheTimes() throws {
        let figure = try Figure(
            pgbench: """
                transaction type: insert.sql
                number of transactions actually processed: 3
                latency average = 1.496 ms
                tps = 3342.710562 (without initial connection time)
                """,
            logs: """
                0 0 1200 0 1764589000 100000
                1 0 900 0 1764589000 100100
                0 1 15000 0 1764589000 100200
                """
        )
        #expect(figure == Figure(rate: 3_342.710562, latency: Latency(p50: 1.2, p99: 15)))
        #expect(throws: BenchmarkError.self) { try Figure(pgbench: "aborted", logs: "") }
    }

    @Test func theLastLineOfDBOSHasTimes() throws {
        let figure = try Figure(
            dbos: """
                12:00:00 [    INFO] (dbos) launched
                {"seconds": 8.0, "processorSeconds": 6.0}
                """,
            orders: 1_000
        )
        #expect(figure.rate == 125)
        #expect(figure.cost?.total == 6_000)
        #expect(throws: BenchmarkError.self) { try Figure(dbos: "Traceback …", orders: 1) }
    }
}
