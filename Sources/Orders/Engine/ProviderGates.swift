import FoundationEssentials

/// The gates that the engine's calls pass: one for each kind of delivery, and one for whatever else performs tasks and has limits.
package struct ProviderGates: Sendable {
    /// For the provider of each kind of delivery; a kind without one is not held back.
    package let deliveries: [Delivery.Kind: ProviderGate]
    /// For whole calls of what performs tasks, by `Performer.name`; what has no limits has none.
    package let calls: [String: ProviderGate]

    package init(
        deliveries: [Delivery.Kind: ProviderGate],
        calls: [String: ProviderGate] = [:]
    ) {
        self.deliveries = deliveries
        self.calls = calls
    }

    /// Gates with the usual limits for all kinds that this program sends.
    init(clock: any WallClock) {
        let gates = Delivery.Kind.known.map { ($0, ProviderGate(clock: clock)) }
        self.init(deliveries: Dictionary(uniqueKeysWithValues: gates))
    }

    /// The names of all gates, in order.
    package var names: [String] { (deliveries.keys.map(\.rawValue) + calls.keys).sorted() }

    private var all: [ProviderGate] { deliveries.values + Array(calls.values) }

    /// Raises that signal whenever one of them may have more room.
    func announceRoom(to signal: WakeSignal) { for gate in all { gate.announceRoom(to: signal) } }

    /// When the first of those that rest opens; nil while none rests.
    var opensAt: Date? { all.compactMap(\.opensAt).min() }

    /// How many more orders each gate has room for, by its name: orders that wait for it are not taken up in vain.
    var rooms: [String: Int] {
        var rooms = calls.mapValues(\.room)
        for (kind, gate) in deliveries { rooms[kind.rawValue] = gate.room }
        return rooms
    }
}
