import FoundationEssentials

/// The gates that the engine's calls pass: one for each provider, and one for whatever else performs tasks and has limits.
public struct ProviderGates: Sendable {
    /// For e-mails.
    public let email: ProviderGate
    /// For notices.
    public let notice: ProviderGate
    /// For whole calls of what performs tasks, by `Performer.name`; what has no limits has none.
    public let calls: [String: ProviderGate]

    /// These gates.
    public init(
        email: ProviderGate,
        notice: ProviderGate,
        calls: [String: ProviderGate] = [:]
    ) {
        self.email = email
        self.notice = notice
        self.calls = calls
    }

    subscript(kind: Delivery.Kind) -> ProviderGate {
        switch kind {
        case .email: email
        case .notice: notice
        }
    }

    /// The names of all gates, in order.
    public var names: [String] {
        (Delivery.Kind.allCases.map(\.rawValue) + calls.keys).sorted()
    }

    private var all: [ProviderGate] { [email, notice] + calls.values }

    /// Raises that signal whenever one of them may have more room.
    func announceRoom(to signal: WakeSignal) { for gate in all { gate.announceRoom(to: signal) } }

    /// When the first of those that rest opens; nil while none rests.
    var opensAt: Date? { all.compactMap(\.opensAt).min() }

    /// How many more orders each gate has room for, by its name: orders that wait for it are not taken up in vain.
    var rooms: [String: Int] {
        var rooms = calls.mapValues(\.room)
        for kind in Delivery.Kind.allCases { rooms[kind.rawValue] = self[kind].room }
        return rooms
    }
}
