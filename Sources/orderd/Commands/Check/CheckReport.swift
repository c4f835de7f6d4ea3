import JSON
import Synchronization

/// What a check has come upon: told line by line as it comes, or as one JSON object at the end.
final class CheckReport: Sendable {
    private let isJSON: Bool
    private let state = Mutex((notes: [String](), warnings: [String]()))

    init(asJSON isJSON: Bool) { self.isJSON = isJSON }

    /// Notes what is in order, or how it stands.
    func note(_ text: String) {
        guard isJSON else { return print(text) }
        state.withLock { $0.notes.append(text) }
    }

    /// Notes what keeps nothing from working, and may not be meant.
    func warn(_ text: String) {
        guard isJSON else { return StandardError.write("warning: \(text)\n") }
        state.withLock { $0.warnings.append(text) }
    }

    /// Tells the end; what is wrong keeps the service from working.
    func end(_ faults: [SettingFault]) {
        guard isJSON else {
            guard !faults.isEmpty else { return }
            return StandardError.write("orderd would not work:\n\(SettingFaults(faults: faults))\n")
        }
        print(Terminal.json(document(faults).text))
    }

    func document(_ faults: [SettingFault]) -> JSONValue {
        let (notes, warnings) = state.withLock { $0 }
        return [
            "ok": .bool(faults.isEmpty), "notes": .array(notes.map { .string($0) }),
            "warnings": .array(warnings.map { .string($0) }),
            "faults": .array(
                faults.map { ["place": .string($0.place), "problem": .string($0.problem)] }
            ),
        ]
    }
}
