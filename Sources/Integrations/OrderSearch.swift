import JSON
import Mustache

/// An order as Mustache looks into it, and what it looked for in vain.
///
/// Mustache asks the innermost object for a name first, then those around it; only when none has it is it missing.
final class OrderSearch {
    private var found: [String] = []
    /// What the last object that was asked did not have: those around it may be asked next.
    private var pending: Miss?

    private struct Miss {
        let name: String
        /// Where the object stands.
        let place: [String]

        var path: String { (place + [name]).joined(separator: ".") }
    }

    /// The names that no object had, in the order in which they were looked for.
    var missing: [String] {
        let all = found + (pending.map { [$0.path] } ?? [])
        return all.enumerated().filter { !all[..<$0.offset].contains($0.element) }.map(\.element)
    }

    /// The value as Mustache looks into it: by objects, lists and things that print.
    func value(_ value: JSONValue, at place: [String] = []) -> Any {
        switch value {
        case .null: Absence()
        case .bool(let value): value
        case .number(let value): value.text
        case .string(let value): value
        case .array(let elements):
            List(text: value.text, elements: elements.map { self.value($0, at: place) })
        case .object(let members): Object(members: members, place: place, search: self)
        }
    }

    private func child(_ name: String, of object: Object) -> Any? {
        let value = object.members[name]
        // The search goes on if this object stands around the last one.
        let goesOn =
            pending.map { miss in
                miss.name == name && object.place.count < miss.place.count
                    && miss.place.starts(with: object.place)
            } ?? false
        if let pending, !goesOn { found.append(pending.path) }
        pending = value == nil ? Miss(name: name, place: object.place) : nil
        return value.map { self.value($0, at: object.place + [name]) }
    }

    /// An object of the order.
    private struct Object: MustacheParent, MustacheTransformable, MustacheCustomRenderable {
        let members: JSONObject
        let place: [String]
        let search: OrderSearch

        var renderText: String { JSONValue.object(members).text }
        var isNull: Bool { false }

        func child(named name: String) -> Any? { search.child(name, of: self) }

        /// Mustache's own transforms of objects, as in `{{#enumerated(address)}}`.
        func transform(_ name: String) -> Any? {
            var values: [String: Any] = [:]
            for (key, value) in members { values[key] = search.value(value, at: place + [key]) }
            return values.transform(name)
        }
    }

    /// An array of the order.
    private struct List: MustacheSequence, MustacheTransformable, MustacheCustomRenderable {
        let text: String
        let elements: [Any]

        var renderText: String { text }
        var isNull: Bool { false }

        func makeIterator() -> IndexingIterator<[Any]> { elements.makeIterator() }

        func transform(_ name: String) -> Any? { elements.transform(name) }
    }

    /// `null`: it prints nothing, and a section about it is left out.
    private struct Absence: MustacheCustomRenderable {
        var renderText: String { "" }
        var isNull: Bool { true }
    }
}
