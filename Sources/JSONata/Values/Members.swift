/// Named values in the order in which the names were first set.
struct Members {
    private(set) var entries: [(name: String, value: Value)] = []
    private(set) var weight = Weight()
    /// Where each name stands; only large objects have it.
    private var places: [CodeUnits: Int]?

    /// Objects with more members than this are searched by hash.
    private static let longestSearch = 12

    var count: Int { entries.count }

    /// The member of that name; undefined is no member, and setting it does nothing.
    subscript(name: String) -> Value {
        get { place(of: name).map { entries[$0].value } ?? .undefined }
        set {
            weight.add(newValue.weight)
            if let place = place(of: name) {
                entries[place].value = newValue
            } else {
                append(newValue, named: name)
            }
        }
    }

    mutating func remove(_ names: [String]) {
        let removed = Set(names.compactMap { place(of: $0) })
        guard !removed.isEmpty else { return }
        entries = entries.indices.filter { !removed.contains($0) }.map { entries[$0] }
        if places != nil { indexNames() }
    }

    func contains(_ name: String) -> Bool { place(of: name) != nil }

    private mutating func append(_ value: Value, named name: String) {
        places?[CodeUnits(name)] = entries.count
        entries.append((name, value))
        if places == nil, entries.count > Self.longestSearch { indexNames() }
    }

    private mutating func indexNames() {
        var places = [CodeUnits: Int](minimumCapacity: entries.count)
        for (place, entry) in entries.enumerated() { places[CodeUnits(entry.name)] = place }
        self.places = places
    }

    private func place(of name: String) -> Int? {
        if let places { return places[CodeUnits(name)] }
        return entries.firstIndex { $0.name.isSame(as: name) }
    }
}
