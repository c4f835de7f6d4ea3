internal import Formats
internal import FoundationEssentials
internal import JSON

// Arguments and results in JSON: how Step Functions spells them, and how the service does.
extension ServiceModel {
    /// A value as the service wants it.
    func wireValue(_ value: JSONValue, _ shape: ServiceShape?) -> JSONValue {
        switch (shape, value) {
        case (.blob, _): value.isNull ? value : .string(Base64.encode(value.blob))
        case (.timestamp(let format), .string(let text)):
            Self.time(text, format ?? .seconds) ?? value
        case (.document, _), (.timestamp, _), (.number, _), (.boolean, _): value
        case (.list(let element, _, _), .array(let elements)):
            .array(elements.map { wireValue($0, self.shape(element)) })
        case (.map(let element, _, _, _), .object(let members)):
            .object(members.mapValues { wireValue($0, self.shape(element)) })
        case (.structure(let members), .object(let object)):
            .object(wireMembers(object, members))
        case (nil, .object(let object)) where isLowercase: .object(wireMembers(object, []))
        case (nil, .array(let elements)) where isLowercase:
            .array(elements.map { wireValue($0, nil) })
        default: value
        }
    }

    func wireMembers(_ object: JSONObject, _ members: [ServiceShape.Member]) -> JSONObject {
        JSONObject(
            object.map { name, value in
                guard let member = members.first(where: { $0.isCalled(name) }) else {
                    return (isLowercase ? name.lowercasedFirst : name, wireValue(value, nil))
                }
                return (member.wire, wireValue(value, of: member))
            }
        )
    }

    func wireValue(_ value: JSONValue, of member: ServiceShape.Member) -> JSONValue {
        if member.isJSONText, value.string == nil { return .string(value.text) }
        return wireValue(value, shape(member.shape))
    }

    /// A value as Step Functions gives it, of what the service answered.
    func spokenValue(_ value: JSONValue, _ shape: ServiceShape?) -> JSONValue {
        switch (shape, value) {
        case (.blob, .string(let text)): JSONValue(blob: Base64.decode(text) ?? Array(text.utf8))
        case (.timestamp, .number(let number)):
            .string(Self.text(Date(timeIntervalSince1970: number.double)))
        case (.document, _), (.timestamp, _), (.number, _), (.boolean, _), (.blob, _): value
        case (.list(let element, _, _), .array(let elements)):
            .array(elements.map { spokenValue($0, self.shape(element)) })
        case (.map(let element, _, _, _), .object(let members)):
            .object(members.mapValues { spokenValue($0, self.shape(element)) })
        case (.structure(let members), .object(let object)):
            .object(spokenMembers(object, members))
        case (nil, .object(let object)): .object(spokenMembers(object, []))
        case (nil, .array(let elements)): .array(elements.map { spokenValue($0, nil) })
        default: value
        }
    }

    private func spokenMembers(
        _ object: JSONObject,
        _ members: [ServiceShape.Member]
    ) -> JSONObject {
        // Where names begin with capitals already, what has no shape stays as it is: it may be a map.
        guard isLowercase || !members.isEmpty else { return object }
        return JSONObject(
            object.map { name, value in
                guard let member = members.first(where: { $0.wire == name }) else {
                    return (isLowercase ? name.uppercasedFirst : name, spokenValue(value, nil))
                }
                return (member.name, spokenValue(value, shape(member.shape)))
            }
        )
    }
}

// Times.
extension ServiceModel {
    /// A time that a workflow gives, as the service wants it; nil when the text is none.
    static func time(_ text: String, _ format: ServiceShape.TimeFormat) -> JSONValue? {
        guard let date = Timestamp.date(text) else { return nil }
        switch format {
        case .seconds: return JSONNumber(date.timeIntervalSince1970).map(JSONValue.number)
        case .iso8601: return .string(Self.text(date))
        case .http:
            let seconds = Int(date.timeIntervalSince1970.rounded(.down))
            let text = HTTPDate.text(secondsSince1970: seconds)
            return .string(String(decoding: text, as: UTF8.self))
        }
    }

    /// As Java's `Instant` writes it, which Step Functions answers with: a fraction only where there is one.
    static func text(_ date: Date) -> String {
        let text = Timestamp.text(date)
        return text.hasSuffix(".000Z") ? "\(text.dropLast(5))Z" : text
    }
}

extension ServiceShape.Member {
    /// Whether a workflow means it by that name: the service's own is as good.
    func isCalled(_ text: String) -> Bool { text == name || text == wire }
}

extension JSONValue {
    /// The bytes that a workflow means by a value: a text's own, else those of its JSON.
    var blob: [UInt8] { string.map { Array($0.utf8) } ?? bytes }

    /// Bytes as a text; in Base64 when they are none.
    init(blob bytes: [UInt8]) {
        self = .string(String(validating: bytes, as: UTF8.self) ?? Base64.encode(bytes))
    }
}
