internal import Formats
internal import JSON

/// One call of the Invoke API, checked.
struct InvokeCall: Hashable, Sendable {
    let function: FunctionReference
    let kind: Kind
    /// JSON.
    let payload: [UInt8]
    let wantsLog: Bool
    /// JSON; nil when the caller gives none.
    let clientContext: String?
    let traceID: String?

    enum Kind: String, Sendable {
        case requestResponse = "RequestResponse"
        case event = "Event"
        case dryRun = "DryRun"

        /// In bytes (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
        var largestPayload: Int {
            switch self {
            case .requestResponse, .dryRun: 6_291_456
            case .event: 1_048_576
            }
        }
    }

    /// What stands in the request's fields.
    struct Fields: Sendable {
        var kind: String?
        var logType: String?
        var clientContext: String?
        var traceID: String?

        init(
            kind: String? = nil,
            logType: String? = nil,
            clientContext: String? = nil,
            traceID: String? = nil
        ) {
            self.kind = kind
            self.logType = logType
            self.clientContext = clientContext
            self.traceID = traceID
        }
    }

    /// Reads a call of the function; an empty body is an empty event, as on AWS.
    init(
        _ function: FunctionReference,
        _ fields: Fields,
        body: [UInt8]
    ) throws(LambdaRefusal) {
        self.function = function
        kind = try Self.kind(fields.kind)
        guard body.count <= kind.largestPayload else { throw .tooLarge("\(body.count)", kind) }
        payload = body.isEmpty ? Array("{}".utf8) : body
        do throws(JSONError) {
            _ = try JSONValue(parsing: payload)
        } catch {
            throw .noJSON("\(error)")
        }
        wantsLog = try Self.wantsLog(fields.logType)
        clientContext = try Self.context(fields.clientContext)
        traceID = fields.traceID
    }

    static func kind(_ text: String?) throws(LambdaRefusal) -> Kind {
        guard let text else { return .requestResponse }
        guard let kind = Kind(rawValue: text) else {
            throw .invalidParameter(
                "X-Amz-Invocation-Type is \(text.prefix(64)); expected RequestResponse, Event or DryRun."
            )
        }
        return kind
    }

    private static func wantsLog(_ text: String?) throws(LambdaRefusal) -> Bool {
        switch text {
        case nil, "None": false
        case "Tail": true
        case let text?:
            throw .invalidParameter("X-Amz-Log-Type is \(text.prefix(64)); expected None or Tail.")
        }
    }

    /// At most so long in Base64 (botocore's model of the API).
    private static let longestContext = 3_583

    private static func context(_ text: String?) throws(LambdaRefusal) -> String? {
        guard let text else { return nil }
        guard text.utf8.count <= longestContext, let bytes = Base64.decode(text),
            let value = try? JSONValue(parsing: bytes), value.object != nil
        else {
            throw .invalidContent(
                "Client context must be a valid Base64-encoded JSON object of at most \(longestContext) bytes."
            )
        }
        // Its own compact text: what stands in a field has no line breaks.
        return value.text
    }
}
