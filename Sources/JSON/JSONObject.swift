private import OrderedCollections

/// The members of a JSON object in the order in which they were written.
///
/// Two objects are equal when they have the same members, in whatever order (RFC 8259 §4).
public struct JSONObject: Sendable {
    private var members: OrderedDictionary<String, JSONValue>

    public init() { members = [:] }

    /// The members in this order; of two with one name the later value stays, in the earlier place.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        self.members = OrderedDictionary(members, uniquingKeysWith: { $1 })
    }

    public var count: Int { members.count }
    public var isEmpty: Bool { members.isEmpty }

    /// The names in order.
    public var keys: [String] { Array(members.keys) }

    /// The values in the order of their names.
    public var values: [JSONValue] { Array(members.values) }

    /// The member of that name. A new name goes to the end; nil removes the member.
    public subscript(key: String) -> JSONValue? {
        get { members[key] }
        set { members[key] = newValue }
    }

    /// The members with each value replaced by what `transform` makes of it.
    public func mapValues<Failure: Error>(
        _ transform: (JSONValue) throws(Failure) -> JSONValue
    ) throws(Failure) -> JSONObject {
        var result = JSONObject()
        for (key, value) in members { result.members[key] = try transform(value) }
        return result
    }

    /// Removes the member and answers its value, or nil when there is none.
    @discardableResult
    public mutating func removeValue(forKey key: String) -> JSONValue? {
        members.removeValue(forKey: key)
    }

    /// Adds a member unless the name is taken, and says whether it did.
    mutating func insert(_ value: JSONValue, forKey key: String) -> Bool {
        members.updateValue(value, forKey: key, insertingAt: members.count).originalMember == nil
    }
}

extension JSONObject: Sequence {
    /// The members one after the other, in order.
    public struct Iterator: IteratorProtocol {
        fileprivate var members: OrderedDictionary<String, JSONValue>.Elements.SubSequence.Iterator

        public mutating func next() -> (key: String, value: JSONValue)? { members.next() }
    }

    public func makeIterator() -> Iterator {
        Iterator(members: members.elements[...].makeIterator())
    }
}

extension JSONObject: Hashable {
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count && left.members.allSatisfy { right.members[$0.key] == $0.value }
    }

    public func hash(into hasher: inout Hasher) {
        // Order must not matter, so the members' own hashes are added up.
        var sum = 0
        for (key, value) in members {
            var member = Hasher()
            member.combine(key)
            member.combine(value)
            sum &+= member.finalize()
        }
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
