import FoundationEssentials
import JSON
import Orders
import Testing

struct `A schedule's document` {
    private static func schedule(_ text: String) throws -> Schedule {
        try Schedule(
            try #require(ScheduleName("nightly")),
            try JSONValue(parsing: Array(text.utf8))
        )
    }

    @Test(arguments: [
        #"{"expression":"rate(5 minutes)","target":{"workflow":"W"}}"#,
        #"{"expression":"cron(0 3 ? * MON-FRI *)","timeZone":"Europe/Berlin","target":{"workflow":"W","input":{"a":[1,null,"x"]}}}"#,
        """
        {"expression":"rate(1 day)","start":"2027-01-15T08:00:00.000Z","end":"2028-01-15T08:00:00.000Z",\
        "flexibleWindowMinutes":15,"skippedTime":"later","repeatedTime":"twice","enabled":false,\
        "deleteAfterCompletion":true,"overlap":"buffer-one","catchUpSeconds":60,\
        "target":{"function":"F","retry":{"maximumAttempts":0,"maximumAgeSeconds":60},"input":7,\
        "deadLetterQueue":"https://sqs.eu-central-1.amazonaws.com/1/q"}}
        """,
    ])
    func `says all that is not as by default, and is read again`(text: String) throws {
        #expect(JSONValue.object(try Self.schedule(text).document).text == text)
    }

    @Test func `has defaults`() throws {
        let schedule = try Self.schedule(
            #"{"expression":"at(2027-01-15T08:00:00)","target":{"function":"F"}}"#
        )
        #expect(schedule.isEnabled && !schedule.isDeletedAfterCompletion)
        #expect(schedule.overlap == .allow && schedule.catchUp == 86_400)
        #expect(schedule.timing.timeZone == "UTC" && schedule.timing.flexibleWindow == 0)
        #expect(schedule.retry.maximumAttempts == 2 && schedule.retry.maximumAge == 86_400)
        #expect(schedule.input == .object([:]))
    }

    struct Faulty: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// The places of its faults.
        var places: Set<String>

        init(_ text: String, _ places: String...) {
            testDescription = text
            self.places = Set(places)
        }
    }

    private static let target = #""target":{"workflow":"W"}"#
    private static let rate = #""expression":"rate(5 minutes)""#

    @Test(arguments: [
        Faulty("[]", ""), Faulty("{}", "/expression", "/target"),
        Faulty("{\(target)}", "/expression"), Faulty("{\(rate)}", "/target"),
        Faulty(#"{"expression":"every day",\#(target)}"#, "/expression"),
        Faulty(#"{"expression":5,\#(target)}"#, "/expression"),
        Faulty(#"{\#(rate),"target":{}}"#, "/target"),
        Faulty(#"{\#(rate),"target":{"workflow":"W","function":"F"}}"#, "/target"),
        Faulty(#"{\#(rate),"target":"W"}"#, "/target"),
        Faulty(#"{\#(rate),"target":{"workflow":""}}"#, "/target/workflow", "/target"),
        Faulty(#"{\#(rate),"target":{"workflow":"W","retry":{}}}"#, "/target/retry"),
        Faulty(
            #"{\#(rate),"target":{"function":"F","retry":{"maximumAttempts":186,"maximumAgeSeconds":59,"x":1}}}"#,
            "/target/retry/maximumAttempts",
            "/target/retry/maximumAgeSeconds",
            "/target/retry/x"
        ),
        Faulty(
            #"{\#(rate),"target":{"workflow":"W","deadLetterQueue":"arn:aws:sqs:x:1:q"}}"#,
            "/target/deadLetterQueue"
        ),
        Faulty(#"{\#(rate),\#(target),"overlap":"never"}"#, "/overlap"),
        Faulty(#"{\#(rate),\#(target),"enabled":"yes"}"#, "/enabled"),
        Faulty(#"{\#(rate),\#(target),"catchUpSeconds":59}"#, "/catchUpSeconds"),
        Faulty(#"{\#(rate),\#(target),"flexibleWindowMinutes":1441}"#, "/flexibleWindowMinutes"),
        Faulty(#"{\#(rate),\#(target),"start":"tomorrow"}"#, "/start"),
        Faulty(
            #"{\#(rate),\#(target),"start":"2027-01-15T08:00:00Z","end":"2027-01-15T08:00:00Z"}"#,
            "/end"
        ),
        Faulty(#"{\#(rate),\#(target),"timezone":"UTC","a/b~c":1}"#, "/timezone", "/a~1b~0c"),
        // Everything is told at once, also beside an expression that cannot be read.
        Faulty(
            #"{"expression":"x","overlap":"y","end":"z","target":{"workflow":"W","input":1,"more":2}}"#,
            "/expression",
            "/overlap",
            "/end",
            "/target/more"
        ),
    ])
    func `is refused with every fault at its place`(_ faulty: Faulty) throws {
        let faults = try #require(throws: ScheduleFaults.self) {
            try Self.schedule(faulty.testDescription)
        }
        #expect(Set(faults.faults.map(\.pointer)) == faulty.places)
    }

    @Test func `is no larger than an order`() throws {
        let input = String(repeating: "x", count: 256 * 1_024)
        let text = #"{\#(Self.rate),"target":{"workflow":"W","input":"\#(input)"}}"#
        let faults = try #require(throws: ScheduleFaults.self) { try Self.schedule(text) }
        #expect(faults.faults.map(\.pointer) == ["/target/input"])
        _ = try Self.schedule(text.replacing("xxx\"", with: "x\""))
    }

    @Test(arguments: [
        ("a", true), ("A-Z_0.9", true), (String(repeating: "n", count: 64), true), ("", false),
        (".", false), ("..", false), ("a b", false), ("a:b", false), ("ü", false),
        (String(repeating: "n", count: 65), false),
    ])
    func `is called by names that EventBridge Scheduler takes`(name: String, isName: Bool) {
        #expect((ScheduleName(name) != nil) == isName)
    }
}
