internal import JSON

/// The variables of one branch.
struct Variables: Sendable, Equatable {
    private var payloads: [String: Payload] = [:]
    /// The length of all values' texts in bytes.
    private(set) var size = 0

    var isEmpty: Bool { payloads.isEmpty }

    /// The names and values, sorted by name.
    var sorted: [(name: String, payload: Payload)] {
        payloads.map { ($0.key, $0.value) }.sorted { $0.name < $1.name }
    }

    subscript(name: String) -> Payload? {
        get { payloads[name] }
        set {
            size += (newValue?.size ?? 0) - (payloads[name]?.size ?? 0)
            payloads[name] = newValue
        }
    }
}
