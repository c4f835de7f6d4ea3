/// Every line of control that has not ended, by its id.
///
/// Most executions have the machine's own alone, which stands in its place and in no table.
struct Branches: Sendable, Equatable {
    private var own: Branch?
    private var others: [Int: Branch] = [:]

    /// The id of the machine's own.
    static let ownId = 0

    subscript(id: Int) -> Branch? {
        get { id == Self.ownId ? own : others[id] }
        set {
            if id == Self.ownId { own = newValue } else { others[id] = newValue }
        }
    }

    /// Adds a branch, or puts it in the place of what it was.
    mutating func put(_ branch: consuming Branch) {
        let id = branch.id
        if id == Self.ownId { own = branch } else { others[id] = branch }
    }

    /// Takes a branch out.
    mutating func remove(_ id: Int) -> Branch? {
        id == Self.ownId ? own.take() : others.removeValue(forKey: id)
    }

    /// The branches in any order.
    var all: [Branch] { (own.map { [$0] } ?? []) + others.values }

    /// The branches by their ids, lowest first.
    var sorted: [Branch] { all.sorted { $0.id < $1.id } }
}

/// The branch that waits for each outstanding task or timer.
///
/// That for which the machine's own branch waits stands in its place and in no table.
struct Waiting: Sendable, Equatable {
    private var own: Int?
    private var others: [Int: Int] = [:]

    /// The branch that waits for what has the id.
    subscript(id: Int) -> Int? { id == own ? Branches.ownId : others[id] }

    mutating func add(_ id: Int, for branch: Int) {
        if branch == Branches.ownId, own == nil { own = id } else { others[id] = branch }
    }

    mutating func remove(_ id: Int) {
        if id == own { own = nil } else { others.removeValue(forKey: id) }
    }

    /// What is waited for, oldest first, and the branches that wait.
    var sorted: [(id: Int, branch: Int)] {
        var all: [(id: Int, branch: Int)] = []
        if let own { all.append((own, Branches.ownId)) }
        for (id, branch) in others { all.append((id, branch)) }
        return all.sorted { left, right in left.id < right.id }
    }

    /// The branches that wait, in any order.
    var branches: [Int] { (own == nil ? [] : [Branches.ownId]) + others.values }
}
