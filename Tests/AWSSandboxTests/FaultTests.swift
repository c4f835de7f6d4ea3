import AWS
import AWSSandbox
import HTTPTypes
import JSON
import TestClosing
import Testing

@Suite(.closing)
struct FaultTests {
    private func failure(of loopback: Loopback) async throws -> AWSError? {
        do throws(AWSError) {
            _ = try await loopback.makeSES().send(.example, deadline: .later)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        arguments: [
            (Fault.Kind.throttle, AWSError.Acceptance.notAccepted, 0),
            (.serverError, .uncertain, 0),
            (.dropBeforeAccepting, .uncertain, 0),
            (.dropAfterAccepting, .uncertain, 1),
        ]
    )
    func `each fault happens as often as was asked, and then no more`(
        _ kind: Fault.Kind,
        _ acceptance: AWSError.Acceptance,
        _ accepted: Int
    ) async throws {
        try await Loopback.run { loopback in
            loopback.sandbox.faults.set([Fault(kind, service: .ses, count: 2)])
            for _ in 0..<2 {
                let error = try await failure(of: loopback)
                #expect(error?.acceptance == acceptance)
            }
            #expect(loopback.sandbox.messages.all.count == 2 * accepted)
            #expect(loopback.sandbox.faults.all.isEmpty)
            let error = try await failure(of: loopback)
            #expect(error == nil)
        }
    }

    @Test func `throttling has the code of each API, and spares the other service`() async throws {
        try await Loopback.run { loopback in
            loopback.sandbox.faults.set([Fault(.throttle, service: .ses)])
            let newer = try await failure(of: loopback)
            #expect(newer?.serviceError?.code == "TooManyRequestsException")
            let older = await #expect(throws: AWSError.self) {
                try await loopback.makeSES(.v1).send(.example, deadline: .later)
            }
            #expect(older?.serviceError?.code == "Throttling")
            #expect(newer?.isThrottle == true && older?.isThrottle == true)
            _ = try await loopback.makeSNS().publish(.example, deadline: .later)
        }
    }

    @Test func `a call that is given up while its answer is delayed is uncertain`() async throws {
        try await Loopback.run { loopback in
            loopback.sandbox.faults.set([Fault(.delay(.seconds(600)), count: 1)])
            let error = try await withThrowingTaskGroup(of: AWSError?.self) { group in
                group.addTask { try await failure(of: loopback) }
                // The fault is used up when the call has arrived.
                while !loopback.sandbox.faults.all.isEmpty { await Task.yield() }
                group.cancelAll()
                return try await group.next()
            }
            #expect(error??.acceptance == .uncertain)
        }
    }

    @Test func `faults are switched over HTTP`() async throws {
        try await Loopback.run { loopback in
            let text = """
                {"faults":[{"kind":"throttle","service":"ses","count":3},\
                {"kind":"delay","milliseconds":5,"rate":0.5},{"kind":"drop-after"}]}
                """
            let answer = try await loopback.call(.put, "/sandbox/faults", text)
            #expect(answer.status == 200)
            #expect(try await loopback.call(.get, "/sandbox/faults").body == answer.body)
            #expect(
                loopback.sandbox.faults.all == [
                    Fault(.throttle, service: .ses, count: 3),
                    Fault(.delay(.milliseconds(5)), rate: 0.5), Fault(.dropAfterAccepting),
                ]
            )
            #expect(try await loopback.call(.delete, "/sandbox/faults").status == 204)
            #expect(loopback.sandbox.faults.all.isEmpty)
        }
    }

    @Test(arguments: [
        "", "[]", #"{"faults":{}}"#, #"{"faults":[1]}"#, #"{"faults":[{}]}"#,
        #"{"faults":[{"kind":"x"}]}"#, #"{"faults":[{"kind":"delay"}]}"#,
        #"{"faults":[{"kind":"throttle","milliseconds":1}]}"#,
        #"{"faults":[{"kind":"throttle","service":"sqs"}]}"#,
        #"{"faults":[{"kind":"throttle","count":-1}]}"#,
        #"{"faults":[{"kind":"throttle","rate":1.5}]}"#,
        #"{"faults":[{"kind":"throttle","extra":1}]}"#,
    ])
    func `what is no fault is refused, and those before stay`(_ text: String) async throws {
        try await Loopback.run { loopback in
            loopback.sandbox.faults.set([Fault(.throttle)])
            let answer = try await loopback.call(.put, "/sandbox/faults", text)
            #expect(answer.status == 400)
            #expect(loopback.sandbox.faults.all == [Fault(.throttle)])
        }
    }
}
