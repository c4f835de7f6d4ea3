package import AWS
import FoundationEssentials
package import Logging
package import Orders
import ServiceLifecycle
import Synchronization

/// Asks SES every few minutes what the account may do, and paces the e-mails by it.
package final class SESAccountWatch: Service {
    private let ses: SESClient
    private let sender: String
    private let gate: ProviderGate?
    private let clock: any WallClock
    private let logger: Logger
    private let wake = WakeSignal()
    private let state = Mutex(State())

    private struct State {
        var standing: SESStanding?
        var fault: String?
    }

    /// How often it asks while all is well; SES answers once a second.
    static let interval = Duration.seconds(300)
    /// How often it asks while something is wrong.
    static let intervalInTrouble = Duration.seconds(30)
    /// How long it rests at least.
    static let shortest = Duration.seconds(5)
    private static let timeout = Duration.seconds(10)

    /// Asks through that client whether the sender may send, and keeps the gate to the account's rate.
    package init(
        _ ses: SESClient,
        sender: String,
        gate: ProviderGate?,
        clock: any WallClock,
        logger: Logger
    ) {
        self.ses = ses
        self.sender = sender
        self.gate = gate
        self.clock = clock
        self.logger = logger
    }

    /// What SES last said; nil before it was asked.
    package var standing: SESStanding? { state.withLock(\.standing) }

    /// Why SES could not be asked the last time.
    package var fault: String? { state.withLock(\.fault) }

    /// That a send was refused: what SES says of the account may have changed.
    func noteRefusal() { wake.raise() }

    package func run() async throws {
        await cancelWhenGracefulShutdown { [self] in
            while !Task.isCancelled {
                await look()
                guard (try? await clock.sleep(for: Self.shortest)) != nil else { return }
                await wake.wait(
                    for: isInTrouble ? Self.intervalInTrouble : Self.interval,
                    clock: clock
                )
            }
        }
    }

    private var isInTrouble: Bool {
        state.withLock { $0.fault != nil || $0.standing?.faults.isEmpty == false }
    }

    /// Asks once, and tells what has changed.
    func look() async {
        do throws(AWSError) {
            let standing = try await SESStanding.ask(
                ses,
                sender: sender,
                deadline: .now + Self.timeout
            )
            gate?.pace(at: standing.rate)
            let before = state.withLock { state in
                defer { state = State(standing: standing, fault: standing.identityFault) }
                return state.standing
            }
            tell(standing, before)
        } catch {
            state.withLock { $0.fault = "\(error)" }
            logger.debug("SES does not tell of its account", metadata: ["error": "\(error)"])
        }
    }

    private func tell(_ standing: SESStanding, _ before: SESStanding?) {
        for sentence in standing.faults + standing.warnings
        where before?.faults.contains(sentence) != true
            && before?.warnings.contains(sentence) != true
        {
            logger.warning("SES", metadata: ["problem": "\(sentence)"])
        }
        guard standing.rate != before?.rate, let rate = standing.rate else { return }
        logger.notice(
            "e-mails are paced by the account's rate",
            metadata: ["ses.region": "\(standing.region)", "recipients.perSecond": "\(rate)"]
        )
    }
}
