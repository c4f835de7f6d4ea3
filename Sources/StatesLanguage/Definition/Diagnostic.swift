package import JSON

/// One fault of a definition.
///
/// It is told in AWS's words, under AWS's codes and places, since that is what a search for the text finds, and in
/// plain words with the place in the file, which is what mends it.
package struct Diagnostic: Sendable, Hashable {
    /// Whether the definition is refused for it.
    package var severity: Severity
    /// AWS's code of the fault: `SCHEMA_VALIDATION_FAILED`.
    package var code: Code
    /// What is wrong, in AWS's words where those are known.
    package var message: String
    /// The same in plain words, where AWS's are not.
    package var hint: String?
    /// Where, as AWS writes it: `/States/X/Choices[0]`; nil when the text is no definition at all.
    package var location: String?
    /// Where, as a JSON pointer (RFC 6901): `/States/X/Choices/0`.
    package var pointer: String?
    /// The place in the text, both from 1, where it is known.
    package var position: Position?
    var place: Place?

    /// A fault at a place of the definition.
    package init(
        _ message: String,
        code: Code = .schemaValidationFailed,
        severity: Severity = .error,
        location: String? = nil,
        pointer: String? = nil,
        position: Position? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.location = location
        self.pointer = pointer
        self.position = position
    }

    package struct Position: Sendable, Hashable {
        /// Counts from 1.
        package var line: Int
        /// Counts bytes from 1.
        package var column: Int
    }

    /// An error refuses the definition, a warning does not.
    package enum Severity: String, Sendable, Hashable {
        case error = "ERROR"
        case warning = "WARNING"
    }

    /// The kinds of fault, under AWS's names; those that only this program finds begin with `ORDERD`.
    package enum Code: String, Sendable, Hashable {
        case catcherNeverMatches = "ORDERD_CATCHER_NEVER_MATCHES"
        case distributedMap = "ORDERD_DISTRIBUTED_MAP"
        case duplicateLabelName = "DUPLICATE_LABEL_NAME"
        case duplicateStateName = "DUPLICATE_STATE_NAME"
        case invalidJSON = "INVALID_JSON_DESCRIPTION"
        case invalidJSONata = "INVALID_JSONATA_EXPRESSION"
        case invalidLabelName = "INVALID_LABEL_NAME"
        case invalidStateName = "INVALID_STATE_NAME"
        case laterJSONata = "ORDERD_LATER_JSONATA"
        case missingEndState = "MISSING_END_STATE"
        case missingTransitionTarget = "MISSING_TRANSITION_TARGET"
        case schemaValidationFailed = "SCHEMA_VALIDATION_FAILED"
        case notPerformed = "ORDERD_NOT_PERFORMED"
        case orderIsLost = "ORDERD_ORDER_IS_LOST"
        case repeatedEffect = "ORDERD_REPEATED_EFFECT"
        case shadowedVariable = "ORDERD_SHADOWED_VARIABLE"
        case staticResult = "PASS_RESULT_IS_STATIC"
        case unmarkedPath = "NO_DOLLAR"
        case unsupportedJSONata = "UNSUPPORTED_JSONATA_EXPRESSION"
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `CODE: message at /place`, as AWS writes it: a fault of the whole is `at null`.
    package var description: String { "\(code.rawValue): \(message) at \(location ?? "null")" }
}

/// Why a text is no definition that can be run: every fault at once.
package struct DefinitionError: Error, Sendable, CustomStringConvertible {
    /// At least one of them is an error.
    package let diagnostics: [Diagnostic]

    /// AWS's text: `Invalid State Machine Definition: '…'`.
    package var description: String {
        let faults = diagnostics.filter { $0.severity == .error }.map(\.description)
        return "Invalid State Machine Definition: '\(faults.joined(separator: ", "))'"
    }
}

extension Diagnostic {
    /// The fault as AWS's ValidateStateMachineDefinition tells it.
    package var json: JSONObject {
        var members: JSONObject = [
            "severity": .string(severity.rawValue),
            "code": .string(code.rawValue),
            "message": .string(message),
        ]
        if let location { members["location"] = .string(location) }
        return members
    }
}

extension DefinitionError {
    /// What AWS answers to CreateStateMachine, and under `response` to ValidateStateMachineDefinition.
    package var json: JSONObject {
        [
            "status": "INVALID",
            "error": "InvalidDefinition",
            "cause": .string(description),
            "response": [
                "result": "FAIL",
                "diagnostics": .array(
                    diagnostics.filter { $0.severity == .error }.map { .object($0.json) }
                ),
                "truncated": false,
            ],
        ]
    }
}
