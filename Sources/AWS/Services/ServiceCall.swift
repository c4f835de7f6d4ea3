internal import Formats
package import HTTP
internal import HTTPTypes
package import JSON
internal import OpenSSL

/// One call of a service in its own terms: arguments that a workflow gives, as a request.
package struct ServiceCall: Sendable {
    package let model: ServiceModel
    package let operation: ServiceModel.Operation
    package let request: AWSRequest

    /// A call with those arguments: an object, or null for none.
    ///
    /// By the token the service knows the call again, where the operation has a member for one and the arguments do not.
    package init(
        _ operation: ServiceModel.Operation,
        of model: ServiceModel,
        _ arguments: JSONValue,
        token: String
    ) throws(ServiceCallFault) {
        guard var members = arguments.isNull ? JSONObject() : arguments.object else {
            throw ServiceCallFault(
                "the arguments of \(operation.name) are a JSON \(arguments.kind), and an object is wanted"
            )
        }
        if case .structure(let shapes) = model.shape(operation.input) {
            for member in shapes
            where member.isToken && !members.keys.contains(where: member.isCalled) {
                members[member.name] = .string(token)
            }
        }
        self.model = model
        self.operation = operation
        request =
            switch model.wire {
            case .json(let version, let target):
                model.jsonRequest(operation, members, version, target)
            case .rest: try model.restRequest(operation, members)
            case .query(let version): try model.queryRequest(operation, members, version)
            }
    }

    /// A token that is always the same for the same seed, in the form of a UUID (RFC 9562 §5.8).
    package static func token(_ seed: String) -> String {
        var bytes = Array(Digest.sha256(Array(seed.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.hexadecimal
        var parts: [Substring] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return parts.joined(separator: "-")
    }

    /// What the answer, which is a success, says in Step Functions' spelling.
    package func result(_ answer: ClientResponse) throws(AWSError) -> JSONValue {
        do throws(ServiceCallFault) {
            switch model.wire {
            case .json: return try model.jsonResult(operation, answer.body)
            case .rest: return try model.restResult(operation, answer)
            case .query: return try model.queryResult(operation, answer.body)
            }
        } catch {
            throw AWSError("\(model.name) \(operation.name)", .unreadableAnswer(error.description))
        }
    }
}

/// Why arguments make no call, or an answer no result.
package struct ServiceCallFault: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}

extension ServiceModel {
    fileprivate func jsonRequest(
        _ operation: Operation,
        _ arguments: JSONObject,
        _ version: String,
        _ target: String
    ) -> AWSRequest {
        let body = wireValue(.object(arguments), inputShape(operation))
        var request = AWSRequest(json: version, operation.name, of: target, body: body.bytes)
        if isQueryCompatible { request.fields[.queryMode] = "true" }
        return request
    }

    /// The input's shape, of which there may be nothing to say.
    func inputShape(_ operation: Operation) -> ServiceShape {
        shape(operation.input) ?? .structure([])
    }

    func outputShape(_ operation: Operation) -> ServiceShape {
        shape(operation.output) ?? .structure([])
    }

    fileprivate func jsonResult(
        _ operation: Operation,
        _ body: [UInt8]
    ) throws(ServiceCallFault) -> JSONValue {
        spokenValue(try Self.json(body), outputShape(operation))
    }

    /// An answer's JSON; none is an empty object.
    static func json(_ body: [UInt8]) throws(ServiceCallFault) -> JSONValue {
        guard !body.isEmpty else { return [:] }
        do throws(JSONError) {
            return try JSONValue(parsing: body)
        } catch {
            throw ServiceCallFault("\(error)")
        }
    }
}
