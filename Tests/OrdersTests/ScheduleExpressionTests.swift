import Orders
import Testing

struct `A schedule expression` {
    @Test(arguments: [
        ("rate(5 minutes)", 300), ("rate(1 minute)", 60), ("rate(2 hours)", 7_200),
        ("rate(1 day)", 86_400), ("rate(366 days)", 366 * 86_400),
    ])
    func `counts fixed units`(text: String, seconds: Int) throws {
        #expect(try ScheduleExpression(text).interval == .seconds(seconds))
    }

    @Test(arguments: [
        "", "rate()", "rate(0 minutes)", "rate(-1 minutes)", "rate(1.5 hours)", "rate(5minutes)",
        "rate(5 weeks)", "rate(5 minutes", "cron(0 9 * * ? *)", "rate(367 days)",
        "rate(99999999999999999999 days)",
    ])
    func `is refused with what would be right`(text: String) {
        #expect {
            try ScheduleExpression(text)
        } throws: {
            "\($0)".contains("rate(5 minutes)")
        }
    }
}
