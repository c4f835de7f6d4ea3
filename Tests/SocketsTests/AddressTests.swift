import Sockets
import Testing

struct AddressTests {
    @Test(
        arguments: [
            ("127.0.0.1", true, false), ("127.9.9.9", true, false), ("0.0.0.0", false, true),
            ("192.0.2.1", false, false), ("::1", true, false), ("::", false, true),
            ("2001:db8::1", false, false), ("::ffff:127.0.0.1", true, false),
            ("::ffff:192.0.2.1", false, false), ("fe80::1%1", false, false),
        ]
    )
    func `a literal is read, written and judged`(_ text: String, loopback: Bool, any: Bool) throws {
        let ip = try #require(IPAddress(text))
        #expect(ip.description == text)
        #expect(ip.isLoopback == loopback)
        #expect(ip.isUnspecified == any)
    }

    @Test(arguments: ["", "localhost", "1.2.3", "1.2.3.4.5", "256.0.0.1", ":::", "[::1]", "::1%"])
    func `what is no literal is not taken for one`(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(arguments: [
        ("localhost", "127.0.0.1:80"), ("LocalHost", "127.0.0.1:80"),
        ("a.localhost", "127.0.0.1:80"), ("::1", "[::1]:80"), ("10.0.0.1", "10.0.0.1:80"),
    ])
    func `a host without need of a resolver becomes an address`(_ host: String, _ text: String) {
        #expect(SocketAddress(host: host, port: 80)?.description == text)
    }
}
