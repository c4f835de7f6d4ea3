import Foundation
import JSON

/// The screen of `orderd top`: what the service last answered, and the rates before.
struct TopScreen {
    /// What the service was asked.
    struct Answers {
        let queue: JSONValue
        let health: JSONValue
        let held: JSONValue
    }

    /// Where the service is.
    let place: String
    private var answers: Answers?
    private var at: Date?
    /// Why there is no answer.
    private var fault: String?
    private var accepted: [Double] = []
    private var ended: [Double] = []

    /// As many rates as the widest bars have room for.
    private static let longestMemory = 120
    /// Narrower than that, lines are cut wherever they are.
    private static let leastWidth = 50

    init(place: String) { self.place = place }

    mutating func take(_ answers: Answers, at date: Date) {
        (self.answers, at, fault) = (answers, date, nil)
        Self.remember(answers.queue.rate("acceptedPerSecond"), in: &accepted)
        Self.remember(answers.queue.rate("endedPerSecond"), in: &ended)
    }

    /// Keeps what was there: it is old, and says so.
    mutating func miss(_ why: String) { fault = why }

    private static func remember(_ rate: Double, in rates: inout [Double]) {
        rates.append(rate)
        if rates.count > longestMemory { rates.removeFirst() }
    }

    /// The screen in so many lines at most, none wider.
    func text(width: Int, height: Int, paint: Paint) -> String {
        // What is cut has no colours.
        let paint = width < Self.leastWidth ? .off : paint
        var lines = [heading(width, paint)]
        if let fault {
            lines += TerminalText.lines(of: fault, width: width).map { paint($0, .bad) }
        }
        if let answers {
            lines += rates(width, paint)
            lines += queue(answers.queue, width, paint)
            lines += providers(answers.queue, width, paint)
            lines += checks(answers.health, width, paint)
            lines += held(answers, width, paint)
        }
        if width < Self.leastWidth { lines = lines.map { TerminalText.cut($0, to: width) } }
        guard lines.count > height else { return lines.joined(separator: "\n") }
        return (lines.prefix(height - 1) + [paint("…", .faint)]).joined(separator: "\n")
    }

    private func heading(_ width: Int, _ paint: Paint) -> String {
        let mode = answers?.queue["mode"]?.string ?? "?"
        let status = answers?.health["status"]?.string ?? "?"
        let time = at.map { $0.formatted(.iso8601.time(includingFractionalSeconds: false)) } ?? ""
        let left = "orderd  \(place)  "
        let right = "\(time) UTC"
        let middle = TerminalText.harmless("\(mode), \(status)")
        let room = width - TerminalText.width(of: right) - TerminalText.width(of: middle) - 2
        let start = TerminalText.padded(TerminalText.cut(left, to: room), to: room)
        let tone: Paint.Tone = mode == "running" ? Paint.Tone(status: status) : .uneasy
        return paint(start, .strong) + paint(middle, tone) + "  " + paint(right, .faint)
    }

    private func rates(_ width: Int, _ paint: Paint) -> [String] {
        [("accepted", accepted), ("ended", ended)].map { name, rates in
            let number = TerminalText.padded(
                String(format: "%.1f/s", rates.last ?? 0),
                to: 10,
                isRight: true
            )
            let bars = Self.bars(rates.suffix(max(0, width - 22)))
            return TerminalText.padded(name, to: 10) + number + "  " + paint(bars, .good)
        }
    }

    /// A column for each rate, the highest of them full.
    static func bars(_ rates: some Collection<Double>) -> String {
        let highest = rates.max() ?? 0
        let steps = Array("▁▂▃▄▅▆▇█")
        return String(
            rates.map { rate in
                highest > 0 ? steps[min(7, Int(rate / highest * 7.99))] : steps[0]
            }
        )
    }

    private func queue(_ queue: JSONValue, _ width: Int, _ paint: Paint) -> [String] {
        let oldest = Double(queue["oldestAgeSeconds"]?.int ?? 0)
        let numbers: [(String, String, Paint.Tone)] = [
            ("backlog", queue.count("backlog"), .plain), ("queued", queue.count("queued"), .plain),
            ("in flight", queue.count("inFlight"), .plain),
            ("due later", queue.count("dueLater"), .plain),
            ("oldest", oldest > 0 ? SpokenDuration(seconds: oldest).text : "0 s", .plain),
            ("held", queue.count("held"), .uneasy),
            ("quarantined", queue.count("quarantined"), .uneasy),
            ("damaged", queue.count("damaged"), .bad),
            ("uncertain", queue.count("uncertainDeliveries"), .uneasy),
        ]
        let shown = numbers.filter { $0.0 != "damaged" || $0.1 != "0" }
        let inLine = max(1, (width - 10) / 22)
        return stride(from: 0, to: shown.count, by: inLine).map { begin in
            var line = TerminalText.padded(begin == 0 ? "queue" : "", to: 10)
            var spaces = ""
            for (name, value, tone) in shown[begin..<min(begin + inLine, shown.count)] {
                let text = TerminalText.harmless("\(name) \(value)")
                line += spaces + (value == "0" ? text : paint(text, tone))
                spaces = String(repeating: " ", count: max(1, 22 - TerminalText.width(of: text)))
            }
            return line
        }
    }

    private func providers(_ queue: JSONValue, _ width: Int, _ paint: Paint) -> [String] {
        var waiting = queue["waiting"]?.object ?? JSONObject()
        var rows: [[String]] = []
        for (name, gate) in queue["providers"]?.object ?? JSONObject() {
            let rest = gate["restsUntil"]?.string
            let count = waiting.removeValue(forKey: name)?.line ?? ""
            rows.append([
                name, rest.map { "rests until \($0.dropFirst(11).prefix(8))" } ?? "open", count,
                gate["maximumPerSecond"]?.line ?? "",
            ])
        }
        for (name, count) in waiting { rows.append([name, "", count.line, ""]) }
        let table = TextTable(
            [.id("PROVIDER"), .text("STATE"), .number("WAITING"), .number("A SECOND")],
            rows
        )
        return [""]
            + table.text(width: width, paint: paint) { column, cell in
                column == "STATE" && cell.hasPrefix("rests") ? .uneasy : .plain
            }.lines
    }

    private func checks(_ health: JSONValue, _ width: Int, _ paint: Paint) -> [String] {
        let told = (health["checks"]?.object ?? JSONObject()).flatMap { name, findings in
            (findings.array ?? []).compactMap { finding -> [String]? in
                guard let status = finding["status"]?.string, status != "pass" else { return nil }
                let output = finding["output"]?.string ?? finding["observedValue"]?.line ?? ""
                return TerminalText.lines(
                    of: "\(status) \(name): \(output)",
                    width: width,
                    hanging: 2
                ).map { paint($0, Paint.Tone(status: status)) }
            }.flatMap { $0 }
        }
        return told.isEmpty ? [] : [""] + told
    }

    private func held(
        _ answers: Answers,
        _ width: Int,
        _ paint: Paint
    ) -> [String] {
        let orders = answers.held["orders"]?.array ?? []
        guard !orders.isEmpty else { return ["", paint("no order is held", .faint)] }
        return [""] + DocumentList.orders.table(orders).text(width: width, paint: paint).lines
    }
}

extension JSONValue {
    fileprivate func rate(_ name: String) -> Double { self["rates"]?[name]?.number?.double ?? 0 }

    fileprivate func count(_ name: String) -> String { self[name]?.line ?? "0" }
}

extension String {
    fileprivate var lines: [String] {
        split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
