internal import JSON

/// The members of one object of a definition, and where it stands.
struct Fields {
    let members: JSONObject
    let place: Place

    init(_ members: JSONObject, at place: Place) {
        self.members = members
        self.place = place
    }

    subscript(name: String) -> JSONValue? { members[name] }

    /// Where a member stands.
    static func / (fields: Fields, name: String) -> Place { fields.place / name }
}

/// Each of these answers nil when the field is absent, and also, after a report, when it is wrong.
extension DefinitionReader {
    mutating func string(_ name: String, in fields: Fields) -> String? {
        guard let value = fields[name] else { return nil }
        if value.string == nil { report("Expected value of type String", at: fields / name) }
        return value.string
    }

    mutating func bool(_ name: String, in fields: Fields) -> Bool? {
        guard let value = fields[name] else { return nil }
        if value.bool == nil { report("Expected value of type Boolean", at: fields / name) }
        return value.bool
    }

    mutating func object(_ name: String, in fields: Fields) -> JSONObject? {
        guard let value = fields[name] else { return nil }
        if value.object == nil { report("Expected value of type Object", at: fields / name) }
        return value.object
    }

    /// The objects of an array field.
    mutating func objects(_ name: String, in fields: Fields) -> [Fields] {
        guard let value = fields[name] else { return [] }
        guard let elements = value.array else {
            report("Expected value of type Array", at: fields / name)
            return []
        }
        var objects: [Fields] = []
        for (index, element) in elements.enumerated() {
            let place = (fields / name)[index]
            if let object = element.object {
                objects.append(Fields(object, at: place))
            } else {
                report("Expected value of type Object", at: place)
            }
        }
        return objects
    }

    mutating func positiveInteger(_ name: String, in fields: Fields) -> Int? {
        integer(name, in: fields, range: 1...99_999_999)
    }

    mutating func integer(_ name: String, in fields: Fields, range: ClosedRange<Int>) -> Int? {
        guard let value = fields[name] else { return nil }
        guard let integer = value.int else {
            report("Expected value of type Integer", at: fields / name)
            return nil
        }
        return checked(integer, in: range, at: fields / name)
    }

    mutating func number(
        _ name: String,
        in fields: Fields,
        range: ClosedRange<Double>
    ) -> JSONNumber? {
        guard let value = fields[name] else { return nil }
        guard let number = value.number else {
            report("Expected value of type Numeric", at: fields / name)
            return nil
        }
        return checked(number.double, in: range, at: fields / name).map { _ in number }
    }

    private mutating func checked<Number: Comparable>(
        _ number: Number,
        in range: ClosedRange<Number>,
        at place: Place
    ) -> Number? {
        if range.contains(number) { return number }
        report(
            number < range.lowerBound
                ? "Minimum value is \(range.lowerBound)" : "Maximum value is \(range.upperBound)",
            at: place
        )
        return nil
    }

    /// Whether all are there.
    mutating func require(_ names: [String], in fields: Fields) -> Bool {
        let missing = names.filter { fields[$0] == nil }
        guard !missing.isEmpty else { return true }
        report(
            "These fields are required: [\(missing.joined(separator: ", "))]",
            at: fields.place
        )
        return false
    }

    /// Reports when more than one is there.
    mutating func refuseTogether(_ names: [String], in fields: Fields) {
        let present = names.filter { fields[$0] != nil }
        guard present.count > 1 else { return }
        report(
            "There should only be one of the following fields: [\(present.joined(separator: ", "))]",
            at: fields.place
        )
    }

    mutating func refuseUnknown(in fields: Fields, known: Set<String>) {
        for name in fields.members.keys where !known.contains(name) {
            report("Field '\(name)' is not supported", at: fields.place, exactly: fields / name)
        }
    }

    /// The same for fields that both languages or only one of them have.
    mutating func refuseUnknown(
        in fields: Fields,
        known: (QueryLanguage) -> Set<String>
    ) {
        let (own, foreign) = (known(language), known(language.other))
        for name in fields.members.keys where !own.contains(name) {
            let fault =
                foreign.contains(name)
                ? "The QueryLanguage is set to '\(language.rawValue)', but field '\(name)' is only "
                    + "supported for the '\(language.other.rawValue)' QueryLanguage"
                : "Field '\(name)' is not supported"
            report(fault, at: fields.place, exactly: fields / name)
        }
    }
}
