import FoundationEssentials
import Testing

@testable import Orders

/// Who is told of what and when: tables of what is seen at which second, and what is told then.
struct `The book of alerts` {
    private static let start = Date(timeIntervalSince1970: 1_800_000_000)

    private static func at(_ seconds: Double) -> Date { start.addingTimeInterval(seconds) }

    private static let rules = AlertBook.Rules(
        gathering: .seconds(10),
        quiet: .seconds(60),
        coolDown: .seconds(300),
        perHour: 3,
        service: "shop"
    )

    private static func book(_ rules: AlertBook.Rules = rules) -> AlertBook {
        AlertBook(rules, token: "t", at: start)
    }

    /// The types that are told, with their seconds, when that is seen from one second to before another.
    private static func told(
        _ seen: [(Range<Int>, AlertCondition)],
        until end: Int,
        _ rules: AlertBook.Rules = rules,
        unknown: Range<Int> = 0..<0
    ) -> [String] {
        var book = book(rules)
        var told: [String] = []
        for second in 0..<end {
            let conditions = seen.filter { $0.0.contains(second) }.map(\.1)
            let sighting = AlertSighting(
                conditions,
                unknown: unknown.contains(second) ? Set(AlertKind.allCases) : []
            )
            for message in book.look(sighting, at: at(Double(second))) {
                told.append("\(second) \(message.type) \(message.count)")
            }
        }
        return told
    }

    private static let held = AlertCondition(.orderHeld, count: 2)
    private static func failed(_ count: Int, _ ids: [String] = []) -> AlertCondition {
        .ordersFailed(count, examples: ids)
    }

    @Test(
        arguments: [
            // What is seen when, and what is told.
            ("nothing", [], []),
            ("it lasts", [(5..<100, held)], ["15 order.held 2", "109 order.held.resolved 2"]),
            // It passes before it is told.
            ("a moment", [(5..<10, held)], []),
            ("up to the limit", [(5..<15, held)], []),
            ("one past it", [(5..<16, held)], ["15 order.held 2", "25 order.held.resolved 2"]),
            // A gap that is shorter than what it must be gone for.
            (
                "a gap", [(5..<20, held), (28..<40, held)],
                ["15 order.held 2", "49 order.held.resolved 2"]
            ),
            // What happens adds up while it gathers, and is told however short it was.
            (
                "it happens", [(5..<6, failed(1)), (8..<9, failed(999))],
                ["15 order.failed 1000", "68 order.failed.resolved 1000"]
            ),
            (
                "it goes on", [(5..<50, failed(1))],
                ["15 order.failed 11", "109 order.failed.resolved 45"]
            ),
            // One that begins again is told once the cool-down is over, if it lasts.
            (
                "again, for long", [(0..<20, held), (50..<400, held)],
                [
                    "10 order.held 2", "29 order.held.resolved 2", "310 order.held 2",
                    "409 order.held.resolved 2",
                ]
            ),
            (
                "again, for short", [(0..<20, held), (50..<200, held)],
                ["10 order.held 2", "29 order.held.resolved 2"]
            ),
            // What has happened is not forgotten by it.
            (
                "again, a moment", [(0..<1, failed(1)), (100..<101, failed(7))],
                [
                    "10 order.failed 1", "60 order.failed.resolved 1", "310 order.failed 7",
                    "311 order.failed.resolved 7",
                ]
            ),
            (
                "two subjects",
                [
                    (0..<30, AlertCondition(.providerClosed, "email", count: 0)),
                    (5..<30, AlertCondition(.providerClosed, "notice", count: 0)),
                ],
                [
                    "10 provider.closed 0", "15 provider.closed 0",
                    "39 provider.closed.resolved 0", "39 provider.closed.resolved 0",
                ]
            ),
        ] as [(String, [(Range<Int>, AlertCondition)], [String])]
    )
    func `tells each thing once, and its end once`(
        name: String,
        seen: [(Range<Int>, AlertCondition)],
        told: [String]
    ) {
        #expect(Self.told(seen, until: 600) == told, "\(name)")
    }

