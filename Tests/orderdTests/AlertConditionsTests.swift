import Foundation
import Synchronization
import Testing

@testable import Orders
@testable import orderd

/// What people are told of, from what health has seen.
struct `The conditions of alerts` {
    private static let now = Date(timeIntervalSince1970: 1_800_000_000)
    private static let rules = AlertConditions(
        diskFree: 512 << 20,
        credentialsLeft: 300,
        heartbeatMissed: 2
    )

    private static func readings(
        _ change: (inout HealthBoard.Readings, inout StoreSummary) -> Void
    ) -> HealthBoard.Readings {
        var readings = HealthBoard.Readings(
            at: now,
            dispatcher: Dispatcher.Status(
                inFlight: 0,
                lastClaim: nil,
                fault: nil,
                postponement: nil,
                faulty: [:],
                ended: 0,
                isPaused: false,
                wasCutOff: false
            ),
            closed: [:],
            free: 1 << 40,
            missed: ["heartbeat": 1],
            credentials: .lasting
        )
        var summary = StoreSummary()
        change(&readings, &summary)
        readings.summary = summary
        return readings
    }

    @Test(
        arguments: [
            (readings { _, _ in }, []),
            (readings { $1.orders[.held] = 2 }, ["order.held//2/"]),
            (readings { $1.deliveries[.uncertain] = 3 }, ["delivery.uncertain//3/"]),
            (
                readings {
                    ($0.closed, $1.waiting) = (["email": now, "notice": now], ["email": 7])
                },
                ["provider.closed/email/7/7 orders wait for it", "provider.closed/notice/0/"]
            ),
            (
                readings { readings, _ in readings.missed["heartbeat"] = 2 },
                ["schedule.missed/heartbeat/2/"]
            ),
            (readings { readings, _ in readings.free = 512 << 20 }, []),
            (
                readings { readings, _ in readings.free = 512 << 20 - 1 },
                ["disk.low//511/511 MiB are free"]
            ),
            (readings { readings, _ in readings.free = nil }, []),
            (readings { readings, _ in readings.credentials = .ending(300) }, []),
            (
                readings { readings, _ in readings.credentials = .ending(299) },
                ["credentials.expiring//299/299 s are left"]
            ),
            (
                readings { readings, _ in readings.credentials = .ended },
                ["credentials.expiring//0/they have ended"]
            ),
            (
                readings { readings, _ in readings.credentials = .missing },
                ["credentials.expiring//0/there are none"]
            ),
        ] as [(HealthBoard.Readings, [String])]
    )
    func `are what is so`(readings: HealthBoard.Readings, told: [String]) {
        let conditions = Self.rules.conditions(readings)
        #expect(conditions.allSatisfy { $0.isLasting })
        let texts = conditions.map {
            "\($0.key.kind.rawValue)/\($0.key.subject)/\($0.count)/\($0.detail ?? "")"
        }
        #expect(texts == told)
    }

    @Test func `are not known where nothing was seen`() {
        var readings = Self.readings { _, _ in }
        #expect(Self.rules.unknown(readings).isEmpty)
        (readings.summary, readings.free) = (nil, nil)
        #expect(Self.rules.unknown(readings) == [.orderHeld, .deliveryUncertain, .diskLow])
    }
}

struct `The watch for alerts` {
    private static let now = Date(timeIntervalSince1970: 1_800_000_000)

    @Test func `says that it could not look up what failed before, and counts it once`()
        async throws
    {
        let (store, ended) = (FaultyReader(), EndedOrders())
        let watch = AlertWatch(
            store,
            HealthBoard(),
            ended,
            AlertConditions(diskFree: 0, credentialsLeft: 0, heartbeatMissed: 1),
            stuckAfter: .seconds(60),
            clock: SystemClock()
        )
        let order = try #require(OrderID("1"))
        store.failed.withLock { $0 = nil }
        ended.note(.failed, order: order, error: nil, at: Self.now)
        let first = await watch.sighting(since: Self.now)
        #expect(!first.isCaughtUp && first.conditions.isEmpty)
        store.failed.withLock { $0 = [order] }
        let second = await watch.sighting(since: Self.now)
        #expect(second.isCaughtUp)
        #expect(second.conditions == [.ordersFailed(1, examples: ["1"])])
        #expect(await watch.sighting(since: nil).conditions.isEmpty)
    }
}

/// A store that knows of orders that have failed, or does not answer.
private final class FaultyReader: OrderReader, AlertStore {
    /// nil: it does not answer.
    let failed = Mutex<[OrderID]?>([])

    var endedRevision: Int? { nil }

    func list(_ query: OrderQuery) async throws -> OrderPage {
        guard let failed = failed.withLock({ $0 }) else { throw StoreError.unavailable("busy") }
        let orders = failed.map { id in
            Order(accepted: NewOrder(id: id, input: [], workflow: "w", createdAt: Date()))
        }
        return OrderPage(orders: query.filter.status == .failed ? orders : [], next: nil)
    }

    func history(of order: OrderID, after id: Int, limit: Int) async throws -> HistoryPage? { nil }

    func deliveries(_ query: DeliveryQuery) async throws -> DeliveryPage {
        DeliveryPage(deliveries: [], next: nil)
    }

    func failures(_ query: FailureQuery) async throws -> FailureGroups { FailureGroups() }

    func summary(at now: Date) async throws -> StoreSummary { StoreSummary() }

    func alertLedger() async throws -> AlertLedger { AlertLedger() }

    func keep(_ change: AlertLedger.Change) async throws {}

    func overdueOrders(
        since instant: Date,
        limit: Int
    ) async throws -> (count: Int, orders: [OrderID]) { (0, []) }
}
