/// One fault of a definition.
public struct Diagnostic: Sendable, Hashable {
    /// Whether the definition is refused for it.
    public var severity: Severity
    /// AWS's code of the fault: `SCHEMA_VALIDATION_FAILED`.
    public var code: Code
    /// What is wrong.
    public var message: String
    /// Where: `/States/X/Field`; nil when the text is no definition at all.
    public var location: String?
    /// The place in the text, both from 1, where it is known.
    public var position: Position?

    /// A fault at a place of the definition.
    public init(
        _ message: String,
        code: Code = .schemaValidationFailed,
        severity: Severity = .error,
        location: String? = nil,
        position: Position? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.location = location
        self.position = position
    }

    /// A line and a column.
    public struct Position: Sendable, Hashable {
        /// Counts from 1.
        public var line: Int
        /// Counts bytes from 1.
        public var column: Int
    }

    /// An error refuses the definition, a warning does not.
    public enum Severity: String, Sendable, Hashable {
        case error = "ERROR"
        case warning = "WARNING"
    }

    /// The kinds of fault, under AWS's names.
    public enum Code: String, Sendable, Hashable {
        case invalidJSON = "INVALID_JSON_DESCRIPTION"
        case missingTransitionTarget = "MISSING_TRANSITION_TARGET"
        case schemaValidationFailed = "SCHEMA_VALIDATION_FAILED"
        case unreachableState = "UNREACHABLE_STATE"
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `CODE: message at /place`, as AWS writes it.
    public var description: String {
        "\(code.rawValue): \(message)" + (location.map { " at \($0)" } ?? "")
    }
}

/// Why a text is no definition that can be run: every fault at once.
public struct DefinitionError: Error, Sendable, CustomStringConvertible {
    /// At least one of them is an error.
    public let diagnostics: [Diagnostic]

    /// AWS's text: `Invalid State Machine Definition: '…'`.
    public var description: String {
        let faults = diagnostics.filter { $0.severity == .error }.map(\.description)
        return "Invalid State Machine Definition: '\(faults.joined(separator: ", "))'"
    }
}
