import Orders
import ServiceLifecycle
import Telemetry

/// Says after each window what lines were left out in it, and once more at the end.
struct LogRepeatsWatch: Service {
    let logs: LogSettings
    let clock: any WallClock

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await clock.sleep(for: logs.repeats.window)) != nil { logs.summarise() }
        }
        logs.summarise(isEnd: true)
    }
}
