import Foundation
import JSON
import TestClosing
import Testing

/// Schedules of the program itself, on a machine whose clock somebody sets.
@Suite(.closingPrograms)
struct `On a clock that is set the service` {
    struct Days: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// What the clock shows at first, in UTC.
        var begin: String
        /// What it is set to one after the other.
        var settings: [String]
        /// At which of them the process is killed and started again.
        var kills: Set<Int> = []
        /// The hour of UTC in which Berlin's clocks show the hour before once more, whose times do not come again.
        var repeatedHour: String?
        /// The times of `cron(30 2 * * ? *)` and of `cron(0 12 29 2 ? *)` in Berlin, in UTC.
        var nights: [String]
        var leapDays: [String] = []
    }

    @Test(arguments: [
        Days(
            testDescription:
                "two hours ahead and back, a day ahead and back, over a night in spring",
            begin: "2027-03-27T22:55:00Z",
            settings: [
                "2027-03-28T01:05:00Z", "2027-03-28T03:05:00Z", "2027-03-28T01:06:00Z",
                "2027-03-28T03:12:00Z", "2027-03-29T03:12:00Z", "2027-03-28T03:12:00Z",
                "2027-03-29T03:25:00Z",
            ],
            kills: [1, 4],
            // On the 28th the clocks of Berlin go from 2 to 3.
            nights: ["20270329T003000"]
        ),
        Days(
            testDescription: "back within the hour that comes twice, and a day ahead, in autumn",
            begin: "2027-10-30T23:35:00Z",
            settings: [
                "2027-10-31T00:40:00Z", "2027-10-31T00:05:00Z", "2027-10-31T03:01:00Z",
                "2027-11-01T03:01:00Z",
            ],
            kills: [1],
            repeatedHour: "20271031T01",
            nights: ["20271031T003000", "20271101T013000"]
        ),
        Days(
            testDescription: "over a leap day, and back into it",
            begin: "2028-02-28T22:05:00Z",
            settings: [
                "2028-02-29T01:00:00Z", "2028-03-01T00:00:00Z", "2028-02-29T22:00:00Z",
                "2028-03-01T02:00:00Z",
            ],
            kills: [2],
            nights: ["20280229T013000", "20280301T013000"],
            leapDays: ["20280229T110000"]
        ),
    ])
    func `loses no run of a schedule and makes none twice`(_ days: Days) async throws {
        let machine = try await SetClock(at: days.begin)
        var service = try await machine.start()
        for (index, setting) in days.settings.enumerated() {
            try machine.set(to: setting)
            if days.kills.contains(index) {
                await service.kill()
                service = try await machine.start()
            }
            try await machine.handled(until: setting, by: service)
        }
        let last = try #require(days.settings.max())
        let tens = stride(
            from: try SetClock.seconds(days.begin),
            through: try SetClock.seconds(last),
            by: 60
        )
        .filter { $0 % 600 == 0 }.map(SetClock.number)
        .filter { number in days.repeatedHour.map { !number.hasPrefix($0) } ?? true }
        #expect(try await machine.runs(of: "tens", by: service) == tens)
        #expect(try await machine.runs(of: "nights", by: service) == days.nights)
        #expect(try await machine.runs(of: "leap-days", by: service) == days.leapDays)
    }
}

/// A service with three schedules, and the clock of its machine.
private struct SetClock {
    private let folder: URL
    private let offset: URL
    private let library: URL

    init(at time: String) async throws {
        folder = try TestFolder.make()
        offset = folder.appending(path: "offset")
        library = folder.appending(path: "faked_clock.so")
        let source = Repository.root.appending(
            path: "Tests/orderdTests/Fixtures/faked_clock.c"
        )
        let compiling = try await Command.run(
            "/usr/bin/env",
            ["clang", "-shared", "-fPIC", "-o", library.path, source.path]
        )
        guard compiling.status == 0 else { throw Failure(text: compiling.text) }
        let target =
            #"{workflow: SimpleOrderWorkflow, input: {orderId: "<aws.scheduler.execution-id>", customerEmail: a@example.com}}"#
        let schedules = [
            ("tens", "cron(0/10 * * * ? *)", target), ("nights", "cron(30 2 * * ? *)", target),
            ("leap-days", "cron(0 12 29 2 ? *)", "{function: HeartbeatFunction}"),
        ]
        let lines = schedules.map { name, expression, target in
            "  \(name): {expression: \(expression), timeZone: Europe/Berlin, catchUpSeconds: 31536000, target: \(target)}\n"
        }
        let file = folder.appending(path: "schedules.yaml")
        try Data("schedules:\n\(lines.joined())".utf8).write(to: file)
        try set(to: time)
    }

    struct Failure: Error {
        let text: String
    }

    func start() async throws -> ServiceProcess {
        let service = try await ServiceProcess(
            [
                "--sandbox", "--set",
                "schedules.file=\(folder.appending(path: "schedules.yaml").path)", "--set",
                "heartbeat.schedule=off",
            ],
            environment: ["LD_PRELOAD": library.path, "FAKED_CLOCK": offset.path],
            data: folder.appending(path: "data")
        )
        let wake =
            #"{"name":"wake","expression":"rate(3000 days)","start":"2030-01-01T00:00:00Z","target":{"function":"HeartbeatFunction"}}"#
        _ = try await service.curl(
            "/schedules",
            ["-d", wake, "-H", "Content-Type: application/json"]
        )
        return service
    }

    func set(to time: String) throws {
        let seconds = try Self.seconds(time) - Int(Date().timeIntervalSince1970)
        try Data("\(seconds)".utf8).write(to: offset, options: .atomic)
    }

    /// Returns once every ten minutes until then have been dealt with; a change has the schedules looked at at once.
    func handled(until time: String, by service: ServiceProcess) async throws {
        var isOn = true
        while true {
            try Task.checkCancellation()
            isOn.toggle()
            _ = try await service.curl(
                "/schedules/wake",
                [
                    "-X", "PATCH", "-d", #"{"enabled":\#(isOn)}"#, "-H",
                    "Content-Type: application/json",
                ]
            )
            let schedule = try await service.curl("/schedules/tens").json()
            if let next = schedule["next"]?[0]?.string, next > time { return }
        }
    }

    /// The times of a schedule that have orders, in UTC as their numbers have them.
    func runs(of name: String, by service: ServiceProcess) async throws -> [String] {
        var (numbers, path): ([String], String?) = ([], "/orders?limit=100")
        while let address = path {
            let page = try await service.curl(address).json()
            numbers += (page["orders"]?.array ?? []).compactMap { $0["orderId"]?.string }
            path = page["next"]?.string
        }
        let prefixes = ["\(name).", "_schedule:\(name)."]
        return numbers.compactMap { number in
            prefixes.first(where: number.hasPrefix).map { String(number.dropFirst($0.count)) }
        }
        .sorted()
    }

    static func seconds(_ time: String) throws -> Int {
        Int(try Date(time, strategy: .iso8601).timeIntervalSince1970)
    }

    /// `20270328T010000` of seconds since 1970.
    static func number(_ seconds: Int) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(
            .iso8601.dateSeparator(.omitted).timeSeparator(.omitted)
        )
        .replacing("Z", with: "")
    }
}
