import Glibc
import Orders

/// Writes what waits as one transaction, and finds out what has become of one whose connection died.
final class Writer: Hands {
    private let server: Server
    private let holder: Holder
    private let published: PublishedTally
    private let meter: CommitMeter
    private var link: WriterLink?
    /// When the counts of all nodes were last read.
    private var countedAt: ContinuousClock.Instant?

    init(
        _ server: Server,
        for holder: Holder,
        published: PublishedTally,
        meter: CommitMeter
    ) {
        self.server = server
        self.holder = holder
        self.published = published
        self.meter = meter
    }

    /// How often a transaction runs again that others were in the way of.
    private static let maximumAttempts = 20
    /// How many connections are used up for a transaction.
    fileprivate static let maximumConnections = 5
    /// How long it is tried to reach a server that alone knows whether a transaction happened.
    private static let patience = Duration.seconds(10)
    private static let pauseMicroseconds: UInt32 = 50_000
    /// How old the counts of other nodes may become while this one writes.
    private static let countsAge = Duration.seconds(1)

    func close() { link = nil }

    /// Runs the jobs in one transaction.
    ///
    /// When one of them fails, each runs again in its own, so that it cannot spoil the others.
    func perform(_ jobs: [any Job]) {
        var attempts = 0
        while true {
            do {
                try commit(jobs)
                for job in jobs { job.succeed() }
                return
            } catch {
                let reason = (error as? JobFault)?.reason ?? error
                attempts += 1
                if let fault = reason as? LinkFault, mayRepeat(fault, after: attempts) { continue }
                // What the server refuses may be one job's fault alone, and so is what a job throws.
                let isShared =
                    switch reason {
                    case LinkFault.refused: false
                    default: !(error is JobFault)
                    }
                guard jobs.count > 1, !isShared, !isLost(reason) else {
                    for job in jobs { job.fail(StoreError(reason)) }
                    return
                }
                for job in jobs { perform([job]) }
                return
            }
        }
    }

    /// Whether a transaction runs again that certainly did not happen.
    private func mayRepeat(_ fault: LinkFault, after attempts: Int) -> Bool {
        switch fault {
        // A connection may have ended since it was last used, and a new one may be had.
        case .lost: attempts < Self.maximumConnections
        case .refused: fault.isPassing && attempts < Self.maximumAttempts
        case .unreachable: false
        }
    }

    /// Returns when the transaction is durable; when it throws nothing of it happened, or nobody can tell.
    private func commit(_ jobs: [any Job]) throws {
        var link = try self.link ?? server.openWriter(for: holder)
        self.link = link
        let (connection, began) = (link.connection, ContinuousClock.now)
        let totals: Tally?
        do {
            try link.begin()
            do { try run(jobs, connection) } catch { throw JobFault(reason: error) }
            try connection.writeTally()
            totals = try readTotals(connection, at: began)
            try connection.sendCommit()
        } catch { try giveUp(link, error) }
        self.link = link
        do { try connection.awaitCommit() } catch LinkFault.lost(let reason) {
            try findOut(link.batch, reason)
        } catch { try giveUp(link, error) }
        publish(connection.tally, totals, at: began)
        connection.forget()
        meter.note(jobs.count, .now - began)
    }

    private func run(_ jobs: [any Job], _ connection: Connection) throws {
        try connection.lockOrders(Set(jobs.flatMap(\.orders)))
        let submissions = jobs.compactMap { $0 as? SubmissionJob }
        try connection.submit(submissions)
        for job in jobs where !(job is SubmissionJob) { try job.run(connection) }
    }

    /// Returns when that batch was committed although its connection has died.
    private func findOut(_ batch: Int64, _ reason: String) throws {
        link = nil
        let next = try reopen(reason)
        link = next
        // It certainly did not happen and will not, and can run again.
        guard next.batch == batch else { throw LinkFault.refused(state: "40001", reason) }
    }

    /// Tries for a while to open a connection anew.
    private func reopen(_ reason: String) throws -> WriterLink {
        let deadline = ContinuousClock.now + Self.patience
        while true {
            do { return try server.openWriter(for: holder) } catch let again as LinkFault {
                guard ContinuousClock.now < deadline else {
                    throw StoreError.unavailable(
                        "the connection to the database ended while a transaction was being committed (\(reason)), "
                            + "and whether it happened cannot be found out: \(again.reason)"
                    )
                }
            }
            usleep(Self.pauseMicroseconds)
        }
    }

    /// Rolls back if there is a connection to do it with, and throws the error.
    private func giveUp(_ link: WriterLink, _ error: any Error) throws -> Never {
        var link = link
        do {
            try link.rollBack()
            self.link = link
        } catch {
            // The server has rolled back what was not committed when it lost its client.
            self.link = nil
        }
        throw error
    }

    private func readTotals(
        _ connection: Connection,
        at now: ContinuousClock.Instant
    ) throws -> Tally? {
        if let countedAt, now - countedAt < Self.countsAge { return nil }
        return try connection.totals()
    }

    private func publish(_ changes: Tally, _ totals: Tally?, at now: ContinuousClock.Instant) {
        guard let totals else { return published.add(changes) }
        countedAt = now
        published.replace(by: totals)
    }
}

/// Reads for all who wait at one moment of the database.
final class Reader: Hands {
    private let server: Server
    private var connection: Connection?

    init(_ server: Server) { self.server = server }

    func close() { connection = nil }

    func perform(_ jobs: [any Job]) {
        do {
            try read(jobs)
            for job in jobs { job.succeed() }
        } catch {
            let reason = (error as? JobFault)?.reason ?? error
            guard jobs.count > 1, error is JobFault, !isLost(reason) else {
                for job in jobs { job.fail(StoreError(reason)) }
                return
            }
            for job in jobs { perform([job]) }
        }
    }

    private func read(_ jobs: [any Job]) throws {
        var attempts = 0
        while true {
            do {
                let connection = try self.connection ?? server.openReader()
                self.connection = connection
                try connection.beginReading()
                do { for job in jobs { try job.run(connection) } } catch {
                    throw JobFault(reason: error)
                }
                try connection.sendCommit()
                try connection.awaitCommit()
                return
            } catch {
                do { try connection?.rollBack() } catch { connection = nil }
                attempts += 1
                guard isLost((error as? JobFault)?.reason ?? error),
                    attempts < Writer.maximumConnections
                else { throw error }
            }
        }
    }
}

/// Whether there is no connection any more.
private func isLost(_ error: any Error) -> Bool {
    if case LinkFault.lost = error { true } else { false }
}

extension StoreError {
    /// The domain's word for a failure of the database.
    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case LinkFault.unreachable(let reason), LinkFault.lost(let reason):
            self = .unavailable("the database cannot be reached: \(reason)")
        case LinkFault.refused(let state, let reason):
            self = .unavailable("the database refuses: \(reason) (SQLSTATE \(state))")
        default: self = .unavailable("\(error)")
        }
    }
}
