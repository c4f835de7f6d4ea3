internal import JSON

extension DefinitionReader {
    /// A template such as `Parameters` or `Output`; nil when the field is absent.
    mutating func template(_ name: String, in fields: Fields) -> Template? {
        guard let value = fields[name] else { return nil }
        switch language {
        case .jsonPath: return template(value, at: fields / name)
        case .jsonata: return queryTemplate(value, at: fields / name)
        }
    }

    /// What is computed in a template is a member of an object whose name ends in `.$`.
    private mutating func template(_ value: JSONValue, at place: Place) -> Template {
        switch value {
        case .null, .bool, .number, .string: return .literal(value)
        case .array(let elements):
            var templates: [Template] = []
            for (index, element) in elements.enumerated() {
                templates.append(template(element, at: place[index]))
            }
            return templates.allSatisfy { $0.literal != nil } ? .literal(value) : .array(templates)
        case .object(let members): return template(members, at: place)
        }
    }

    private mutating func template(_ members: JSONObject, at place: Place) -> Template {
        var templates: [Template.Member] = []
        var seen: Set<String> = []
        for (field, value) in members {
            let isComputed = field.hasSuffix(".$")
            let name = isComputed ? String(field.dropLast(2)) : field
            if !seen.insert(name).inserted {
                report("The field '\(name)' occurs with and without '.$'", at: place / field)
            }
            let template =
                isComputed
                ? expression(value, field: field, at: place, exactly: place / field)
                : template(value, at: place / field)
            templates.append(Template.Member(name: name, field: field, value: template))
        }
        let isLiteral = templates.allSatisfy { $0.name == $0.field && $0.value.literal != nil }
        return isLiteral ? .literal(.object(members)) : .object(templates)
    }

    /// A path or a call of an intrinsic function.
    mutating func expression(
        _ value: JSONValue,
        field: String,
        at place: Place,
        exactly exactPlace: Place? = nil
    ) -> Template {
        if let text = value.string?.trimmingBlanks {
            if text.hasPrefix("$") {
                if let path = JSONPath(text) { return .path(path) }
            } else if let call = IntrinsicCall(text) {
                return .intrinsic(call)
            }
        }
        report(
            "The value for the field '\(field)' must be a valid JSONPath or a valid intrinsic "
                + "function call",
            at: place,
            exactly: exactPlace
        )
        return .literal(.null)
    }

    /// A field like `SecondsPath` whose value is a path.
    mutating func path(_ name: String, in fields: Fields) -> JSONPath? {
        guard let text = string(name, in: fields) else { return nil }
        guard let path = JSONPath(text) else {
            report("Value is not a valid JSONPath", at: fields / name)
            return nil
        }
        return path
    }

    /// A field like `SecondsPath` whose value is a Reference Path: its syntax names one place.
    mutating func referencePath(
        _ name: String,
        in fields: Fields,
        ofContext: Bool = true
    ) -> JSONPath? {
        guard let path = path(name, in: fields) else { return nil }
        guard path.isReference, ofContext || path.root != .context else {
            report(noReferencePathAt: fields / name)
            return nil
        }
        return path
    }

    mutating func report(noReferencePathAt place: Place) {
        report("Value is not a Reference Path", at: place)
    }

    /// The `…Path` twin of a field; only JSONPath has it.
    mutating func pathTwin(
        of name: String,
        in fields: Fields,
        ofContext: Bool = true
    ) -> JSONPath? {
        guard language == .jsonPath else { return nil }
        return referencePath(name + "Path", in: fields, ofContext: ofContext)
    }

    /// The value of a field, or what its `…Path` twin leads to, in the context object too if that is taken there.
    mutating func number(
        _ name: String,
        in fields: Fields,
        range: ClosedRange<Int>,
        ofContext: Bool = true
    ) -> Template? {
        refuseTogether([name, name + "Path"], in: fields)
        if let path = pathTwin(of: name, in: fields, ofContext: ofContext) { return .path(path) }
        if let query = query(name, in: fields) { return query }
        return integer(name, in: fields, range: range).map { .literal(.number($0)) }
    }

    /// The same for a number that need not be whole, without the context object.
    mutating func percentage(_ name: String, in fields: Fields) -> Template? {
        refuseTogether([name, name + "Path"], in: fields)
        if let path = pathTwin(of: name, in: fields, ofContext: false) { return .path(path) }
        if let query = query(name, in: fields) { return query }
        return number(name, in: fields, range: 0...100).map { .literal(.number($0)) }
    }

    /// How data goes through a state that speaks JSONPath.
    mutating func jsonPathFlow(
        _ fields: Fields,
        parameters: String,
        result: JSONValue?
    ) -> JSONPathFlow {
        JSONPathFlow(
            inputPath: pathField("InputPath", in: fields),
            parameters: template(parameters, in: fields),
            result: result,
            resultSelector: template("ResultSelector", in: fields),
            resultPath: resultPlace(in: fields),
            outputPath: pathField("OutputPath", in: fields),
            assign: assign(in: fields)
        )
    }

    private mutating func pathField(_ name: String, in fields: Fields) -> JSONPathFlow.PathField {
        switch fields[name] {
        case nil: return .whole
        case .null: return .nothing
        case .some:
            guard let path = path(name, in: fields), !path.isWholeInput else { return .whole }
            return .path(path)
        }
    }

    mutating func resultPlace(in fields: Fields) -> JSONPathFlow.ResultPlace {
        switch fields["ResultPath"] {
        case nil: return .replace
        case .null: return .discard
        case .some:
            guard let path = path("ResultPath", in: fields), !path.isWholeInput else {
                return .replace
            }
            guard let reference = ReferencePath(path) else {
                report(noReferencePathAt: fields / "ResultPath")
                return .replace
            }
            return .insert(reference)
        }
    }

    mutating func assign(in fields: Fields) -> Template? {
        guard let members = object("Assign", in: fields) else { return nil }
        for field in members.keys {
            let name = field.hasSuffix(".$") ? String(field.dropLast(2)) : field
            if name == "states" || !Self.isVariableName(name) {
                report("'\(name)' is not a valid variable name", at: fields / "Assign" / field)
            }
            warnOfShadowing(name, at: fields / "Assign" / field)
        }
        return template("Assign", in: fields)
    }

    /// Unicode's identifiers (UAX 31), of at most 80 characters.
    private static func isVariableName(_ name: String) -> Bool {
        let scalars = name.unicodeScalars
        guard let first = scalars.first, scalars.count <= 80 else { return false }
        return (first.properties.isIDStart || first == "_")
            && scalars.allSatisfy { $0.properties.isIDContinue }
    }
}
