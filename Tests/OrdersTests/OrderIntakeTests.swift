import JSON
import Orders
import TestClosing
import Testing

@Suite(.closing)
struct `The intake` {
    @Test(arguments: [
        ("[]", [""]),
        ("1", [""]),
        ("{}", ["/customerEmail"]),
        (#"{"customerEmail":1}"#, ["/customerEmail"]),
        (#"{"customerEmail":"nobody"}"#, ["/customerEmail"]),
        (#"{"customerEmail":"a@b.de","orderId":1}"#, ["/orderId"]),
        (#"{"customerEmail":"a@b.de","orderId":""}"#, ["/orderId"]),
        (#"{"customerEmail":"a@b.de","orderId":null}"#, ["/orderId"]),
        (#"{"customerEmail":"x","orderId":"a/b"}"#, ["/orderId", "/customerEmail"]),
    ])
    func `names every fault of an order at once`(body: String, pointers: [String]) async throws {
        try await withIntake { intake in
            do {
                _ = try await intake.submit(Array(body.utf8))
                Issue.record("the order was accepted")
            } catch let faults as OrderFaults {
                #expect(faults.faults.map(\.pointer) == pointers)
            }
        }
    }

    @Test func `carries along what it does not know`() async throws {
        try await withIntake { intake in
            let body = Array(#"{ "b":1.50, "orderId":"1","customerEmail":"a@b.de","a":[1e3]}"#.utf8)
            guard case .accepted(let order) = try await intake.submit(body) else { return }
            #expect(order.input == body)
        }
    }

    @Test func `makes up a number and puts it into the order`() async throws {
        try await withIntake { intake in
            guard
                case .accepted(let order) = try await intake.submit(
                    Array(#"{"customerEmail":"a@b.de"}"#.utf8)
                )
            else { return }
            let input = try JSONValue(parsing: order.input)
            #expect(input["orderId"]?.string == order.id.text)
        }
    }

    @Test func `answers the same order with the order, whatever the order of its members`()
        async throws
    {
        try await withIntake { intake in
            _ = try await intake.submit(
                Array(#"{"orderId":"1","customerEmail":"a@b.de","n":1}"#.utf8)
            )
            let again = Array(#"{"n":1.0,"customerEmail":"a@b.de","orderId":"1"}"#.utf8)
            guard case .replayed = try await intake.submit(again) else {
                Issue.record("the same order was not recognised")
                return
            }
        }
    }

    @Test func `refuses another order under the same number`() async throws {
        try await withIntake { intake in
            _ = try await intake.submit(Array(#"{"orderId":"1","customerEmail":"a@b.de"}"#.utf8))
            guard
                case .conflict = try await intake.submit(
                    Array(#"{"orderId":"1","customerEmail":"c@b.de"}"#.utf8)
                )
            else {
                Issue.record("another order was taken for the same")
                return
            }
        }
    }

    private func withIntake(_ body: (OrderIntake) async throws -> Void) async throws {
        let fixture = try await EngineFixture(
            `The engine`.task,
            function: ScriptedFunction([.succeeded(.null)])
        )
        try await fixture.run { try await body(fixture.intake) }
    }
}
