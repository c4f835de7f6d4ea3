package import AWS
import Orders
import StatesLanguage

/// What the credentials must be allowed for a definition's calls: as narrow as what is written out allows.
package enum CallPermissions {
    /// Those of the calls; where a resource is computed, all of its kind.
    ///
    /// Account and partition are where the resources are that no ARN names.
    package static func statements(
        _ calls: WorkflowCalls,
        partition: String,
        region: String,
        account: String
    ) -> [PolicyStatement] {
        let place = Place(partition: partition, region: region, account: account)
        var found: [String: Set<String>] = [:]
        var roles: Set<String> = []
        for call in calls.all {
            if let role = call.role { roles.insert(role) }
            // What is done under a role is the role's to be allowed.
            guard call.role == nil, let (action, resource) = permission(call, place) else {
                continue
            }
            found[action, default: []].insert(resource)
        }
        let statements = found.sorted { $0.key < $1.key }.map { action, resources in
            let all = resources.contains("*") ? ["*"] : resources.sorted()
            return PolicyStatement(id(action), [action], on: all)
        }
        guard !roles.isEmpty else { return statements }
        return statements + [
            PolicyStatement("TakeOnRoles", ["sts:AssumeRole"], on: roles.sorted())
        ]
    }

    private struct Place {
        let partition: String
        let region: String
        let account: String

        func arn(_ service: String, _ rest: String) -> String {
            "arn:\(partition):\(service):\(region):\(account):\(rest)"
        }
    }

    private static func permission(
        _ call: WorkflowCalls.Call,
        _ place: Place
    ) -> (action: String, resource: String)? {
        if let function = call.resource.function {
            guard FunctionName(rawValue: function.name) == nil else { return nil }
            return ("lambda:InvokeFunction", self.function(call.resource.text, place))
        }
        guard let action = ServiceAction(call.resource) else { return nil }
        if action.isInvocation {
            let name = call.literals["FunctionName"] ?? "*"
            return ("lambda:InvokeFunction", function(name, place))
        }
        let (prefix, operation) = iamName(action)
        return ("\(prefix):\(operation)", resource(action, call, place))
    }

    private static func function(_ text: String, _ place: Place) -> String {
        let name = LambdaForm.name(of: text)
        if let arn = ARN(text), Partition(region: arn.region) != nil, name != "*" {
            return "arn:\(arn.partition):lambda:\(arn.region):\(arn.account):function:\(name)*"
        }
        return place.arn("lambda", name == "*" ? "function:*" : "function:\(name)*")
    }

    /// IAM's name for an action: mostly the name in signatures with the operation's.
    private static func iamName(_ action: ServiceAction) -> (String, String) {
        let prefixes = [
            "cognitoidentityprovider": "cognito-idp", "eventbridge": "events",
            "emr": "elasticmapreduce",
            "sfn": "states", "cloudwatch": "cloudwatch", "costexplorer": "ce",
        ]
        let prefix = prefixes[action.model.name] ?? action.model.service.signingName
        let operations = [
            "SendMessageBatch": "SendMessage", "PublishBatch": "Publish",
            "SendBulkEmail": "SendBulkTemplatedEmail",
        ]
        let name = action.operation.name
        return (prefix, operations[name] ?? name)
    }

    private static func resource(
        _ action: ServiceAction,
        _ call: WorkflowCalls.Call,
        _ place: Place
    ) -> String {
        switch action.model.name {
        case "sns":
            return call.literals["TopicArn"] ?? call.literals["TargetArn"] ?? place.arn("sns", "*")
        case "sqs":
            return call.literals["QueueUrl"].flatMap { queue($0, place) } ?? place.arn("sqs", "*")
        case "dynamodb":
            guard let table = call.literals["TableName"] else {
                return place.arn("dynamodb", "table/*")
            }
            return table.hasPrefix("arn:") ? table : place.arn("dynamodb", "table/\(table)")
        case "eventbridge" where action.operation.name == "PutEvents":
            return place.arn("events", "event-bus/*")
        case "ses", "sesv2": return place.arn("ses", "*")
        default: return "*"
        }
    }

    /// `https://sqs.eu-central-1.amazonaws.com/123456789012/orders` as an ARN.
    private static func queue(_ url: String, _ place: Place) -> String? {
        let parts = url.split(separator: "/")
        guard parts.count == 4 else { return nil }
        let host = parts[1].split(separator: ".")
        let region =
            host.count > 1 && Partition(region: String(host[1])) != nil
            ? String(host[1]) : place.region
        return "arn:\(place.partition):sqs:\(region):\(parts[2]):\(parts[3])"
    }

    /// Letters and digits of an action.
    private static func id(_ action: String) -> String {
        let words = action.split { !$0.isLetter && !$0.isNumber }
        return "Call" + words.map { String($0).uppercasedFirst }.joined()
    }
}
