/// One comparison of a value with a schema.
struct SchemaRun {
    let root: JSONValue
    private(set) var faults: [JSONSchema.Fault] = []

    init(root: JSONValue) { self.root = root }

    /// The schema that a reference names: `#`, or `#/` and a JSON pointer.
    func target(_ reference: String) -> JSONValue? {
        guard reference.hasPrefix("#") else { return nil }
        return JSONPointer(String(reference.dropFirst())).flatMap { root[$0] }
    }

    mutating func check(_ value: JSONValue, _ schema: JSONValue, at place: String, depth: Int) {
        guard faults.count < JSONSchema.maximumFaults else { return }
        // A reference to itself would be followed for ever.
        guard depth < JSONSchema.maximumDepth else { return add(place, "is nested too deeply") }
        if schema.bool == false { return add(place, "must not be there") }
        guard let members = schema.object else { return }
        if let reference = members["$ref"]?.string, let target = target(reference) {
            check(value, target, at: place, depth: depth + 1)
        }
        checkKind(value, members, at: place)
        checkCombinations(value, members, at: place, depth: depth + 1)
        switch value {
        case .string(let text): check(text, members, at: place)
        case .number(let number): check(number, members, at: place)
        case .array(let elements): check(elements, members, at: place, depth: depth + 1)
        case .object(let object): check(object, members, at: place, depth: depth + 1)
        case .null, .bool: break
        }
    }

    private mutating func add(_ place: String, _ detail: String) {
        faults.append(JSONSchema.Fault(pointer: place, detail: detail))
    }

    /// Whether a value meets a schema; what is wrong is forgotten.
    private func meets(_ value: JSONValue, _ schema: JSONValue, depth: Int) -> Bool {
        var run = SchemaRun(root: root)
        run.check(value, schema, at: "", depth: depth)
        return run.faults.isEmpty
    }
}

extension SchemaRun {
    private mutating func checkKind(
        _ value: JSONValue,
        _ schema: JSONObject,
        at place: String
    ) {
        if let type = schema["type"] {
            let kinds = type.array?.compactMap(\.string) ?? [type.string].compactMap { $0 }
            if !kinds.contains(where: { Self.has(value, kind: $0) }) {
                add(place, "must be of type \(kinds.joined(separator: " or "))")
            }
        }
        if let values = schema["enum"]?.array, !values.contains(value) {
            add(place, "must be one of \(values.map(\.text).joined(separator: ", "))")
        }
        if let only = schema["const"], only != value { add(place, "must be \(only.text)") }
    }

    private static func has(_ value: JSONValue, kind: String) -> Bool {
        switch (kind, value) {
        case ("null", .null), ("boolean", .bool), ("string", .string), ("number", .number),
            ("array", .array), ("object", .object):
            true
        case ("integer", .number(let number)): number.double == number.double.rounded()
        default: false
        }
    }

    private mutating func checkCombinations(
        _ value: JSONValue,
        _ schema: JSONObject,
        at place: String,
        depth: Int
    ) {
        for part in schema["allOf"]?.array ?? [] { check(value, part, at: place, depth: depth) }
        if let parts = schema["anyOf"]?.array,
            !parts.contains(where: { meets(value, $0, depth: depth) })
        {
            add(place, "is like none of the forms that are possible")
        }
        if let parts = schema["oneOf"]?.array {
            let count = parts.count { meets(value, $0, depth: depth) }
            if count != 1 { add(place, "is like \(count) of the possible forms instead of one") }
        }
        if let part = schema["not"], meets(value, part, depth: depth) {
            add(place, "has a form that is excluded")
        }
        if let condition = schema["if"] {
            let branch = schema[meets(value, condition, depth: depth) ? "then" : "else"]
            if let branch { check(value, branch, at: place, depth: depth) }
        }
    }

    private mutating func check(_ text: String, _ schema: JSONObject, at place: String) {
        let count = text.unicodeScalars.count
        if let least = schema["minLength"]?.int, count < least {
            add(place, "must have at least \(least) characters")
        }
        if let most = schema["maxLength"]?.int, count > most {
            add(place, "must have at most \(most) characters")
        }
    }

    private mutating func check(_ number: JSONNumber, _ schema: JSONObject, at place: String) {
        let value = number.double
        if let least = schema["minimum"]?.number, value < least.double {
            add(place, "must be at least \(least.text)")
        }
        if let most = schema["maximum"]?.number, value > most.double {
            add(place, "must be at most \(most.text)")
        }
        if let bound = schema["exclusiveMinimum"]?.number, value <= bound.double {
            add(place, "must be more than \(bound.text)")
        }
        if let bound = schema["exclusiveMaximum"]?.number, value >= bound.double {
            add(place, "must be less than \(bound.text)")
        }
        if let step = schema["multipleOf"]?.number, step.double > 0 {
            let quotient = value / step.double
            // 0.3 is a multiple of 0.1 for people, and not quite for binary fractions.
            if abs(quotient - quotient.rounded()) > 1e-9 * max(1, abs(quotient)) {
                add(place, "must be a multiple of \(step.text)")
            }
        }
    }

    private mutating func check(
        _ elements: [JSONValue],
        _ schema: JSONObject,
        at place: String,
        depth: Int
    ) {
        if let least = schema["minItems"]?.int, elements.count < least {
            add(place, "must have at least \(least) elements")
        }
        if let most = schema["maxItems"]?.int, elements.count > most {
            add(place, "must have at most \(most) elements")
        }
        if schema["uniqueItems"]?.bool == true, Set(elements).count < elements.count {
            add(place, "has an element twice")
        }
        let first = schema["prefixItems"]?.array ?? []
        for (index, element) in elements.enumerated() {
            guard let part = index < first.count ? first[index] : schema["items"] else { continue }
            check(element, part, at: "\(place)/\(index)", depth: depth)
        }
        if let part = schema["contains"],
            !elements.contains(where: { meets($0, part, depth: depth) })
        {
            add(place, "lacks an element of the form that must be there")
        }
    }

    private mutating func check(
        _ object: JSONObject,
        _ schema: JSONObject,
        at place: String,
        depth: Int
    ) {
        for name in schema["required"]?.array ?? [] {
            if let name = name.string, object[name] == nil {
                add("\(place)/\(JSONPointer.escape(name))", "is required")
            }
        }
        for (name, others) in schema["dependentRequired"]?.object ?? [:] where object[name] != nil {
            for other in others.array?.compactMap(\.string) ?? [] where object[other] == nil {
                add("\(place)/\(JSONPointer.escape(other))", "is required beside \(name)")
            }
        }
        if let least = schema["minProperties"]?.int, object.count < least {
            add(place, "must have at least \(least) members")
        }
        if let most = schema["maxProperties"]?.int, object.count > most {
            add(place, "must have at most \(most) members")
        }
        for (name, value) in object {
            let place = "\(place)/\(JSONPointer.escape(name))"
            if let part = schema["propertyNames"] {
                check(.string(name), part, at: place, depth: depth)
            }
            if let part = schema["properties"]?[name] ?? schema["additionalProperties"] {
                check(value, part, at: place, depth: depth)
            }
        }
    }
}
