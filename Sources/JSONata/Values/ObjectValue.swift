import JSON

/// An object; a class, because the transform operator changes objects where they stand in its copy.
final class ObjectValue {
    private var storage: Storage
    /// How often a member was read of an object that came in as JSON.
    private var reads = 0
    /// The members that were read since it was seen to be read often.
    private var kept: [(name: String, value: Value)] = []

    /// An object that came in as JSON is looked into only where the expression does.
    private enum Storage {
        case json(JSONObject)
        case members(Members)
    }

    init(_ members: Members = Members()) { storage = .members(members) }

    init(_ object: JSONObject) { storage = .json(object) }

    var count: Int {
        switch storage {
        case .json(let object): object.count
        case .members(let members): members.count
        }
    }

    var weight: Weight {
        switch storage {
        case .json: Weight()
        case .members(let members): members.weight
        }
    }

    /// The object as it came in, when it did.
    var json: JSONObject? {
        guard case .json(let object) = storage else { return nil }
        return object
    }

    /// The member of that name, or undefined.
    subscript(name: String) -> Value {
        switch storage {
        case .json(let object): object[name].map { Value($0) } ?? .undefined
        case .members(let members): members[name]
        }
    }

    /// The member of that name, and whether it was made of JSON for this.
    ///
    /// An object that is read again and again keeps the members that it had to make, lest a loop over a
    /// large input makes them each time.
    func read(_ name: String) -> (value: Value, isNew: Bool) {
        guard case .json(let object) = storage else { return (self[name], false) }
        if let place = kept.firstIndex(where: { $0.name == name }) {
            return (kept[place].value, false)
        }
        guard let json = object[name] else { return (.undefined, false) }
        let value = Value(json)
        reads += 1
        if reads > Self.readsBeforeKeeping, kept.count < Self.mostKept, value.isContainer {
            kept.append((name, value))
        }
        return (value, true)
    }

    private static let readsBeforeKeeping = 4
    private static let mostKept = 8

    /// The members as JavaScript lists them: integer-like names first, in their order.
    var members: [(name: String, value: Value)] {
        let members: [(name: String, value: Value)] =
            switch storage {
            case .json(let object): object.map { ($0.key, Value($0.value)) }
            case .members(let members): members.entries
            }
        guard members.contains(where: { $0.name.couldBeIndex }) else { return members }
        let indexed = members.compactMap { member in
            member.name.arrayIndex.map { (index: $0, member: member) }
        }
        guard !indexed.isEmpty else { return members }
        return indexed.sorted { $0.index < $1.index }.map(\.member)
            + members.filter { $0.name.arrayIndex == nil }
    }

    /// Changes the members where they are; everyone who has the object sees it.
    func change(_ change: (inout Members) -> Void) {
        var members: Members
        switch storage {
        case .json(let object):
            members = Members()
            kept = []
            for (name, value) in object { members[name] = Value(value) }
        case .members(let own):
            members = own
            storage = .members(Members())
        }
        change(&members)
        storage = .members(members)
    }
}