    @Test func `says again what lasts for long, with what has joined it`() throws {
        var rules = Self.rules
        rules.reminder = .seconds(100)
        let seen = [
            (0..<50, Self.held), (50..<250, AlertCondition(.orderHeld, count: 7)),
        ]
        #expect(
            Self.told(seen, until: 400, rules) == [
                "10 order.held 2", "110 order.held 7", "210 order.held 7",
                "259 order.held.resolved 7",
            ]
        )
        var book = Self.book(rules)
        let ids = (0..<250).flatMap { second in
            book.look(AlertSighting([Self.held]), at: Self.at(Double(second))).map(\.id)
        }
        #expect(ids.count == 3)
        #expect(Set(ids).count == 3)
    }

    @Test func `of what it cannot look at it tells no end`() {
        let told = Self.told([(0..<20, Self.held)], until: 200, unknown: 20..<100)
        #expect(told == ["10 order.held 2", "100 order.held.resolved 2"])
    }

    @Test func `keeps to so many an hour, and tells the others later`() {
        let seen = (0..<5).map { index in
            (0..<10_000, AlertCondition(.providerClosed, "p\(index)", count: index))
        }
        let told = Self.told(seen, until: 4_000)
        #expect(
            told == [
                "10 provider.closed 0", "10 provider.closed 1", "10 provider.closed 2",
                "3610 provider.closed 3", "3610 provider.closed 4",
            ]
        )
    }

    @Test func `tells only the kinds that are wanted, and counts the others`() {
        var rules = Self.rules
        rules.kinds = [.orderFailed]
        let told = Self.told([(0..<30, Self.held), (0..<1, Self.failed(1))], until: 100, rules)
        #expect(told == ["10 order.failed 1", "60 order.failed.resolved 1"])
        var book = Self.book(rules)
        _ = book.look(AlertSighting([Self.held]), at: Self.start)
        #expect(book.firing == [.orderHeld: 1])
    }

    @Test func `remembers the first orders, each once`() throws {
        var book = Self.book()
        for (second, ids) in [["1", "2"], ["2", "3"], ["4", "5", "6"]].enumerated() {
            _ = book.look(AlertSighting([Self.failed(2, ids)]), at: Self.at(Double(second)))
        }
        let message = try #require(book.look(AlertSighting(), at: Self.at(10)).first)
        #expect(message.orders == ["1", "2", "3", "4", "5"])
        #expect(message.count == 6)
    }

    @Test func `has at most so many alerts, and one for the rest of a kind`() {
        var book = Self.book()
        let conditions = (0...AlertBook.maximumAlerts).map { index in
            AlertCondition(.scheduleMissed, "s\(index)", count: 1)
        }
        _ = book.look(AlertSighting(Array(conditions.dropLast())), at: Self.start)
        #expect(book.all.count == AlertBook.maximumAlerts)
        #expect(!book.all.contains { $0.key.subject == AlertBook.others })
        _ = book.look(AlertSighting(conditions), at: Self.at(1))
        #expect(book.all.count == AlertBook.maximumAlerts + 1)
        #expect(book.all.contains { $0.key.subject == AlertBook.others })
    }

    @Test func `goes on after a restart where it was, without telling again`() {
        var book = Self.book()
        _ = book.look(AlertSighting([Self.held]), at: Self.at(0))
        #expect(book.look(AlertSighting([Self.held]), at: Self.at(10)).count == 1)
        var next = AlertBook(Self.rules, book.all, token: "u", at: Self.at(100))
        // What has to be found out first is not over yet.
        #expect(next.look(AlertSighting(), at: Self.at(101)).isEmpty)
        #expect(next.look(AlertSighting([Self.held]), at: Self.at(105)).isEmpty)
        let end = next.look(AlertSighting(), at: Self.at(115))
        #expect(end.map(\.type) == ["order.held.resolved"])
        #expect(end.first?.alert == book.all.first?.id)
    }

    /// For how many seconds a clock that is ahead sees it and looks, and when one that is right tells of it.
    @Test(arguments: [(1, 1, 10), (11, 25, 300)])
    func `is not held up by a clock that was ahead`(seen: Int, looked: Int, told: Int) {
        var ahead = Self.book()
        for second in 0..<looked {
            let sighting = AlertSighting(second < seen ? [Self.held] : [])
            _ = ahead.look(sighting, at: Self.at(Double(9_000 + second)))
        }
        var book = AlertBook(Self.rules, ahead.all, token: "u", at: Self.start)
        var times: [Int] = []
        for second in 0..<400 {
            let messages = book.look(AlertSighting([Self.held]), at: Self.at(Double(second)))
            times += messages.map { _ in second }
        }
        #expect(times == [told])
        #expect(book.all.map(\.since) == [Self.start])
    }

    @Test func `gives beginning and end of one alert ids of their own, and the next another`() {
        var book = Self.book()
        var ids: [String] = []
        for second in 0..<1_000 {
            let isSeen = second % 500 < 50
            let sighting = AlertSighting(isSeen ? [Self.held] : [])
            ids += book.look(sighting, at: Self.at(Double(second))).map(\.id)
        }
        #expect(ids.count == 4)
        #expect(Set(ids).count == 4)
        #expect(ids.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } })
    }
}

struct `A message of an alert` {
    private static let start = Date(timeIntervalSince1970: 1_800_000_000)

    private static func message(_ condition: AlertCondition) throws -> AlertMessage {
        var book = AlertBook(AlertBook.Rules(service: "shop"), token: "t", at: start)
        _ = book.look(AlertSighting([condition]), at: start)
        let looked = book.look(
            AlertSighting(condition.isLasting ? [condition] : []),
            at: start.addingTimeInterval(10)
        )
        return try #require(looked.first)
    }

