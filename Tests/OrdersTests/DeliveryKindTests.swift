import Orders
import Testing

struct `A kind of delivery` {
    @Test(arguments: [
        "email", "notice", "sms", "a", "0", "-", "web-push-2", String(repeating: "x", count: 32),
    ])
    func `is a name`(name: String) {
        #expect(Delivery.Kind(rawValue: name)?.rawValue == name)
        #expect(Delivery.Kind(rawValue: name).map { "\($0)" } == name)
    }

    @Test(arguments: [
        "", "Email", "e_mail", "e mail", "e.mail", "é", "e\u{0}", "email\n",
        String(repeating: "x", count: 33),
    ])
    func `is no other text`(name: String) {
        #expect(Delivery.Kind(rawValue: name) == nil)
    }

    @Test func `of this program is the same by its name`() {
        #expect(Delivery.Kind(rawValue: "email") == .email)
        #expect(Delivery.Kind(rawValue: "notice") == .notice)
    }

    @Test func `without a policy waits for a person when it is uncertain`() throws {
        var policies = Deliveries.Policies([.email: .resend])
        let other = try #require(Delivery.Kind(rawValue: "sms"))
        #expect(policies[.email] == .resend)
        #expect(policies[other] == .hold)
        policies[other] = .assumeSent
        #expect(policies[other] == .assumeSent)
    }
}
