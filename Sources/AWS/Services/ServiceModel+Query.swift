internal import Formats
internal import JSON

// The query protocol: a form of flattened names, and XML in answer.
extension ServiceModel {
    func queryRequest(
        _ operation: Operation,
        _ arguments: JSONObject,
        _ version: String
    ) throws(ServiceCallFault) -> AWSRequest {
        var pairs: [(String, String)] = []
        try flatten(.object(arguments), inputShape(operation), "", into: &pairs)
        return AWSRequest(query: operation.name, version: version, parameters: pairs)
    }

    private func flatten(
        _ value: JSONValue,
        _ shape: ServiceShape?,
        _ name: String,
        into pairs: inout [(String, String)]
    ) throws(ServiceCallFault) {
        switch (shape, value) {
        case (_, .null): break
        case (.structure(let members), .object(let object)):
            for (key, value) in object {
                let member = members.first { $0.isCalled(key) }
                let path = name.isEmpty ? member?.wire ?? key : "\(name).\(member?.wire ?? key)"
                try flatten(value, self.shape(member?.shape), path, into: &pairs)
            }
        case (.list(let element, let item, let isFlat), .array(let elements)):
            // An empty list is its bare name.
            if elements.isEmpty { pairs.append((name, "")) }
            for (index, value) in elements.enumerated() {
                let path = isFlat ? "\(name).\(index + 1)" : "\(name).\(item).\(index + 1)"
                try flatten(value, self.shape(element), path, into: &pairs)
            }
        case (.map(let element, let key, let valueName, let isFlat), .object(let object)):
            for (index, entry) in object.enumerated() {
                let path = isFlat ? "\(name).\(index + 1)" : "\(name).entry.\(index + 1)"
                pairs.append(("\(path).\(key)", entry.key))
                try flatten(
                    entry.value,
                    self.shape(element),
                    "\(path).\(valueName)",
                    into: &pairs
                )
            }
        case (.blob, _): pairs.append((name, Base64.encode(value.blob)))
        case (.timestamp(let format), .string(let text)):
            pairs.append((name, Self.time(text, format ?? .iso8601)?.string ?? text))
        default: pairs.append((name, try value.word(as: name)))
        }
    }

    func queryResult(
        _ operation: Operation,
        _ body: [UInt8]
    ) throws(ServiceCallFault) -> JSONValue {
        guard let wrapper = operation.wrapper else { return [:] }
        let root: XMLElement
        do throws(XMLError) {
            root = try XMLElement(parsing: body)
        } catch {
            throw ServiceCallFault("\(error)")
        }
        guard let element = root[wrapper] else { throw ServiceCallFault("no \(wrapper)") }
        return spokenValue(element, outputShape(operation))
    }

    private func spokenValue(_ element: XMLElement, _ shape: ServiceShape?) -> JSONValue {
        switch shape {
        case .structure(let members):
            var object = JSONObject()
            for member in members {
                if case .list(_, _, isFlat: true) = self.shape(member.shape) {
                    let all = element.children.filter { $0.name == member.wire }
                    if !all.isEmpty {
                        object[member.name] = .array(all.map { spokenValue($0, nil) })
                    }
                } else if let child = element[member.wire] {
                    object[member.name] = spokenValue(child, self.shape(member.shape))
                }
            }
            return .object(object)
        case .list(let item, _, _):
            return .array(element.children.map { spokenValue($0, self.shape(item)) })
        case .map(let value, let key, let valueName, _):
            let entries = element.children.compactMap { entry -> (String, JSONValue)? in
                guard let name = entry[key]?.text, let found = entry[valueName] else { return nil }
                return (name, spokenValue(found, self.shape(value)))
            }
            return .object(JSONObject(entries))
        case .number:
            return (try? JSONValue(parsing: Array(element.text.utf8))) ?? .string(element.text)
        case .boolean: return .bool(element.text == "true")
        case .blob: return JSONValue(blob: Base64.decode(element.text) ?? [])
        case .timestamp, .document, nil: return .string(element.text)
        }
    }
}
