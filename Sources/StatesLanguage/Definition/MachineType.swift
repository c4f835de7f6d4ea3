/// What a machine is created as.
package enum MachineType: String, Sendable, Hashable {
    /// Durable, for up to a year.
    case standard = "STANDARD"
    /// Short and fast: it cannot wait for others' work.
    case express = "EXPRESS"
}

/// What a state's expressions are written in.
enum QueryLanguage: String, Sendable {
    case jsonPath = "JSONPath"
    case jsonata = "JSONata"

    var other: QueryLanguage {
        switch self {
        case .jsonPath: .jsonata
        case .jsonata: .jsonPath
        }
    }
}