    @Test func `has a documented form`() throws {
        let condition = AlertCondition.ordersFailed(1_000, examples: ["1", "2"], error: "Sold Out")
        let message = try Self.message(condition)
        let body = String(decoding: message.body, as: UTF8.self)
        #expect(
            body == """
                {"type":"order.failed","timestamp":"2027-01-15T08:00:10.000Z","data":\
                {"alert":"\(message.alert)","service":"shop","since":"2027-01-15T08:00:00.000Z",\
                "count":1000,"orders":["1","2"],\
                "summary":"1000 orders have failed, mostly with Sold Out",\
                "action":"\(AlertKind.orderFailed.action)","path":"/orders?status=FAILED"}}
                """
        )
        #expect(AlertMessage(id: message.id, body: message.body) == message)
    }

    @Test(arguments: AlertKind.allCases)
    func `of each kind is a sentence, and is read as it was written`(kind: AlertKind) throws {
        for count in [0, 1, 2] {
            let message = try Self.message(
                AlertCondition(kind, "x", count: count, examples: ["1"], detail: "y")
            )
            #expect(AlertMessage(id: message.id, body: message.body) == message)
            #expect(message.title.hasPrefix("[shop] "))
            #expect(message.text.hasPrefix(message.summary.prefix(1).uppercased()))
            #expect(message.text.contains("What to do: "))
            #expect(message.type == kind.rawValue)
        }
    }

    @Test(arguments: ["", "{", #"{"type":"x"}"#, "[]"])
    func `that is none is not read`(text: String) {
        #expect(AlertMessage(id: "1", body: Array(text.utf8)) == nil)
    }

    @Test func `has a title of one line of ASCII, and no longer than SNS takes`() throws {
        let error = "Ü\n" + String(repeating: "x", count: 300)
        let message = try Self.message(.ordersFailed(1, examples: [], error: error))
        #expect(message.title.count == 99)
        #expect(message.title.hasPrefix("[shop] an order has failed, mostly with ??xx"))
        #expect(message.title.allSatisfy { $0.isASCII })
    }
}

struct `The outbox of alerts` {
    private static let start = Date(timeIntervalSince1970: 1_800_000_000)

    private static func at(_ seconds: Double) -> Date { start.addingTimeInterval(seconds) }

    private static func message(_ number: Int) -> AlertMessage {
        .test(from: "shop", token: "\(number)", at: start)
    }

    @Test(arguments: [
        (1, 5.0), (2, 10), (3, 20), (9, 1_280), (10, 2_560), (11, 3_600), (500, 3_600),
    ])
    func `waits longer after each attempt, up to an hour`(attempts: Int, seconds: Double) {
        #expect(AlertOutbox.delay(after: attempts) == seconds)
    }

    @Test func `tries what failed when its time has come, and the other way meanwhile`() throws {
        var outbox = AlertOutbox()
        _ = outbox.add(Self.message(1), by: [.topic, .webhook], at: Self.at(0))
        let first = try #require(outbox.next(by: .webhook, at: Self.at(0)))
        #expect(outbox.note(.failed(reason: "503"), of: first.key, at: Self.at(0)) == nil)
        #expect(outbox.next(by: .webhook, at: Self.at(4.9)) == nil)
        #expect(outbox.next(by: .topic, at: Self.at(1))?.key.way == .topic)
        let second = try #require(outbox.next(by: .webhook, at: Self.at(5)))
        #expect(second.attempts == 1)
        // Who says how long is heeded, and not for ever.
        let slow = AlertAttempt.failed(reason: "429", retryAfter: .seconds(60))
        #expect(outbox.note(slow, of: first.key, at: Self.at(5)) == nil)
        #expect(outbox.next(by: .webhook, at: Self.at(64)) == nil)
        let days = AlertAttempt.failed(reason: "429", retryAfter: .seconds(999_999))
        #expect(outbox.note(days, of: first.key, at: Self.at(65)) == nil)
        #expect(outbox.next(by: .webhook, at: Self.at(65 + 3_600)) != nil)
        #expect(outbox.note(.accepted, of: first.key, at: Self.at(4_000)) == nil)
        #expect(outbox.next(by: .webhook, at: Self.at(99_999)) == nil)
    }

    @Test func `does not count an attempt that was not made`() throws {
        var outbox = AlertOutbox()
        _ = outbox.add(Self.message(1), by: [.email], at: Self.at(0))
        let key = try #require(outbox.next(by: .email, at: Self.at(0))).key
        _ = outbox.note(.postponed(until: Self.at(30)), of: key, at: Self.at(0))
        #expect(outbox.next(by: .email, at: Self.at(29)) == nil)
        #expect(outbox.next(by: .email, at: Self.at(30))?.attempts == 0)
    }

    @Test func `gives up after three days`() throws {
        var outbox = AlertOutbox()
        _ = outbox.add(Self.message(1), by: [.topic], at: Self.at(0))
        let key = try #require(outbox.next(by: .topic, at: Self.at(0))).key
        let failed = AlertAttempt.failed(reason: "x")
        #expect(outbox.note(failed, of: key, at: Self.at(AlertOutbox.lifetime - 1)) == nil)
        #expect(outbox.note(failed, of: key, at: Self.at(AlertOutbox.lifetime))?.key == key)
        #expect(outbox.sendings.isEmpty)
    }

    @Test func `forgets what goes to a receiver that wants no more`() throws {
        var outbox = AlertOutbox()
        for number in 1...3 {
            _ = outbox.add(Self.message(number), by: [.topic, .webhook], at: Self.at(0))
        }
        let key = try #require(outbox.next(by: .webhook, at: Self.at(0))).key
        _ = outbox.note(.gone, of: key, at: Self.at(0))
        #expect(outbox.sendings.map(\.key.way) == [.topic, .topic, .topic])
    }

    @Test func `tells an end after its beginning`() throws {
        var book = AlertBook(AlertBook.Rules(coolDown: .seconds(1)), token: "t", at: Self.start)
        var outbox = AlertOutbox()
        for second in 0..<60 {
            let conditions = second < 20 ? [AlertCondition(.diskLow, count: 1)] : []
            for message in book.look(AlertSighting(conditions), at: Self.at(Double(second))) {
                _ = outbox.add(message, by: [.topic], at: Self.at(Double(second)))
            }
        }
        #expect(outbox.sendings.count == 2)
        let began = try #require(outbox.next(by: .topic, at: Self.at(60)))
        _ = outbox.note(.failed(reason: "x"), of: began.key, at: Self.at(60))
        #expect(outbox.next(by: .topic, at: Self.at(61)) == nil)
        _ = outbox.note(.accepted, of: began.key, at: Self.at(65))
        #expect(outbox.next(by: .topic, at: Self.at(65))?.key.message.hasSuffix("-ended") == true)
    }

    @Test func `holds so many, and lets the oldest make room`() {
        var outbox = AlertOutbox()
        for number in 1...AlertOutbox.maximumCount {
            #expect(outbox.add(Self.message(number), by: [.topic], at: Self.start).isEmpty)
        }
        let dropped = outbox.add(Self.message(0), by: [.topic], at: Self.start)
        #expect(dropped.map(\.key.message) == ["test-1"])
        #expect(outbox.sendings.count == AlertOutbox.maximumCount)
    }

    @Test func `tries at once what a clock that was ahead has put off`() throws {
        var outbox = AlertOutbox()
        _ = outbox.add(Self.message(1), by: [.topic], at: Self.at(0))
        let key = try #require(outbox.next(by: .topic, at: Self.at(0))).key
        _ = outbox.note(.failed(reason: "503"), of: key, at: Self.at(100))
        let (now, failed) = (Self.at(10), outbox)
        // It may be meant.
        #expect(failed.resumed(at: now, wasAhead: false).next(by: .topic, at: now) == nil)
        #expect(failed.resumed(at: now, wasAhead: true).next(by: .topic, at: now)?.attempts == 1)
        _ = outbox.note(.failed(reason: "503"), of: key, at: Self.at(9_000))
        #expect(outbox.resumed(at: now, wasAhead: false).next(by: .topic, at: now)?.attempts == 2)
    }

    @Test func `goes on with what goes by a way that there still is`() {
        var outbox = AlertOutbox()
        _ = outbox.add(Self.message(1), by: AlertWay.allCases, at: Self.start)
        let next = AlertOutbox(outbox.sendings, by: [.email])
        #expect(next.sendings.map(\.key.way) == [.email])
    }
}

/// Calls beside those of orders.
struct `The pace beside alerts` {
    @Test func `lets them through at once, and orders wait a little longer`() {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        var pace = Pace(ProviderGate.Limits(rate: 4))
        #expect(pace.admit(at: now) == .go)
        pace.count(weight: 2, at: now)
        #expect(pace.admit(at: now) == .wait(0.75))
    }

    @Test func `tells since when a provider takes nothing, and not that it is slow`() {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        var pace = Pace(ProviderGate.Limits(concurrency: 1, rate: 1))
        #expect(pace.admit(at: now) == .go)
        #expect(pace.closedSince == nil)
        pace.end(.throttled(nil), at: now)
        #expect(pace.closedSince == now)
        let later = now.addingTimeInterval(2)
        #expect(pace.admit(at: later) == .go)
        pace.end(.answered, at: later)
        #expect(pace.closedSince == nil)
    }
}
