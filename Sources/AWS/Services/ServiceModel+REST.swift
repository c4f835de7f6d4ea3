internal import Formats
internal import HTTP
internal import HTTPTypes
internal import JSON

// REST-JSON: members in the path, the query, the fields and the body.
extension ServiceModel {
    func restRequest(
        _ operation: Operation,
        _ arguments: JSONObject
    ) throws(ServiceCallFault) -> AWSRequest {
        var parts = RequestParts(path: operation.path)
        let members = structure(inputShape(operation))
        for (name, value) in arguments where !value.isNull {
            guard let member = members.first(where: { $0.isCalled(name) }) else {
                let wire = isLowercase ? name.lowercasedFirst : name
                parts.members[wire] = wireValue(value, nil)
                continue
            }
            try add(value, of: member, to: &parts)
        }
        if let gap = parts.path.firstMatch(of: /\{([^}+]*)\+?\}/) {
            throw ServiceCallFault("\(operation.name) lacks the argument \(gap.1)")
        }
        return parts.request(operation)
    }

    private func structure(_ shape: ServiceShape) -> [ServiceShape.Member] {
        guard case .structure(let members) = shape else { return [] }
        return members
    }

    private func add(
        _ value: JSONValue,
        of member: ServiceShape.Member,
        to parts: inout RequestParts
    ) throws(ServiceCallFault) {
        switch member.location {
        case .body: parts.members[member.wire] = wireValue(value, of: member)
        case .payload: parts.payload = payload(value, member)
        case .path: try parts.fill(member.wire, with: text(value, member, .iso8601))
        case .query: parts.query += try pairs(value, member)
        case .field:
            try parts.add(member.wire, text(value, member, .http))
        case .fields:
            for (name, value) in value.object ?? [:] {
                try parts.add(member.wire + name, text(value, member, .http))
            }
        case .status: break
        }
    }

    private func payload(_ value: JSONValue, _ member: ServiceShape.Member) -> [UInt8] {
        let shape = shape(member.shape)
        return shape == .blob ? value.blob : wireValue(value, shape).bytes
    }

    private func pairs(
        _ value: JSONValue,
        _ member: ServiceShape.Member
    ) throws(ServiceCallFault) -> [(String, String)] {
        var pairs: [(String, String)] = []
        if let members = value.object {
            for (name, value) in members {
                for element in value.array ?? [value] {
                    pairs.append((name, try text(element, member, .iso8601)))
                }
            }
            return pairs
        }
        for element in value.array ?? [value] {
            pairs.append((member.wire, try text(element, member, .iso8601)))
        }
        return pairs
    }

    /// A value that stands outside of the body.
    private func text(
        _ value: JSONValue,
        _ member: ServiceShape.Member,
        _ usual: ServiceShape.TimeFormat
    ) throws(ServiceCallFault) -> String {
        if member.isJSONText { return Base64.encode(value.blob) }
        if case .timestamp(let format) = shape(member.shape), let text = value.string,
            let time = Self.time(text, format ?? usual)
        {
            return time.string ?? time.text
        }
        return try value.word(as: member.name)
    }

    func restResult(
        _ operation: Operation,
        _ answer: ClientResponse
    ) throws(ServiceCallFault) -> JSONValue {
        let members = structure(outputShape(operation))
        var result = JSONObject()
        if let payload = members.first(where: { $0.location == .payload }) {
            let shape = shape(payload.shape)
            if !answer.body.isEmpty {
                result[payload.name] =
                    shape == .blob
                    ? JSONValue(blob: answer.body) : spokenValue(try Self.json(answer.body), shape)
            }
        } else {
            let body = spokenValue(try Self.json(answer.body), outputShape(operation))
            result = body.object ?? [:]
        }
        for member in members {
            switch member.location {
            case .status: result[member.name] = .number(answer.status.code)
            case .field:
                guard let name = HTTPField.Name(member.wire), let text = answer.fields[name] else {
                    continue
                }
                result[member.name] = .string(text)
            case .body, .path, .query, .fields, .payload: break
            }
        }
        return .object(result)
    }
}

/// What a request of REST-JSON is put together from.
private struct RequestParts {
    var path: String
    var query: [(String, String)] = []
    var fields = HTTPFields()
    var members = JSONObject()
    var payload: [UInt8]?

    init(path: String) { self.path = path }

    mutating func fill(_ name: String, with text: String) throws(ServiceCallFault) {
        guard !text.isEmpty else {
            throw ServiceCallFault("the argument \(name) is empty, and stands in the call's path")
        }
        path.replace("{\(name)}", with: PercentEncoding.encode(text))
        let words = text.split(separator: "/").map { PercentEncoding.encode(String($0)) }
        path.replace("{\(name)+}", with: words.joined(separator: "/"))
    }

    mutating func add(_ name: String, _ text: String) throws(ServiceCallFault) {
        guard let name = HTTPField.Name(name), text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else {
            throw ServiceCallFault("the argument that goes into the field \(name) has a line break")
        }
        fields[name] = text
    }

    func request(_ operation: ServiceModel.Operation) -> AWSRequest {
        let pairs = query.map {
            "\(PercentEncoding.encode($0.0))=\(PercentEncoding.encode($0.1))"
        }
        // Some operations have a query in their paths already.
        let mark = path.contains("?") ? "&" : "?"
        let isBodyless = ["GET", "HEAD", "DELETE"].contains(operation.method) && members.isEmpty
        let isEmpty = payload == nil && isBodyless
        var request = AWSRequest(
            operation: operation.name,
            method: HTTPRequest.Method(rawValue: operation.method) ?? .post,
            path: path + (pairs.isEmpty ? "" : mark + pairs.joined(separator: "&")),
            contentType: isEmpty ? nil : "application/json",
            body: isEmpty ? [] : payload ?? JSONValue.object(members).bytes
        )
        for field in fields { request.fields.append(field) }
        return request
    }
}

extension JSONValue {
    /// A value as one word of a path, a query or a form.
    func word(as name: String) throws(ServiceCallFault) -> String {
        switch self {
        case .string(let text): return text
        case .number(let number): return number.text
        case .bool(let value): return "\(value)"
        case .null, .array, .object:
            throw ServiceCallFault(
                "the argument \(name) is a JSON \(kind), and a text, number or boolean is wanted"
            )
        }
    }
}
