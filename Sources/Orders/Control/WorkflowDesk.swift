package import JSON
import Synchronization

/// Where the definitions of a running service are looked at and replaced.
package struct WorkflowDesk: Sendable {
    private let workflows: WorkflowCatalog
    private let store: any OrderStore & VersionStore
    private let clock: any WallClock
    private let turn = Turn()
    private let read: Read
    private let readCases: ReadCases

    /// Reads the definitions from where they lie, each checked as at the start.
    ///
    /// Throws `InvalidWorkflows` with all that is wrong.
    package typealias Read = @Sendable () async throws -> (current: Workflow, others: [Workflow])

    /// Reads the cases that lie beside the definition of that workflow; nil when there are none.
    package typealias ReadCases = @Sendable (_ name: String) async -> Cases?

    package init(
        workflows: WorkflowCatalog,
        store: any OrderStore & VersionStore,
        clock: any WallClock,
        read: @escaping Read,
        cases: @escaping ReadCases = { _ in nil }
    ) {
        self.workflows = workflows
        self.store = store
        self.clock = clock
        readCases = cases
        self.read = read
    }

    /// The default workflow's.
    package var defaultName: String { workflows.current.name }

    /// Those that new orders run on, the default one first.
    package var all: [Workflow] { workflows.all }

    /// Has new orders run on the definitions as they are read; when one of them is not valid all stays as it is.
    ///
    /// Who asked for it is kept with the definitions that are new.
    package func reload(by operator: Operator) async throws -> [WorkflowChange] {
        guard turn.take() else { throw ReloadUnderWay() }
        defer { turn.giveBack() }
        let (current, others) = try await read()
        // Kept before they are in use: a crash in between has the next start find them as they lie.
        for workflow in [current] + others { try await store.register(workflow) }
        try await store.adopt([current] + others, by: `operator`, at: clock.now)
        return try await workflows.replace(current: current, others: others)
    }

    /// The definitions that new orders of a workflow have run on, newest first; nil without a workflow of that name.
    package func versions(of name: String) async throws -> [WorkflowVersion]? {
        let place: OrderFilter.Place = name == defaultName ? .own : .named(name)
        let versions = try await store.versions(of: name, at: place, limit: Self.maximumVersions)
        guard versions.isEmpty, workflows.current(named: name)?.name != name else {
            return versions
        }
        return nil
    }

    private static var maximumVersions: Int { 100 }

    /// A definition that orders run on or have run on.
    package struct Found: Sendable {
        package var name: String
        package var id: Workflow.ID
        /// The definition's text.
        package var definition: [UInt8]
        /// Whether new orders run on it.
        package var isCurrent: Bool
    }

    /// The cases of a workflow, for `orderd workflow test` and its like.
    package enum Cases: Sendable, Equatable {
        case document(JSONValue)
        /// They are there, and cannot be read for that reason.
        case unreadable(String)
    }

    /// The cases of a definition; nil when there are none, or new orders run on another one.
    package func cases(of found: Found) async -> Cases? {
        found.isCurrent ? await readCases(found.name) : nil
    }

    /// The workflow of that name as new orders run on it, or the definition of that SHA-256, however old; nil without one.
    package func find(_ text: String) async throws -> Found? {
        let current =
            workflows.all.first { $0.name == text } ?? workflows.all.first { $0.id == text }
        if let current {
            return Found(
                name: current.name,
                id: current.id,
                definition: current.definition,
                isCurrent: true
            )
        }
        return try await store.workflow(text)
            .map { Found(name: $0.name, id: text, definition: $0.definition, isCurrent: false) }
    }
}

/// That the definitions are being read again for somebody else: two at a time would say each other's name.
package struct ReloadUnderWay: Error {}

/// Lets one in at a time.
private final class Turn: Sendable {
    private let isTaken = Atomic(false)

    /// Whether it was free and is taken from here on.
    func take() -> Bool { !isTaken.exchange(true, ordering: .acquiringAndReleasing) }

    func giveBack() { isTaken.store(false, ordering: .releasing) }
}

/// Definitions that cannot take the place of those that there are, and why.
package struct InvalidWorkflows: Error, CustomStringConvertible {
    /// Each names its place.
    package var faults: [String]

    package init(faults: [String]) { self.faults = faults }

    package var description: String { faults.joined(separator: "; ") }
}
