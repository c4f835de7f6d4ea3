package import AWS
package import JSON
import Orders
import StatesLanguage

/// A call that a task makes of a service, before it is sent.
struct ServiceTaskCall {
    /// As the service has them.
    var arguments: JSONValue
    var call: ServiceCall
    /// By which the service knows the call again, where it does.
    var token: String
}

extension ServiceAction {
    /// The call of that visit; the same visit with the same input makes the same call.
    ///
    /// Of an event the names are what is appended to its resources.
    func call(
        _ input: JSONValue,
        by resource: TaskResource,
        for order: OrderID,
        in visit: (state: String, id: Int),
        names: [String]
    ) throws(ServiceFailure) -> ServiceTaskCall {
        let arguments = arguments(input, names: names)
        let seed = "\(order) \(visit.state) \(visit.id) \(resource) \(arguments.text)"
        let token = ServiceCall.token(seed)
        do throws(ServiceCallFault) {
            let call = try ServiceCall(operation, of: model, arguments, token: token)
            return ServiceTaskCall(arguments: arguments, call: call, token: token)
        } catch {
            throw .arguments(error.description)
        }
    }
}

// What Step Functions makes of arguments before it calls, and of the answer, in terms of its own.
extension ServiceAction {
    /// The arguments as the service's own.
    ///
    /// Of an event the names are what is appended to its resources: the execution's and the workflow's.
    package func arguments(_ input: JSONValue, names: [String]) -> JSONValue {
        guard case .optimized = terms, var members = input.object else { return input }
        switch name {
        case "sns:publish": members["Message"] = members["Message"].map(Self.serialized)
        case "sqs:sendMessage": members["MessageBody"] = members["MessageBody"].map(Self.serialized)
        case "eventbridge:putEvents":
            guard let entries = members["Entries"]?.array else { return input }
            members["Entries"] = .array(entries.map { Self.event($0, names) })
        default: break
        }
        return .object(members)
    }

    /// A text as it is, anything else as JSON.
    private static func serialized(_ value: JSONValue) -> JSONValue {
        value.string == nil ? .string(value.text) : value
    }

    private static func event(_ entry: JSONValue, _ names: [String]) -> JSONValue {
        guard var members = entry.object else { return entry }
        if let detail = members["Detail"] { members["Detail"] = serialized(detail) }
        let named = members["Resources"]?.array ?? []
        members["Resources"] = .array(named + names.map(JSONValue.string))
        return .object(members)
    }

    /// The result as the workflow gets it.
    package func result(_ result: JSONValue, of answer: CallReceipt) -> JSONValue {
        guard case .optimized = terms, var members = result.object else { return result }
        for (name, value) in answer.metadata { members[name] = value }
        return .object(members)
    }

    /// Why an answer that is a success is the task's failure all the same.
    package func failure(in result: JSONValue) -> ServiceFailure? {
        guard case .optimized = terms, name == "eventbridge:putEvents",
            let failed = result["FailedEntryCount"]?.int, failed > 0
        else { return nil }
        return ServiceFailure(error: "EventBridge.FailedEntry", cause: result.text)
    }
}

extension CallReceipt {
    /// What the SDK for Java tells of an answer beside its result.
    var metadata: JSONObject {
        var all = JSONObject()
        var one = JSONObject()
        for (name, value) in fields {
            all[name] = .array((all[name]?.array ?? []) + [.string(value)])
            one[name] = .string(value)
        }
        return [
            "SdkHttpMetadata": [
                "AllHttpHeaders": .object(all), "HttpHeaders": .object(one),
                "HttpStatusCode": .number(status),
            ],
            "SdkResponseMetadata": ["RequestId": requestID.map(JSONValue.string) ?? .null],
        ]
    }
}
