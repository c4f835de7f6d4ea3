import Synchronization

/// What each commit tells those who do not ask the database.
final class Published: Sendable {
    let tally: PublishedTally
    let revision = PublishedRevision()
    let commits = PublishedCount()
    /// Words about damage that was found and orders that were held for it.
    let damages = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(100))

    init(_ boot: DatabaseFile.Boot) {
        tally = PublishedTally(boot.tally)
        for words in boot.damage { damages.continuation.yield(words) }
    }

    /// Takes over what the transaction that is on disk now has changed.
    func take(from connection: Connection) {
        commits.set(connection.commits)
        if connection.changesEnded { revision.grow() }
        connection.changesEnded = false
        tally.add(connection.tally)
        connection.tally = Tally()
        for words in connection.damage { damages.continuation.yield(words) }
        connection.damage = []
    }
}

/// A number that is read by others than who writes it.
final class PublishedCount: Sendable {
    private let count = Atomic<Int64>(0)

    var value: Int64 { count.load(ordering: .acquiring) }

    func set(_ value: Int64) { count.store(value, ordering: .releasing) }
}

/// The counts as of the last commit, readable from everywhere without asking the database.
final class PublishedTally: Sendable {
    private let tally: Mutex<Tally>

    init(_ tally: Tally) { self.tally = Mutex(tally) }

    var value: Tally { tally.withLock { $0 } }

    func add(_ changes: Tally) { tally.withLock { $0.add(changes) } }
}

/// Counts the commits that changed orders which had ended.
final class PublishedRevision: Sendable {
    private let count = Atomic(0)

    var value: Int { count.load(ordering: .acquiring) }

    func grow() { count.add(1, ordering: .acquiringAndReleasing) }
}
