package import Formats
package import FoundationEssentials
package import JSON

/// What a schedule has to keep beside its form: its zone is known, what it runs is there and allowed, and a time comes.
package struct ScheduleRules: Sendable {
    private let zones: @Sendable (String) throws -> ZoneRules
    private let workflows: @Sendable () -> [String]
    private let configuration: EngineConfiguration
    private let objections: @Sendable ([UInt8]) -> [String]

    /// Zones are asked for the rules of a name; objections are asked what speaks against a definition.
    package init(
        zones: @escaping @Sendable (String) throws -> ZoneRules,
        workflows: @escaping @Sendable () -> [String],
        configuration: EngineConfiguration,
        objections: @escaping @Sendable ([UInt8]) -> [String]
    ) {
        self.zones = zones
        self.workflows = workflows
        self.configuration = configuration
        self.objections = objections
    }

    /// Everything that is wrong, by the places in its document.
    package func faults(in schedule: Schedule) -> [OrderFault] {
        nameFaults(schedule) + zoneFaults(schedule) + targetFaults(schedule)
    }

    private func nameFaults(_ schedule: Schedule) -> [OrderFault] {
        guard schedule.name.text == "heartbeat" else { return [] }
        return [OrderFault("/name", "is the heartbeat's own, in metrics and alerts")]
    }

    /// The same of one that is made or changed now: one that is never run is a mistake.
    package func faults(inNew schedule: Schedule, at now: Date) -> [OrderFault] {
        let faults = faults(in: schedule)
        guard faults.isEmpty, let zone = try? zones(schedule.timing.timeZone) else { return faults }
        let timetable = schedule.timing.timetable(in: zone, madeAt: now)
        let second = now.wholeSecond.addingTimeInterval(-1)
        guard timetable.next(after: second) == nil else { return [] }
        return [OrderFault("/expression", "no time comes any more")]
    }

    private func zoneFaults(_ schedule: Schedule) -> [OrderFault] {
        do {
            _ = try zones(schedule.timing.timeZone)
            return []
        } catch {
            return [OrderFault("/timeZone", "\(error)")]
        }
    }

    private func targetFaults(_ schedule: Schedule) -> [OrderFault] {
        var faults: [OrderFault] = []
        if let queue = schedule.deadLetterQueue, queue.hasSuffix(".fifo") {
            faults.append(
                OrderFault("/target/deadLetterQueue", "must be a standard queue, and no FIFO one")
            )
        }
        if case .workflow(let name) = schedule.target {
            let known = workflows()
            if !known.contains(name) {
                let names = known.joined(separator: ", ")
                let problem = "there is no workflow \(name); there is \(names)"
                faults.append(OrderFault("/target/workflow", problem))
            }
        }
        if let definition = definition(of: schedule) {
            faults += objections(definition.bytes).map { OrderFault("/target", $0) }
        }
        return faults
    }

    /// What is run for a schedule beside workflows of the operator's own; nil: nothing.
    package func definition(of schedule: Schedule) -> JSONValue? {
        switch schedule.target {
        case .workflow: schedule.missedDefinition
        case .function(let name):
            schedule.definition(calling: configuration.resource(ofFunction: name))
        }
    }
}
