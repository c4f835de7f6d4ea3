import ArgumentParser
import Formats
import FoundationEssentials
import JSON
import Orders

extension SchedulesCommands {
    struct Next: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Say when an expression or a file's schedules fire next; no service is asked.",
            discussion: """
                For example: orderd schedules next 'cron(0 9 ? * MON-FRI *)' --zone Europe/Berlin -n 5
                or: orderd schedules next config/schedules.yaml

                An expression is EventBridge Scheduler's rate(…), cron(…) or at(…). A local time that the clocks pass over when \
                they are set forward does not come, and one that they show twice comes once.
                """
        )

        @Argument(
            help:
                "Such as 'rate(5 minutes)', 'cron(0 9 ? * MON-FRI *)' or 'at(2026-12-24T18:00:00)'; or a file of schedules.",
            completion: .file(extensions: ["yaml", "yml", "json"])
        )
        var expression: String

        @Option(name: .shortAndLong, help: "How many times to say, 1,000 at most.")
        var number = 10

        @Option(help: "The time zone of the expression's local times, such as Europe/Berlin.")
        var zone = "UTC"

        @Option(
            help:
                "Say the times after this one, such as 2026-12-01T00:00:00Z; without it, those from now on."
        )
        var from: String?

        @Flag(help: "Print the times as JSON.")
        var json = false

        func run() async throws {
            guard (1...1_000).contains(number) else {
                throw ValidationError("-n is from 1 to 1,000")
            }
            var start = SystemClock().now.wholeSecond
            if let from {
                guard let date = Timestamp.date(from) else {
                    throw ValidationError("--from must be a time such as 2026-12-01T00:00:00Z")
                }
                start = date
            }
            let tables = try expression.contains("(") ? [timetable(start)] : timetables(start)
            let times = tables.flatMap { name, table in
                table.times(after: start, limit: number).map { (name: name, time: $0, table.zone) }
            }
            .sorted { $0.time < $1.time }.prefix(number)
            guard !times.isEmpty else {
                StandardError.write("\(expression) does not fire after \(Timestamp.text(start))\n")
                throw ExitCode.failure
            }
            guard !json else {
                let all = times.map { name, time, _ in
                    let text = JSONValue.string(Timestamp.text(time))
                    return name.map { .object(["schedule": .string($0), "time": text]) } ?? text
                }
                return print(JSONValue.array(all).text)
            }
            for (name, time, zone) in times {
                print(Self.line(time, on: zone) + (name.map { "  \($0)" } ?? ""))
            }
        }

        private func timetable(_ start: Date) throws -> (String?, Timetable) {
            do {
                let rules = try ZoneFolder().rules(of: zone)
                return (
                    nil, Timetable(try ScheduleExpression(expression), zone: rules, start: start)
                )
            } catch {
                throw ValidationError("\(error)")
            }
        }

        /// Those of the schedules in a file that are switched on.
        private func timetables(_ start: Date) throws -> [(String?, Timetable)] {
            let text: String
            do { text = try InputFile(expression).text } catch {
                throw ValidationError(
                    "\(error); an expression is rate(…), cron(…) or at(…)"
                )
            }
            let file = ScheduleFile(path: expression, text: text)
            guard file.faults.isEmpty else { throw SettingFaults(faults: file.faults) }
            return try file.schedules.filter(\.isEnabled).map { schedule in
                do {
                    let zone = try ZoneFolder().rules(of: schedule.timing.timeZone)
                    let table = schedule.timing.timetable(in: zone, madeAt: start)
                    return (schedule.name.text, table)
                } catch {
                    throw ValidationError("schedule \(schedule.name): \(error)")
                }
            }
        }

        /// `Tue 2026-12-01 09:00:00 +01:00  2026-12-01T08:00:00Z`.
        static func line(_ time: Date, on zone: ZoneRules) -> String {
            let instant = Int(time.timeIntervalSince1970)
            let offset = zone.offset(at: instant)
            let (day, second) = (instant + offset).quotientAndFloorRemainder(dividingBy: 86_400)
            let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][
                CivilDate.weekday(daysSince1970: day) - 1
            ]
            let date = CivilDate(daysSince1970: day)
            let sign = offset < 0 ? "-" : "+"
            let minutes = abs(offset) / 60
            let local =
                "\(date.year)-\(two(date.month))-\(two(date.day)) \(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))"
            let universal = Timestamp.text(time).prefix(19)
            return
                "\(weekday) \(local) \(sign)\(two(minutes / 60)):\(two(minutes % 60))  \(universal)Z"
        }

        private static func two(_ number: Int) -> String {
            number < 10 ? "0\(number)" : "\(number)"
        }
    }
}
