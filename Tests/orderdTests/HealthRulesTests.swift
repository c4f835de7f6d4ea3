import AWS
import Foundation
import OrderAPI
import Testing

@testable import Orders
@testable import orderd

/// From what was observed to pass, warn or fail: each rule at its limit and one past it.
struct `The rules of health` {
    typealias Status = HealthReport.Status

    private static let rules = HealthRules(thresholds: HealthThresholds())

    private func expect(
        _ observation: HealthReport.Observation,
        _ status: Status,
        _ part: String,
        location: SourceLocation = #_sourceLocation
    ) {
        #expect(observation.status == status, sourceLocation: location)
        #expect(observation.value != nil, "\(observation.name)", sourceLocation: location)
        #expect(observation.unit != nil, "\(observation.name)", sourceLocation: location)
        #expect(
            observation.output?.contains(part) == true,
            "\(observation.output ?? "nothing")",
            sourceLocation: location
        )
    }

    @Test func `fail a store that does not answer`() {
        expect(Self.rules.store(nil, seconds: 0.0042), .pass, "the store answers")
        #expect(Self.rules.store(nil, seconds: 0.0042).value == 4)
        expect(
            Self.rules.store("disk I/O error", seconds: 1),
            .fail,
            "the store cannot be read: disk I/O error"
        )
    }

    @Test(
        arguments: [
            (0, false, .pass, "no due order waits"),
            (300, false, .pass, "the oldest due order waits for 300 s"),
            (301, false, .warn, "longer than usual (300 s)"),
            (0, true, .warn, "the queue is paused; POST /queue/resume"),
            (7, true, .warn, "paused, and the oldest due order waits for 7 s; POST /queue/resume"),
        ] as [(Int, Bool, Status, String)]
    )
    func `warn of a queue whose oldest order waits for long, or that is paused`(
        age: Int,
        isPaused: Bool,
        status: Status,
        part: String
    ) {
        expect(Self.rules.queue(age: age, isPaused: isPaused), status, part)
    }

    @Test func `warn of what waits for a person`() {
        var summary = StoreSummary()
        expect(Self.rules.held(summary), .pass, "no order waits for a person")
        summary.orders[.held] = 2
        let sentence = "2 orders wait for a person; GET /orders?status=HELD lists them"
        #expect(Self.rules.held(summary).output == sentence)
        expect(Self.rules.held(summary), .warn, sentence)
        summary.quarantined = 1
        expect(Self.rules.held(summary), .warn, "1 of them quarantined")
        expect(Self.rules.uncertain(0), .pass, "it is known what became of it")
        expect(Self.rules.uncertain(1), .warn, "of 1 send nobody can tell")
        expect(Self.rules.damage(0), .pass, "no row")
        expect(Self.rules.uncertain(3), .warn, "3 sends nobody can tell what became of it; GET")
        expect(Self.rules.damage(1), .warn, "1 order is damaged")
        expect(Self.rules.damage(2), .warn, "2 orders are damaged")
        expect(Self.rules.files(nil, copy: nil), .pass, "in their places")
        expect(Self.rules.files("it is gone", copy: nil), .fail, "NOT copied yet")
        expect(Self.rules.files("it is gone", copy: "/c"), .fail, "copied to /c")
    }

    private static func dispatcher(
        inFlight: Int = 0,
        fault: String? = nil,
        isPaused: Bool = false
    ) -> Dispatcher.Status {
        Dispatcher.Status(
            inFlight: inFlight,
            lastClaim: nil,
            fault: fault,
            postponement: nil,
            faulty: [:],
            ended: 0,
            isPaused: isPaused,
            wasCutOff: false
        )
    }

    @Test(
        arguments: [
            (dispatcher(), 6, .pass, "0 of at most 8 orders are worked on"),
            (
                dispatcher(), 6.1, .warn,
                "no order is taken up: the dispatcher stands still since 6 s"
            ),
            (dispatcher(), 31, .warn, "stands still since 31 s"),
            (dispatcher(), 31.1, .fail, "stands still since 31 s"),
            // One that may not take up more, or shall not, asks for nothing.
            (dispatcher(inFlight: 8), 999, .pass, "8 of at most 8"),
            (dispatcher(isPaused: true), 999, .pass, "0 of at most 8"),
            (dispatcher(fault: "disk full"), 0, .fail, "no order can be taken up: disk full"),
        ] as [(Dispatcher.Status, TimeInterval, Status, String)]
    )
    func `warn of a dispatcher that stands still, and fail it later`(
        dispatcher: Dispatcher.Status,
        silence: TimeInterval,
        status: Status,
        part: String
    ) {
        expect(Self.rules.dispatcher(dispatcher, silence: silence, places: 8), status, part)
    }

    @Test func `warn of orders that cannot be carried on, and of many that fail`() throws {
        expect(Self.rules.faulty([:]), .pass, "every order")
        let id = try #require(OrderID("1"))
        expect(
            Self.rules.faulty([id: "bad"]),
            .warn,
            "1 order cannot be carried on and will be tried again within the hour, such as 1: bad"
        )
        var tally = RecentEndings.Tally(
            ended: 20,
            failed: 10,
            mostFrequentError: "E",
            isAlarming: false
        )
        expect(Self.rules.failed(tally), .pass, "of the last 20 orders that ended 10 failed")
        tally.isAlarming = true
        expect(Self.rules.failed(tally), .warn, "mostly with E; GET /orders?status=FAILED")
    }

    @Test(
        arguments: [
            ([], nil, nil, .pass, "take what orders send"),
            ([], "Throttling", 59, .warn, "orders wait for a provider: Throttling"),
            ([], "Throttling", 60, .pass, "take what orders send"),
            (
                ["notice", "email"], nil, nil, .warn,
                "orders wait for email and notice: the provider is left alone"
            ),
            (["email"], "Throttling", 300, .warn, "for a while, since Throttling"),
            (["email"], "Throttling", 900, .warn, "for a while"),
        ] as [([String], String?, TimeInterval?, Status, String)]
    )
    func `warn of providers that take nothing, and not of our own pace`(
        resting: [String],
        reason: String?,
        age: TimeInterval?,
        status: Status,
        part: String
    ) {
        let last = reason.flatMap { reason in age.map { (reason, $0) } }
        expect(Self.rules.providers(resting: resting, last: last), status, part)
    }

    @Test func `warn of sends that are refused, as many as are too many`() {
        expect(Self.rules.refused(0), .pass, "no send was refused for good within 60 s")
        expect(Self.rules.refused(1), .warn, "a send was refused for good within 60 s; GET")
        var thresholds = HealthThresholds()
        thresholds.refusedSends = 3
        expect(HealthRules(thresholds: thresholds).refused(2), .pass, "2 sends were refused")
        expect(HealthRules(thresholds: thresholds).refused(3), .warn, "3 sends were refused")
        thresholds.refusedSends = 0
        expect(HealthRules(thresholds: thresholds).refused(99), .pass, "99 sends were refused")
    }

    @Test(
        arguments: [
            (512 << 20, .pass, "there is room"),
            (512 << 20 - 1, .warn, "511 MiB are free on the disk of the store; orders are refused"),
            (256 << 20, .warn, "orders are refused below 256 MiB"),
            (256 << 20 - 1, .warn, "no order is accepted: 255 MiB are free"),
        ] as [(Int, Status, String)]
    )
    func `warn of a disk with little room`(free: Int, status: Status, part: String) {
        expect(Self.rules.disk(free: free), status, part)
    }

    @Test func `pass a disk that nobody has looked at, and warn of what is not pruned`() {
        #expect(Self.rules.disk(free: nil).status == .pass)
        expect(Self.rules.pruning(nil), .pass, "are deleted when their time is over")
        expect(Self.rules.pruning("disk full"), .warn, "ended orders cannot be deleted: disk full")
    }

    @Test func `warn of a heartbeat that fails or is late`() {
        expect(Self.rules.heartbeat(missed: 0, fault: nil, age: 4), .pass, "succeeded 4 s ago")
        #expect(Self.rules.heartbeat(missed: 0, fault: nil, age: nil).status == .pass)
        expect(Self.rules.heartbeat(missed: 1, fault: nil, age: 4), .pass, "succeeded 4 s ago")
        expect(
            Self.rules.heartbeat(missed: 2, fault: nil, age: 4),
            .warn,
            "the heartbeat has not succeeded at its last 2 times"
        )
        expect(
            Self.rules.heartbeat(missed: 0, fault: "503", age: 4),
            .warn,
            "the heartbeat failed: 503"
        )
    }

    @Test(
        arguments: [
            (nil, .pass, "from test"), (300, .pass, "from test"),
            (299, .warn, "the credentials from test end in 299 s"), (0, .warn, "have ended"),
        ] as [(TimeInterval?, Status, String)]
    )
    func `warn of credentials that end soon`(left: TimeInterval?, status: Status, part: String) {
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        let credentials = Credentials(
            accessKeyID: "AKID",
            secretAccessKey: "s",
            expiration: left.map { now.addingTimeInterval($0) }
        )
        let observation = Self.rules.credentials(
            CredentialsStatus(credentials, from: "test"),
            at: now
        )
        #expect(observation.status == status)
        #expect(observation.output?.contains(part) == true, "\(observation.output ?? "")")
        #expect(observation.value == left.map { Int($0) })
    }

    @Test func `warn when people cannot be told`() {
        var status = AlertDesk.Status(firing: [:], waiting: 0, faults: [:], gone: [])
        expect(Self.rules.alerts(status), .pass, "people can be told")
        (status.waiting, status.faults) = (2, [.webhook: "it answered 503"])
        expect(Self.rules.alerts(status), .warn, "not told by webhook: it answered 503")
    }

    @Test func `are refused where they would report too late`() throws {
        var settings = Settings()
        settings.health.dispatcherSilence = .seconds(31)
        settings.health.diskFreeMB = 255
        var faults: [SettingFault] = []
        settings.checkHealth(&faults)
        #expect(faults.map(\.place) == ["health.dispatcherFailure", "health.diskFreeMB"])
        settings.health.dispatcherSilence = .seconds(30)
        settings.health.diskFreeMB = 256
        faults = []
        settings.checkHealth(&faults)
        #expect(faults.isEmpty)
        #expect(settings.healthThresholds.diskFree == 256 << 20)
        settings.health.diskFreeMB = 0
        #expect(settings.healthThresholds.diskFree == 512 << 20)
    }
}

struct `A counter's last while` {
    private static let start = Date(timeIntervalSince1970: 1_800_000_000)

    @Test func `counts what was added within it`() {
        var count = RecentCount()
        let readings: [(seconds: Double, total: UInt64, recent: Int)] = [
            (0, 0, 0), (1, 2, 2), (30, 2, 2), (31, 5, 5), (61, 5, 5), (61.1, 5, 3), (91, 5, 3),
            (91.1, 5, 0), (200, 6, 1),
        ]
        for reading in readings {
            let recent = count.note(
                reading.total,
                at: Self.start.addingTimeInterval(reading.seconds),
                within: 60
            )
            #expect(recent == reading.recent, "at \(reading.seconds) s")
        }
    }

    @Test func `remembers so many steps`() {
        var count = RecentCount()
        var recent = 0
        for step in 1...RecentCount.maximumSteps + 1 {
            let now = Self.start.addingTimeInterval(Double(step) / 1_000)
            recent = count.note(UInt64(step), at: now, within: 60)
        }
        #expect(recent == RecentCount.maximumSteps)
    }
}
