import AWSSandbox
import HTTP
import Integrations
import Logging
import OrderAPI
import OrderStoreSQLite
import Orders
import ServiceLifecycle
import Sockets

/// Everything that the service consists of is constructed and wired here, room by room, and nowhere else.
struct Wiring {
    let startUp: StartUp
    /// Whether no order is taken up until somebody lets the queue go on.
    let startsPaused: Bool
    let store: SQLiteOrderStore
    let clock: SteadyClock
    /// Where everything runs but the server and what has a loop of its own.
    let loop: EventLoop
    /// Where functions of one's own run.
    let functionsLoop: EventLoop?
    let logs: LogSettings
    /// The lines that wait for CloudWatch; nil when none are shipped.
    let lines: LogBuffer?
    /// What records spans; nil when none are.
    let tracing: Tracing?

    /// For what is no other component's.
    var logger: Logger { logs.logger(.orderd) }

    /// Where connections come in.
    struct Door {
        var listener: TCPListener
        var loops: [EventLoop]
        var configuration: ServerConfiguration
    }

    /// The services in the order of their start, and those that a signal speaks to before their turn comes.
    struct Services: Sendable {
        var all: [any Service]
        var health: HealthMonitor
        var dispatcher: Dispatcher
        var store: StoreWatch
    }

    /// The services in the order of their start; they are stopped in the opposite order, the server first.
    func services(behind door: Door) async throws -> Services {
        let outside = try makeOutside()
        let engine = try await makeEngine(outside)
        let board = HealthBoard()
        let alerts = try makeAlerts(outside, engine, board)
        _ = await alerts.desk.load()
        let control = try await makeControl(engine, alerts.desk)
        let intake = makeIntake(engine, control)
        let sources = try await makeSources(outside, engine, intake)
        let observed = await makeObserved(
            engine,
            intake,
            control,
            outside,
            sources,
            board,
            alerts.desk
        )
        let entrance = OrderAPI.Parts.Entrance(
            access: startUp.frontDoor.accessControl(port: door.listener.localAddress.port),
            browsers: startUp.frontDoor.browserGuard
        )
        register(sources, in: observed.metrics.registry)
        let api = makeAPI(intake, engine, control, observed, entrance, outside.sandbox)
        let server = makeServer(door, api, observed.metrics)
        let loopWatch = LoopWatch(
            door.loops + [loop, functionsLoop].compactMap(\.self),
            in: observed.metrics.registry
        )
        let reaper: [any Service] =
            OrphanReaper.isNeeded ? [OrphanReaper(logger: logger)] : []
        let files =
            startUp.frontDoor.watched(entrance.access) { server.replaceTLS(with: $0) }
            + startUp.httpTask.watched(engine.httpTask) + alerts.watched
        let health = observed.health
        let storeWatch = StoreWatch(store: store, health: health, clock: clock, logger: logger)
        let inside: [any Service] = [
            FileWatch(entries: files, logger: logger), LogRepeatsWatch(logs: logs, clock: clock),
            storeWatch, StartUpCode(clock: clock),
            engine.account, CredentialsWatch(credentials: outside.aws.credentials, clock: clock),
            loopWatch, health, alerts.desk, control.housekeeper, engine.scheduler, control.bulk,
            control.children, control.schedules.keeper, engine.dispatcher,
        ]
        let behind =
            (outside.sandbox.map { [$0] } ?? []) + outside.aws.services + [outside.http]
            + [outside.heartbeat, outside.webhook].compactMap(\.self)
        // Big texts are escaped, hashed and signed there: never on the loop that carries orders on.
        let shipping = shippingServices(outside, engine, observed.metrics)
        var all: [any Service] = try tracingServices(outside)
        all += outside.functions.map { [$0] } ?? []
        all += behind.map { OnLoop($0, loop) } + shipping
        all += (inside + reaper).map { OnLoop($0, loop) }
        // Stopped before what carries orders on, as the server is.
        all += sources.map { OnLoop($0, loop) }
        all.append(server)
        return Services(
            all: all,
            health: health,
            dispatcher: engine.dispatcher,
            store: storeWatch
        )
    }
}
