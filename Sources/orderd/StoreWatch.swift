import Glibc
import Logging
import OrderAPI
import OrderStoreSQLite
import Orders
import ServiceLifecycle
import Telemetry

/// Looks after the store's files while the service runs.
struct StoreWatch: Service {
    let store: SQLiteOrderStore
    let health: HealthMonitor
    let clock: any WallClock
    let logger: Logger

    /// How often the files are looked at: health tells within a second that one is gone.
    private static let interval = Duration.milliseconds(250)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup { group in
                group.addTask { await endOnFailure() }
                group.addTask { await lookAfterFiles() }
                group.addTask { await reportDamage() }
            }
        }
    }

    /// Ends the process when the disk or the file has failed: nothing may be acknowledged any more, and only a new process
    /// reads what the disk really holds.
    private func endOnFailure() async {
        guard let reason = await store.failure() else { return }
        logger.critical(
            "ending at once: the store has failed. Look at the disk, then start again",
            metadata: ["error": "\(reason)"]
        )
        LogOutput.flushAll()
        _exit(ExitCodes.storeFailed)
    }

    /// The process lives on without taking anything: all that was acknowledged is in the files that it has open, and nowhere
    /// else.
    private func lookAfterFiles() async {
        while (try? await clock.sleep(for: Self.interval)) != nil {
            guard let fault = try? await store.lookAfterFiles() else { continue }
            await health.refresh()
            logger.critical(
                "no order is accepted or taken up: a file of the store is not in its place",
                metadata: ["error": "\(fault)"]
            )
            return await rescueUntilTheEnd()
        }
    }

    /// Copies at once, again when something was recorded since, and again when it could not be done.
    private func rescueUntilTheEnd() async {
        repeat {
            guard store.needsRescue else { continue }
            await rescue()
            await health.refresh()
        } while (try? await clock.sleep(for: .seconds(1))) != nil
    }

    /// Copies what the open files hold to where a person finds it.
    func rescue() async {
        do {
            let copy = try await store.rescue()
            // Who reads the log finds it in the health answer too.
            await health.refresh()
            logger.critical(
                "all that the store holds was copied; stop the service and put the copy in the store's place",
                metadata: ["store.copy": "\(copy)"]
            )
        } catch {
            logger.critical(
                "the open files could not be copied, which is tried again: do not stop the service. While it lives root can copy them from /proc/PID/fd",
                metadata: ["error": "\(error)", "process.id": .stringConvertible(getpid())]
            )
        }
    }

    private func reportDamage() async {
        for await words in store.damageReports {
            logger.error(
                "damage in the store: what stands there is not what was written. See orderd store verify",
                metadata: ["damage": "\(words)"]
            )
        }
    }
}
