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
        case "sqs:sendMessage":
            return message(arguments, context, hasRoom: hasRoom(for: context, beside: [arguments]))
        case "sqs:sendMessageBatch":
            guard let entries = members["Entries"]?.array else { return arguments }
            let hasRoom = hasRoom(for: context, beside: entries)
            members["Entries"] = .array(entries.map { message($0, context, hasRoom: hasRoom) })
            return .object(members)
        default: return arguments
        }
    }

    /// What SQS takes of attributes of a message, and of bytes in a request: bodies, and names, types and values of attributes.
    private enum Limit {
        static let attributes = 10
        static let bytes = 1_048_576
    }

    /// Whether a request with those messages has room for W3C's fields in each.
    private static func hasRoom(for context: TraceContext, beside messages: [JSONValue]) -> Bool {
        var size = messages.count * self.size(of: attributes(context))
        for message in messages {
            if let body = message["MessageBody"] { size += self.size(of: body) }
            if let own = message["MessageAttributes"]?.object { size += self.size(of: own) }
        }
        return size <= Limit.bytes
    }

    private static func size(of attributes: JSONObject) -> Int {
        var size = 0
        for (name, attribute) in zip(attributes.keys, attributes.values) {
            size += name.utf8.count
            for value in attribute.object?.values ?? [] { size += self.size(of: value) }
        }
        return size
    }

    /// What is no text goes as the JSON that it is.
    private static func size(of value: JSONValue) -> Int {
        value.string?.utf8.count ?? value.bytes.count
    }

    private static func message(
        _ message: JSONValue,
        _ context: TraceContext,
        hasRoom: Bool
    ) -> JSONValue {
        guard var members = message.object else { return message }
        var system = members["MessageSystemAttributes"]?.object ?? JSONObject()
        if system["AWSTraceHeader"] == nil {
            system["AWSTraceHeader"] = attribute(context.xray)
            members["MessageSystemAttributes"] = .object(system)
        }
        let added = attributes(context)
        var own = members["MessageAttributes"]?.object ?? JSONObject()
        guard hasRoom, !added.isEmpty, own["traceparent"] == nil, own["tracestate"] == nil,
            own.count + added.count <= Limit.attributes
        else { return .object(members) }
        for (name, value) in zip(added.keys, added.values) { own[name] = value }
        members["MessageAttributes"] = .object(own)
        return .object(members)
    }

    /// W3C's fields.
    private static func attributes(_ context: TraceContext) -> JSONObject {
        var attributes = JSONObject()
        guard let parent = context.traceparent else { return attributes }
        attributes["traceparent"] = attribute(parent)
        if !context.state.isEmpty { attributes["tracestate"] = attribute(context.state) }
        return attributes
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
