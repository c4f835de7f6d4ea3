package import JSON
internal import Synchronization

/// The faults that are switched on, in the order in which they are looked at.
package final class FaultSwitches: Sendable {
    /// What is to happen to one call.
    struct Plan: Equatable {
        /// How long it waits first.
        var delay = Duration.zero
        /// What happens then in place of the usual; never a delay.
        var kind: Fault.Kind?
    }

    private let faults = Mutex<[Fault]>([])

    /// The faults that are left.
    package var all: [Fault] { faults.withLock { $0 } }

    /// Switches these on and all others off.
    package func set(_ new: [Fault]) { faults.withLock { $0 = new } }

    /// Everything as `GET /sandbox/faults` answers it.
    package var document: JSONValue { ["faults": .array(all.map(\.document))] }

    /// Reads what `PUT /sandbox/faults` takes.
    static func read(_ document: JSONValue) throws(Fault.Malformed) -> [Fault] {
        guard let list = document["faults"]?.array else {
            throw Fault.Malformed(reason: "expected {\"faults\": [...]}")
        }
        var faults: [Fault] = []
        for element in list { faults.append(try Fault(document: element)) }
        return faults
    }

    /// Decides about one call, and counts it: every delay that applies, and the first of the others.
    func plan(
        for service: SandboxMessage.Service,
        using random: inout some RandomNumberGenerator
    ) -> Plan {
        var plan = Plan()
        faults.withLock { faults in
            for index in faults.indices {
                let fault = faults[index]
                guard fault.service == nil || fault.service == service, fault.count != 0,
                    Double.random(in: 0..<1, using: &random) < fault.rate
                else { continue }
                if case .delay(let duration) = fault.kind {
                    plan.delay += duration
                } else if plan.kind == nil {
                    plan.kind = fault.kind
                } else {
                    continue
                }
                if let count = fault.count { faults[index].count = count - 1 }
            }
            faults.removeAll { $0.count == 0 }
        }
        return plan
    }
}
