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
        case .null: Absence(place: place, search: self)
        case .bool(let value): value
        case .number(let value): Text(text: value.text, place: place, search: self)
        case .string(let value): Text(text: value, place: place, search: self)
        case .array(let elements):
            List(
                text: value.text,
                elements: elements.map { self.value($0, at: place) },
                place: place,
                search: self
            )
        case .object(let members): Object(members: members, place: place, search: self)
        }
    }

    private func child(_ name: String, of members: JSONObject, at place: [String]) -> Any? {
        let value = members[name]
        // The search goes on if this object stands around the last one.
        let goesOn =
            pending.map { miss in
                miss.name == name && place.count < miss.place.count
                    && miss.place.starts(with: place)
            } ?? false
        if let pending, !goesOn { found.append(pending.path) }
        pending = value == nil ? Miss(name: name, place: place) : nil
        return value.map { self.value($0, at: place + [name]) }
    }

    /// What is null is printed: a gap.
    private func printedNull(at place: [String]) {
        if let pending { found.append(pending.path) }
        pending = nil
        found.append(place.joined(separator: "."))
    }

    /// An object of the order.
    private struct Object: MustacheParent, MustacheTransformable, MustacheCustomRenderable {
        let members: JSONObject
        let place: [String]
        let search: OrderSearch

        var renderText: String { JSONValue.object(members).text }
        var isNull: Bool { false }

        func child(named name: String) -> Any? { search.child(name, of: members, at: place) }

        /// Mustache's own transforms of objects, as in `{{#enumerated(address)}}`.
        func transform(_ name: String) -> Any? {
            var values: [String: Any] = [:]
            for (key, value) in members { values[key] = search.value(value, at: place + [key]) }
            return values.transform(name)
        }
    }

    /// An array of the order.
    private struct List: MustacheSequence, MustacheParent, MustacheTransformable,
        MustacheCustomRenderable
    {
        let text: String
        let elements: [Any]
        let place: [String]
        let search: OrderSearch

        var renderText: String { text }
        var isNull: Bool { false }

        func makeIterator() -> IndexingIterator<[Any]> { elements.makeIterator() }

        func child(named name: String) -> Any? { search.child(name, of: [:], at: place) }

        func transform(_ name: String) -> Any? { elements.transform(name) }
    }

    /// A text or a number of the order, which has no members.
    private struct Text: MustacheParent, MustacheTransformable, MustacheCustomRenderable {
        let text: String
        let place: [String]
        let search: OrderSearch

        var renderText: String { text }
        var isNull: Bool { false }

        func child(named name: String) -> Any? { search.child(name, of: [:], at: place) }

        func transform(_ name: String) -> Any? { text.transform(name) }
    }

    /// `null`: it prints nothing, and a section about it is left out.
    private struct Absence: MustacheParent, MustacheCustomRenderable {
        let place: [String]
        let search: OrderSearch

        var renderText: String {
            search.printedNull(at: place)
            return ""
        }
        var isNull: Bool { true }

        func child(named name: String) -> Any? { search.child(name, of: [:], at: place) }
    }
}
