import Testing

@testable import orderd_bench

/// Medians of rounds, the table and the verdict.
struct ReportTests {
    @Test(
        arguments: [
            ([], nil), ([3], 3), ([9, 1, 2], 2), ([4, 1, 2, 9], 3),
        ] as [([Double], Double?)]
    )
    func theMedianIsTheMiddleValue(values: [Double], expected: Double?) {
        #expect(median(values) == expected)
    }

    @Test func percentilesAreTimesThatWereMeasured() {
        #expect(Latency((1...200).map(Double.init).shuffled()) == Latency(p50: 100, p99: 198))
        #expect(Latency([5]) == Latency(p50: 5, p99: 5))
        #expect(Latency([]) == nil)
    }

    @Test(arguments: [
        (0.414, "0.41"), (9.5, "9.50"), (48.16, "48.2"), (441.6, "442"), (2_931.2, "2,931"),
        (1_234_567, "1,234,567"), (-1_000, "-1,000"), (0, "0.00"),
    ])
    func numbersAreReadable(number: Double, text: String) {
        #expect(number.readable == text)
    }

    @Test func aTableHasTheMediansAndNoEmptyColumn() {
        let table = """
            | carry | orders a second | orderd's rate to it | µs an order | orderd's cost to it | by threads |
            | --- | --- | --- | --- | --- | --- |
            | orderd | 2,931 | 1.00 | 442 | 1.00 | engine 300, store-writer 142 |
            | baseline | 945 | 3.10 | 884 | 0.50 |  |
            """
        #expect(carry.table == table)
    }

    @Test func theVerdictIsOneLine() {
        #expect(
            carry.verdict
                == "carry: 2,931 orders/s, 442 µs an order; 3.10 times the baseline with 0.50 of its processor time"
        )
        var get = Report(title: "get /livez", unit: "answers")
        get.add(Figure(rate: 40_000, latency: Latency(p50: 1, p99: 4)), of: Report.orderd)
        get.add(Figure(rate: 50_000, latency: Latency(p50: 1, p99: 2)), of: "nginx")
        #expect(get.verdict == "get /livez: 40,000 answers/s, p99 4.00 ms; 0.80 times nginx")
    }

    @Test func instructionsAreComparedAsSuch() {
        var report = Report(title: "accept", unit: "orders")
        report.add(
            Figure(cost: Cost(unit: .instructions, total: 50_000, threads: [:])),
            of: "orderd"
        )
        report.add(
            Figure(cost: Cost(unit: .instructions, total: 100_000, threads: [:])),
            of: Report.baseline
        )
        #expect(
            report.verdict
                == "accept: 50,000 instructions an order; 0.50 of the instructions of the baseline"
        )
    }

    @Test func healthMustHavePassedInEveryRound() {
        var report = Report(title: "both", unit: "orders")
        for isHealthy in [true, false, true] {
            report.add(Figure(rate: 100, backlog: 12, isHealthy: isHealthy), of: Report.orderd)
        }
        #expect(
            report.verdict
                == "both: 100 orders/s, backlog 12 at the end, health was not always pass"
        )
    }

    private var carry: Report {
        var report = Report(title: "carry", unit: "orders")
        let threads = ["engine": 300.0, "store-writer": 142, "http": 1]
        for rate in [2_931.0, 900, 3_300] {
            let cost = Cost(unit: .microseconds, total: 442, threads: threads)
            report.add(Figure(rate: rate, cost: cost), of: Report.orderd)
        }
        let cost = Cost(unit: .microseconds, total: 884, threads: [:])
        report.add(Figure(rate: 945.4, cost: cost), of: Report.baseline)
        return report
    }
}
