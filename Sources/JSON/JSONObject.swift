/// The members of a JSON object in the order in which they were written.
///
/// Two objects are equal when they have the same members, in whatever order (RFC 8259 §4). Names are
/// compared code unit by code unit (§8.3): two spellings of one character are two names.
package struct JSONObject: Sendable {
    private var members: [Member] = []
    /// Where each name stands; only large objects have it, for a short search is faster without.
    private var places: [Name: Int]?

    fileprivate struct Member: Sendable {
        let name: String
        var value: JSONValue
    }

    /// Room for so many members is made at once.
    private static let usualCount = 4

    /// Objects with more members than this are searched by hash.
    private static let longestSearch = 16

    package init() {}

    /// The members in this order; of two with one name the later value stays, in the earlier place.
    package init(_ members: some Sequence<(String, JSONValue)>) {
        self.members.reserveCapacity(members.underestimatedCount)
        for (name, value) in members { self[name] = value }
    }

    package var count: Int { members.count }

    package var isEmpty: Bool { members.isEmpty }

    /// The names in order.
    package var keys: [String] { members.map(\.name) }

    /// The values in the order of their names.
    package var values: [JSONValue] { members.map(\.value) }

    /// The member of that name.
    ///
    /// A new name goes to the end; nil removes the member.
    package subscript(key: String) -> JSONValue? {
        get {
            guard let place = place(of: key) else { return nil }
            return members[place].value
        }
        set {
            switch (place(of: key), newValue) {
            case (let place?, let value?): members[place].value = value
            case (nil, let value?): append(value, forKey: key)
            case (.some, nil): removeValue(forKey: key)
            case (nil, nil): return
            }
        }
    }

    /// Appends the object as compact JSON text in UTF-8.
    package func write(into output: inout [UInt8]) { JSONValue.object(self).write(into: &output) }

    /// Puts the object's text until there are more bytes than so many, and says whether there are not.
    func put(into buffer: inout TextBuffer, upTo maximum: Int) -> Bool {
        buffer.put(UInt8(ascii: "{"))
        // By place: an iterator would copy every member.
        for place in members.indices {
            buffer.put(name: members[place].name, isFirst: place == 0)
            guard buffer.put(members[place].value, upTo: maximum) else { return false }
        }
        buffer.put(UInt8(ascii: "}"))
        return true
    }

    /// Whether a member is nested deeper than so many levels.
    func hasMember(nestedDeeperThan depth: Int) -> Bool {
        for place in members.indices where members[place].value.isNested(deeperThan: depth) {
            return true
        }
        return false
    }

    /// The members with each value replaced by what `transform` makes of it.
    package func mapValues<Failure: Error>(
        _ transform: (JSONValue) throws(Failure) -> JSONValue
    ) throws(Failure) -> JSONObject {
        var result = self
        for place in members.indices {
            result.members[place].value = try transform(members[place].value)
        }
        return result
    }

    /// Removes the member and answers its value, or nil when there is none.
    @discardableResult
    package mutating func removeValue(forKey key: String) -> JSONValue? {
        guard let place = place(of: key) else { return nil }
        let member = members.remove(at: place)
        if places != nil { indexNames() }
        return member.value
    }

    /// Adds a member unless the name is taken, and says whether it did.
    mutating func insert(_ value: JSONValue, forKey key: String) -> Bool {
        guard place(of: key) == nil else { return false }
        append(value, forKey: key)
        return true
    }

    private mutating func append(_ value: JSONValue, forKey key: String) {
        places?[Name(key)] = members.count
        if members.isEmpty { members.reserveCapacity(Self.usualCount) }
        members.append(Member(name: key, value: value))
        if places == nil, members.count > Self.longestSearch { indexNames() }
    }

    private func place(of key: String) -> Int? {
        if let places { return places[Name(key)] }
        let key = key.utf8.span
        // By place: a closure would be handed a copy of every member.
        for place in members.indices where members[place].name.hasCodeUnits(key) { return place }
        return nil
    }

    private mutating func indexNames() {
        guard members.count > Self.longestSearch else {
            places = nil
            return
        }
        var places = [Name: Int](minimumCapacity: members.count)
        for (place, member) in members.enumerated() { places[Name(member.name)] = place }
        self.places = places
    }

    /// A name as a key: equal only to the same code units.
    private struct Name: Hashable {
        let text: String

        init(_ text: String) { self.text = text }

        static func == (left: Name, right: Name) -> Bool {
            left.text.hasSameCodeUnits(as: right.text)
        }

        // Strings that have the same code units have the same hash; that is all it must say.
        func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
    }
}

extension JSONObject: Sequence {
    /// The members one after the other, in order.
    package struct Iterator: IteratorProtocol {
        fileprivate var members: IndexingIterator<[Member]>

        /// The next member, or nil after the last.
        package mutating func next() -> (key: String, value: JSONValue)? {
            members.next().map { ($0.name, $0.value) }
        }
    }

    /// The members one after the other, in order.
    package func makeIterator() -> Iterator { Iterator(members: members.makeIterator()) }

    package var underestimatedCount: Int { members.count }
}

extension JSONObject: Hashable {
    /// Whether both have the same members.
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count && left.members.allSatisfy { right[$0.name] == $0.value }
    }

    /// Feeds the members to the hasher in a way that does not depend on their order.
    package func hash(into hasher: inout Hasher) {
        var sum = 0
        for (key, value) in self {
            var member = Hasher()
            member.combine(key)
            member.combine(value)
            sum &+= member.finalize()
        }
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}

extension String {
    /// Whether both are the same code units; `==` would take two spellings of a character for one.
    func hasSameCodeUnits(as other: String) -> Bool {
        hasCodeUnits(other.utf8.span)
    }

    /// Whether its code units are these.
    func hasCodeUnits(_ others: borrowing Span<UInt8>) -> Bool {
        guard utf8.count == others.count else { return false }
        let own = utf8.span
        for place in own.indices where own[place] != others[place] { return false }
        return true
    }
}
