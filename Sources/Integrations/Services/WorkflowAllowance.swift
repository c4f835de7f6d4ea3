import AWS
package import StatesLanguage

/// What workflows may call with our credentials: patterns in which `*` stands for anything.
package struct WorkflowAllowance: Sendable, Hashable {
    private var resources: [Glob] = []
    private var roles: [Glob] = []
    private var regions: [Glob] = []
    /// Whether what is usual is allowed beside the patterns.
    private var hasUsual = false

    /// Functions, what Step Functions calls in terms of its own, and the services of the table but for what reads secrets or
    /// hands out rights; any role and region.
    package static let usual: WorkflowAllowance = {
        var allowance = WorkflowAllowance()
        allowance.hasUsual = true
        return allowance
    }()

    private init() {}

    /// Reads patterns with commas between; nil when one is none.
    ///
    /// They are of resources' ARNs, `role:PATTERN`, `region:PATTERN`, and `default` for what is usual. Where no pattern of a
    /// role or a region stands, any is allowed.
    package init?(_ text: String) {
        guard Self.badPatterns(in: text).isEmpty else { return nil }
        for word in Self.words(text) {
            if word == "default" {
                hasUsual = true
            } else if let role = word.suffix(behind: "role:") {
                roles.append(Glob(role))
            } else if let region = word.suffix(behind: "region:") {
                regions.append(Glob(region))
            } else {
                resources.append(Glob(word))
            }
        }
        // Whoever names only roles or regions means the usual calls.
        if resources.isEmpty { hasUsual = true }
    }

    /// Those that are none.
    package static func badPatterns(in text: String) -> [String] {
        words(text).filter { word in
            word != "default" && word != "*" && !word.hasPrefix("arn:")
                && word.suffix(behind: "role:") == nil && word.suffix(behind: "region:") == nil
        }
    }

    private static func words(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            String(
                part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
            )
        }
    }

    package func allows(_ resource: TaskResource) -> Bool {
        Self.staysHere(resource) || resources.contains { $0.matches(resource.text) }
            || hasUsual && Self.isUsual(resource)
    }

    /// Whether a function may be called that `lambda:invoke` names, by the patterns of functions if there are any.
    package func allows(function: String) -> Bool {
        guard !hasUsual else { return true }
        let patterns = resources.filter(\.namesFunctions)
        guard !patterns.isEmpty else { return true }
        let name = LambdaForm.name(of: function)
        let texts = [function, "arn:aws:lambda:::function:\(name)"]
        return patterns.contains { pattern in texts.contains(where: pattern.matches) }
    }

    package func allows(role: String) -> Bool {
        roles.isEmpty || roles.contains { $0.matches(role) }
    }

    package func allows(region: String) -> Bool {
        regions.isEmpty || regions.contains { $0.matches(region) }
    }

    /// Whether nothing is called by it with our credentials: activities, and workflows of this service.
    private static func staysHere(_ resource: TaskResource) -> Bool {
        if case .activity = resource.target { return true }
        return StartExecutionTask.performs(resource)
    }

    private static func isUsual(_ resource: TaskResource) -> Bool {
        switch resource.target {
        case .function: return true
        case .activity, .unknown: return false
        case .service(let service):
            guard service.api == .sdk else { return true }
            guard !guardedServices.contains(service.service) else { return false }
            let call = "\(service.service):\(service.action)"
            return !guardedCalls.contains { $0.matches(call) }
        }
    }

    /// Services that hand out rights.
    private static let guardedServices: Set = [
        "iam", "sts", "organizations", "ssoadmin", "identitystore", "cognitoidentity",
    ]

    /// Calls that read secrets, hand out keys or rights, or run what they are given.
    ///
    /// Most are known by the words of their names: a service that gets one more tomorrow is guarded too.
    private static let guardedCalls = [
        "*:*Credential*", "*:*AccessKey*", "*:*Password*", "*:*KeyPair*", "*:*AccessDetails*",
        "*:get*Token", "*:create*Token", "*:rotate*Token", "*:put*ResourcePolicy", "*:set*Policy",
        "*:addPermission", "*:putPermission", "*:createPermission", "*:addLayerVersionPermission",
        "*:createGrant*", "*:putKeyPolicy", "*:putRegistryPolicy", "*:executeCommand",
        "*:sendCommand", "ssm:startSession", "*:*ClientSecret", "*:describeUserPoolClient",
        "*:*InstanceAccess", "glue:getConnection*", "lambda:updateFunction*",
        "lambda:createFunction*", "acmpca:putPolicy", "storagegateway:describeChap*",
        "cloudwatchlogs:put*Policy", "mediastore:putContainerPolicy",
        "secretsmanager:getSecretValue", "secretsmanager:batchGetSecretValue",
        "secretsmanager:getRandomPassword", "ssm:getParameter*", "kms:decrypt",
        "kms:generateDataKey*",
        "kms:reEncrypt", "kms:deriveSharedSecret", "ecr:getAuthorizationToken",
        "ecrpublic:getAuthorizationToken", "sfn:getActivityTask",
        "lightsail:getInstanceAccessDetails",
        "redshiftserverless:getCredentials",
    ].map(Glob.init)
}

/// A pattern in which `*` stands for any text, also none.
struct Glob: Sendable, Hashable {
    private let pieces: [String]

    init(_ text: String) {
        pieces = text.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    }

    /// Whether it is one of functions' ARNs.
    var namesFunctions: Bool { pieces.contains { $0.contains(":function:") } }

    func matches(_ text: String) -> Bool {
        guard text.hasPrefix(pieces[0]) else { return false }
        guard pieces.count > 1 else { return text == pieces[0] }
        var rest = text.dropFirst(pieces[0].count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let range = rest.firstRange(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(pieces[pieces.count - 1])
    }
}

extension String {
    fileprivate func suffix(behind prefix: String) -> String? {
        guard hasPrefix(prefix), count > prefix.count else { return nil }
        return String(dropFirst(prefix.count))
    }
}
