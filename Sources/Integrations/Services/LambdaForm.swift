package import AWS
package import JSON
import Orders
package import StatesLanguage

/// In which of Step Functions' three forms a function is called.
package enum LambdaForm: Sendable, Hashable {
    /// By its ARN as the resource: the input is the event, the result the function's.
    case function
    /// By `lambda:invoke`, whose result has the function's in `Payload`.
    case invoke
    /// By `aws-sdk:lambda:invoke`, where both are texts and a function's failure is no error.
    case sdk

    /// The form of a resource that calls a function; nil of others.
    package init?(_ resource: TaskResource) {
        if resource.function != nil {
            self = .function
            return
        }
        guard let action = ServiceAction(resource), action.isInvocation else { return nil }
        if case .sdk = action.terms { self = .sdk } else { self = .invoke }
    }

    /// Whose errors a call of a function has.
    static let action: ServiceAction = {
        guard let action = ServiceAction("arn:aws:states:::lambda:invoke") else {
            preconditionFailure("the table of services has Lambda's Invoke")
        }
        return action
    }()

    /// The call that a resource and its arguments are.
    package func invocation(
        _ resource: TaskResource,
        _ input: JSONValue
    ) throws(ServiceFailure) -> LambdaInvocation {
        if let function = resource.function {
            var invocation = LambdaInvocation(Self.function(function), payload: input.bytes)
            invocation.qualifier = function.qualifier
            return try Self.checked(invocation)
        }
        guard let function = input["FunctionName"]?.string else {
            throw .arguments("The field 'FunctionName' is required but was missing")
        }
        var invocation = LambdaInvocation(function, payload: payload(input["Payload"]))
        invocation.qualifier = try Self.text("Qualifier", in: input)
        invocation.clientContext = try Self.text("ClientContext", in: input)
        if let text = try Self.text("InvocationType", in: input) {
            guard let kind = LambdaInvocation.Kind(rawValue: text) else {
                let kinds = LambdaInvocation.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw .arguments("'InvocationType' is one of \(kinds), and \"\(text)\" is none")
            }
            invocation.kind = kind
        }
        if let text = try Self.text("LogType", in: input) {
            guard ["None", "Tail"].contains(text) else {
                throw .arguments("'LogType' is None or Tail, not \"\(text)\"")
            }
            invocation.isLogged = text == "Tail"
        }
        return try Self.checked(invocation)
    }

    private func payload(_ value: JSONValue?) -> [UInt8] {
        guard let value else { return Array("{}".utf8) }
        if self == .sdk, let text = value.string { return Array(text.utf8) }
        return value.bytes
    }

    private static func text(
        _ name: String,
        in input: JSONValue
    ) throws(ServiceFailure) -> String? {
        guard let value = input[name], !value.isNull else { return nil }
        guard let text = value.string else {
            throw .arguments("The value for the field '\(name)' must be a STRING")
        }
        return text
    }

    private static func checked(
        _ invocation: LambdaInvocation
    ) throws(ServiceFailure) -> LambdaInvocation {
        if let fault = invocation.fault { throw .arguments(fault) }
        return invocation
    }

    /// An ARN as it is written; the name alone where the account or the region is a placeholder.
    private static func function(_ function: TaskResource.Function) -> String {
        let isAccount =
            function.account.utf8.count == 12
            && function.account.utf8.allSatisfy { (48...57).contains($0) }
        guard isAccount, Partition(region: function.region) != nil else { return function.name }
        return
            "arn:\(function.partition):lambda:\(function.region):\(function.account):function:\(function.name)"
    }

    /// The region of a function that a resource names; nil where that is a placeholder.
    static func region(of function: TaskResource.Function) -> String? {
        Partition(region: function.region) == nil ? nil : function.region
    }

    /// The region in a function's ARN; nil when it is called by its name.
    package static func region(of function: String) -> String? {
        guard let arn = ARN(function), Partition(region: arn.region) != nil else { return nil }
        return arn.region
    }

    /// The function's own name in its ARN, in a part of one, or alone; without a qualifier.
    package static func name(of function: String) -> String {
        let parts = function.split(separator: ":")
        if let place = parts.firstIndex(of: "function"), place + 1 < parts.count {
            return String(parts[place + 1])
        }
        return parts.first.map(String.init) ?? function
    }
}

extension LambdaAnswer {
    /// What the function's answer means for the task.
    func outcome(_ form: LambdaForm) -> TaskOutcome {
        if functionError != nil, form != .sdk { return failure.outcome }
        switch form {
        case .function: return .succeeded(value)
        case .invoke, .sdk: return .succeeded(.object(members(form)))
        }
    }

    /// The function's result; a text when it is no JSON.
    private var value: JSONValue {
        guard !payload.isEmpty else { return .null }
        return (try? JSONValue(parsing: payload))
            ?? .string(String(decoding: payload, as: UTF8.self))
    }

    private func members(_ form: LambdaForm) -> JSONObject {
        var members = JSONObject()
        members["ExecutedVersion"] = executedVersion.map(JSONValue.string)
        if form == .sdk {
            members["FunctionError"] = functionError.map(JSONValue.string)
            if !payload.isEmpty {
                members["Payload"] = .string(String(decoding: payload, as: UTF8.self))
            }
        } else if !payload.isEmpty {
            members["Payload"] = value
        }
        members["LogResult"] = logTail.map(JSONValue.string)
        if form == .invoke { for (name, value) in receipt.metadata { members[name] = value } }
        members["StatusCode"] = .number(status)
        return members
    }

    /// The function's failure: the type of its error, and its report.
    private var failure: ServiceFailure {
        let report = String(decoding: payload, as: UTF8.self)
        guard let type = value["errorType"]?.string, !type.isEmpty else {
            return ServiceFailure(
                error: "Lambda.Unknown",
                cause:
                    "The cause could not be determined because Lambda did not return an error type. "
                    + "Returned payload: \(report)"
            )
        }
        return ServiceFailure(error: type, cause: report)
    }
}
