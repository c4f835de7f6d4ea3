import HTTPTypes
import JSON
import Orders
import ServiceLifecycleTestKit
import TestClock
import TestClosing
import Testing

@testable import OrderAPI

@Suite(.closing)
struct `Health` {
    @Test(arguments: [
        ([HealthReport.Status.pass], "pass", 200),
        ([.pass, .warn], "warn", 200),
        ([.warn, .fail, .pass], "fail", 503),
        ([], "fail", 503),
    ])
    func `is as bad as the worst part`(
        parts: [HealthReport.Status],
        status: String,
        code: Int
    ) async throws {
        let checks = parts.enumerated().map { index, status in
            HealthCheck { [HealthReport.Observation("part\(index)", status)] }
        }
        let monitor = HealthMonitor(checks: checks, clock: ManualClock(), version: "1")
        await monitor.refresh()
        let answer = try await APIAnswer(monitor.response())
        #expect(answer.status == code)
        #expect(answer.fields[.contentType] == "application/health+json")
        let report = try answer.json()
        #expect(report["status"]?.string == status)
        #expect(report["checks"]?.object?.count == parts.count)
    }

    @Test func `says what a person should know`() async throws {
        try await APIFixture.run { fixture in
            let observation = HealthReport.Observation(
                "queue:oldestAge",
                .warn,
                value: 90,
                unit: "s",
                output: "the oldest order waits for \"90\" s"
            )
            fixture.observations.value = [observation]
            await fixture.health.refresh()
            let report = try await fixture.get("/health").json()
            #expect(
                report == [
                    "status": "warn", "serviceId": "orderd", "version": "1",
                    "time": "2027-01-15T08:00:00.000Z",
                    "checks": [
                        "queue:oldestAge": [
                            [
                                "status": "warn", "observedValue": 90, "observedUnit": "s",
                                "output": "the oldest order waits for \"90\" s",
                                "time": "2027-01-15T08:00:00.000Z",
                            ]
                        ]
                    ],
                ]
            )
            #expect(try await fixture.get("/readyz").status == 200)
        }
    }

    @Test func `fails when nobody has looked for too long`() async throws {
        try await APIFixture.run { fixture async throws in
            fixture.clock.advance(by: HealthMonitor.maximumAge)
            #expect(try await fixture.get("/health").status == 200)
            #expect(try await fixture.get("/readyz").status == 200)
            fixture.clock.advance(by: 1)
            let stale = try await fixture.get("/health")
            #expect(stale.status == 503)
            #expect(try stale.json()["status"] == "fail")
            #expect(try stale.json()["checks"]?["health:age"] != nil)
            #expect(try await fixture.get("/readyz").status == 503)
            #expect(try await fixture.get("/livez").status == 200)
            await fixture.health.refresh()
            #expect(try await fixture.get("/health").status == 200)
        }
    }

    @Test func `that fails takes no orders, and comes back`() async throws {
        try await APIFixture.run { fixture async throws in
            fixture.observations.value = [.init("store:commit", .fail, output: "disk full")]
            await fixture.health.refresh()
            #expect(try await fixture.get("/health").status == 503)
            #expect(try await fixture.get("/readyz").status == 503)
            fixture.observations.value = [.init("store:commit", .pass)]
            await fixture.health.refresh()
            #expect(try await fixture.get("/readyz").status == 200)
        }
    }

    @Test func `is not ready while no order is accepted`() async throws {
        try await APIFixture.run { fixture async throws in
            for (path, status, text) in [
                ("/queue/drain", 503, "not ready: the queue is being drained\n"),
                ("/queue/resume", 200, "ready\n"), ("/queue/pause", 200, "ready\n"),
            ] {
                #expect(try await fixture.send(.post, path).status == 200)
                let ready = try await fixture.get("/readyz")
                #expect(ready.status == status, "\(path)")
                #expect(ready.text == text)
                #expect(try await fixture.get("/health").status == 200)
            }
            for (free, status) in [(1, 503), (1 << 40, 200)] {
                fixture.freeSpace.value = free
                await fixture.housekeeper.look()
                #expect(try await fixture.get("/readyz").status == status, "\(free) bytes")
                #expect(try await fixture.submit("\(free)").status == (status == 200 ? 202 : 503))
            }
        }
    }

    @Test func `is not ready once the service is stopping`() async throws {
        try await APIFixture.run { fixture in
            let health = fixture.health
            try await testGracefulShutdown { trigger in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await health.run() }
                    trigger.triggerGracefulShutdown()
                    try await group.waitForAll()
                }
            }
            #expect(try await fixture.get("/readyz").status == 503)
            #expect(try await fixture.get("/health").status == 200)
            #expect(try await fixture.get("/livez").status == 200)
        }
    }
}
