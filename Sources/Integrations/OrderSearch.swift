import JSON
import Mustache

/// An order as Mustache looks into it, and what it looked for in vain.
///
/// Mustache asks the innermost object for a name first, then those around it; only when none has it is it missing.
final class OrderSearch {
    private var found: [String] = []
    /// What the last object that was asked did not have: those around it are asked next.
    private var pending: (name: String, path: String)?

    /// The names that no object had, in the order in which they were looked for.
    var missing: [String] {
        let all = found + (pending.map { [$0.path] } ?? [])
        return all.enumerated().filter { !all[..<$0.offset].contains($0.element) }.map(\.element)
    }

    /// The value as Mustache looks into it: by dictionaries, arrays and things that print.
    func value(_ value: JSONValue, at path: String = "") -> Any {
        switch value {
        case .null: Absence()
        case .bool(let value): value
        case .number(let value): value.text
        case .string(let value): value
        case .array(let elements): elements.map { self.value($0, at: path) }
        case .object(let members): Object(members: members, path: path, search: self)
        }
    }

    private func child(_ name: String, of object: Object) -> Any? {
        let path = object.path.isEmpty ? name : "\(object.path).\(name)"
        guard let value = object.members[name] else {
            if let pending, pending.name != name { found.append(pending.path) }
            // Of the objects that are asked in turn the outermost one's name is the shortest.
            pending = (name, path)
            return nil
        }
        if let pending, pending.name != name { found.append(pending.path) }
        pending = nil
        return self.value(value, at: path)
    }

    /// An object of the order.
    private struct Object: MustacheParent, MustacheTransformable {
        let members: JSONObject
        let path: String
        let search: OrderSearch

        func child(named name: String) -> Any? { search.child(name, of: self) }

        /// Mustache's own transforms of objects, as in `{{#enumerated(address)}}`.
        func transform(_ name: String) -> Any? {
            var values: [String: Any] = [:]
            for (key, value) in members { values[key] = search.value(value, at: path) }
            return values.transform(name)
        }
    }

    /// `null`: it prints nothing, and a section about it is left out.
    private struct Absence: MustacheCustomRenderable {
        var renderText: String { "" }
        var isNull: Bool { true }
    }
}
