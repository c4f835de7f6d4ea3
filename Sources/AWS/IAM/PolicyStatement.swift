package import JSON

/// What IAM is asked to allow: one statement of a policy (IAM User Guide, "IAM JSON policy elements").
package struct PolicyStatement: Sendable, Hashable {
    /// Its name: letters and digits.
    package var id: String
    /// `ses:SendEmail`.
    package var actions: [String]
    /// ARNs, with `*` for what is not known or may be anything.
    package var resources: [String]
    /// What else must hold: a key and the value that it must have.
    package var equals: [String: String]

    package init(
        _ id: String,
        _ actions: [String],
        on resources: [String],
        where equals: [String: String] = [:]
    ) {
        self.id = id
        self.actions = actions
        self.resources = resources
        self.equals = equals
    }

    package var document: JSONValue {
        var members: JSONObject = [
            "Sid": .string(id), "Effect": "Allow", "Action": Self.list(actions),
            "Resource": Self.list(resources),
        ]
        if !equals.isEmpty {
            let pairs = equals.sorted { $0.key < $1.key }.map {
                ($0.key, JSONValue.string($0.value))
            }
            members["Condition"] = ["StringEquals": .object(JSONObject(pairs))]
        }
        return .object(members)
    }

    /// The policy that these statements are.
    package static func policy(_ statements: [PolicyStatement]) -> JSONValue {
        ["Version": "2012-10-17", "Statement": .array(statements.map(\.document))]
    }

    private static func list(_ texts: [String]) -> JSONValue {
        texts.count == 1 ? .string(texts[0]) : .array(texts.map(JSONValue.string))
    }
}

extension ServiceError {
    /// The action that the credentials may not do, as the refusal names it: `ses:SendRawEmail`.
    package var deniedAction: String? {
        guard let match = message.firstMatch(of: /perform:?\s+[`'"]?([A-Za-z0-9\-]+:[A-Za-z]+)/)
        else {
            return nil
        }
        return String(match.1)
    }

    /// Whether the credentials are good and may not do this.
    package var isDenied: Bool {
        [
            "AccessDenied", "AccessDeniedException", "AuthorizationError",
            "AuthorizationErrorException",
        ]
        .contains(code)
    }
}
