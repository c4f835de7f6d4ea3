/// What a caller may do.
package enum Scope: String, Sendable, CaseIterable {
    case write = "orders:write"
    /// Read orders, their history, the ledger and the queue.
    case read = "orders:read"
    /// Ask for activities, and tell the ends of tasks.
    case tasks
    /// Stop, redrive, decide, pause and drain; reading is part of it.
    case operate
    /// Everything, erasing too.
    case admin

    /// Whether somebody with these scopes may do what needs this one.
    func isGranted(by scopes: Set<Scope>) -> Bool {
        scopes.contains(self) || scopes.contains(.admin)
            || (self == .read && scopes.contains(.operate))
    }
}

extension Set<Scope> {
    /// Reads `orders:write,orders:read`; nil when a word in it is no scope or there is none.
    package init?(scopes text: some StringProtocol) {
        var scopes: Set<Scope> = []
        for word in text.split(separator: ",") {
            guard let scope = Scope(rawValue: String(word)) else { return nil }
            scopes.insert(scope)
        }
        guard !scopes.isEmpty else { return nil }
        self = scopes
    }

    /// All that whoever has them may do, in their order: `admin` is all of them, and `operate` reads too.
    var effective: [Scope] { Scope.allCases.filter { $0.isGranted(by: self) } }

    /// The scopes in their order, with commas between.
    package var list: String {
        Scope.allCases.filter(contains).map(\.rawValue).joined(separator: ",")
    }
}
