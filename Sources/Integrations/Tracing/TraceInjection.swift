package import HTTPTypes
package import JSON
package import Telemetry

/// How a trace's context goes with what is called.
package enum TraceInjection {
    /// What a request over HTTP carries: W3C's two fields.
    package static func fields(_ context: TraceContext) -> HTTPFields {
        var fields = HTTPFields()
        guard let parent = context.traceparent else { return fields }
        fields[.traceParent] = parent
        if !context.state.isEmpty { fields[.traceState] = context.state }
        return fields
    }

    /// What a call of Lambda carries besides: X-Ray's header, which the function finds in its environment.
    package static func lambdaFields(_ context: TraceContext) -> HTTPFields {
        var fields = fields(context)
        fields[.xrayTraceID] = context.xray
        return fields
    }

    /// The arguments of an action that puts messages into a queue, with the context beside each message; others as they are.
    ///
    /// A message gets X-Ray's header as its system attribute, which counts for nothing, and W3C's fields as attributes. What
    /// the definition gives itself stays, and so does a message that has no room for more.
    package static func arguments(
        _ arguments: JSONValue,
        of action: String,
        _ context: TraceContext
    ) -> JSONValue {
        guard var members = arguments.object else { return arguments }
        switch action {
        case "sqs:sendMessage": return message(arguments, context)
        case "sqs:sendMessageBatch":
            guard let entries = members["Entries"]?.array else { return arguments }
            members["Entries"] = .array(entries.map { message($0, context) })
            return .object(members)
        default: return arguments
        }
    }

    /// What SQS takes of attributes, and what has to stay free of the size that it takes.
    private enum Limit {
        static let attributes = 10
        static let body = 1_048_576 - 4_096
    }

    private static func message(_ message: JSONValue, _ context: TraceContext) -> JSONValue {
        guard var members = message.object else { return message }
        let size = members["MessageBody"]?.string?.utf8.count ?? 0
        guard size <= Limit.body else { return message }
        var system = members["MessageSystemAttributes"]?.object ?? JSONObject()
        if system["AWSTraceHeader"] == nil {
            system["AWSTraceHeader"] = attribute(context.xray)
            members["MessageSystemAttributes"] = .object(system)
        }
        guard let parent = context.traceparent else { return .object(members) }
        var own = members["MessageAttributes"]?.object ?? JSONObject()
        let added = context.state.isEmpty ? 1 : 2
        guard own["traceparent"] == nil, own["tracestate"] == nil,
            own.count + added <= Limit.attributes
        else { return .object(members) }
        own["traceparent"] = attribute(parent)
        if !context.state.isEmpty { own["tracestate"] = attribute(context.state) }
        members["MessageAttributes"] = .object(own)
        return .object(members)
    }

    private static func attribute(_ text: String) -> JSONValue {
        ["DataType": "String", "StringValue": .string(text)]
    }
}

extension HTTPField.Name {
    // The literals are tokens, in lower case on the wire (W3C Trace Context §3.2.1).
    // swift-format-ignore: NeverForceUnwrap
    package static let traceParent = Self("traceparent")!
    // swift-format-ignore: NeverForceUnwrap
    package static let traceState = Self("tracestate")!
    // swift-format-ignore: NeverForceUnwrap
    static let xrayTraceID = Self("X-Amzn-Trace-Id")!
}
