import Glibc
import Logging
import ServiceLifecycle
import Telemetry
import UnixSignals

/// Ends the service when a signal asks for it: in order at the first, at once at the second.
///
/// Ending at once is safe, since every promise is on disk before it is given; it only leaves sends that are on their
/// way uncertain.
struct SignalWatch {
    private let signals: UnixSignalsSequence
    private let logger: Logger
    /// The log's file, if it goes into one.
    private let file: LogFile?

    /// Takes the signals over from the system, which would end the process; SIGHUP only where there is a file to open again.
    init(logger: Logger, file: LogFile? = nil) async {
        var trapped: [UnixSignal] = [.sigterm, .sigint]
        if file != nil { trapped.append(.sighup) }
        signals = await UnixSignalsSequence(trapping: trapped)
        (self.logger, self.file) = (logger, file)
    }

    /// Calls `end` at the first signal and ends the process at the second; returns when the task is cancelled.
    func obey(end: () async -> Void) async {
        var isEnding = false
        for await signal in signals {
            let metadata: Logger.Metadata = ["signal": "\(signal)"]
            if signal == .sighup {
                file?.reopen()
                logger.notice("log file opened again", metadata: metadata)
                continue
            }
            if isEnding {
                logger.warning("ending at once", metadata: metadata)
                LogOutput.flushAll()
                _exit(128 + signal.number)
            }
            isEnding = true
            logger.notice("ending in order", metadata: metadata)
            await end()
        }
    }
}

extension UnixSignal {
    fileprivate var number: Int32 { self == .sigterm ? SIGTERM : SIGINT }
}

/// The service ended, and not as it should.
enum UnusualEnd: Error {
    /// Work had to be cut off at the end of the grace period.
    case cutOff

    var exitCode: Int32 {
        switch self {
        case .cutOff: ExitCodes.cutOff
        }
    }
}
