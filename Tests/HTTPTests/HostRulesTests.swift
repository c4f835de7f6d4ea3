import Sockets
import Testing

@testable import HTTP

struct `An address` {
    @Test(
        arguments: [
            ("8.8.8.8", .global), ("100.63.255.255", .global), ("100.128.0.0", .global),
            ("172.15.255.255", .global), ("172.32.0.0", .global), ("192.167.255.255", .global),
            ("169.253.255.255", .global), ("198.17.255.255", .global), ("223.255.255.255", .global),
            ("126.255.255.255", .global), ("128.0.0.0", .global),
            ("2606:4700::1111", .global), ("2a00::1", .global), ("2001:200::1", .global),
            ("0.0.0.0", .unspecified), ("0.1.2.3", .unspecified), ("::", .unspecified),
            ("127.0.0.1", .loopback), ("127.255.255.254", .loopback), ("::1", .loopback),
            ("10.0.0.0", .privateUse), ("10.255.255.255", .privateUse),
            ("172.16.0.1", .privateUse), ("172.31.255.255", .privateUse),
            ("192.168.1.1", .privateUse), ("fc00::1", .privateUse), ("fd12:3456::1", .privateUse),
            ("fec0::1", .privateUse),
            ("169.254.0.1", .linkLocal), ("fe80::1", .linkLocal), ("febf::1", .linkLocal),
            ("169.254.169.254", .metadata), ("169.254.170.2", .metadata),
            ("169.254.170.23", .metadata), ("fd00:ec2::254", .metadata),
            ("fd00:ec2::23", .metadata),
            ("fd20:ce::254", .metadata), ("168.63.129.16", .metadata),
            ("100.100.100.200", .metadata), ("192.0.0.192", .metadata),
            ("100.64.0.1", .shared), ("100.127.255.255", .shared),
            ("224.0.0.1", .multicast), ("239.255.255.255", .multicast), ("ff02::1", .multicast),
            ("192.0.0.1", .reserved), ("192.0.2.1", .reserved), ("192.88.99.1", .reserved),
            ("198.18.0.1", .reserved), ("198.19.255.255", .reserved), ("198.51.100.7", .reserved),
            ("203.0.113.9", .reserved), ("240.0.0.1", .reserved), ("255.255.255.255", .reserved),
            ("2001:db8::1", .reserved), ("2001::1", .reserved), ("2001:1ff::1", .reserved),
            ("3fff::1", .reserved), ("5f00::1", .reserved), ("100::1", .reserved),
            ("4000::1", .reserved), ("64:ff9b:1::a00:1", .reserved), ("::7f00:1", .reserved),
            ("::ffff:0:7f00:1", .reserved),
            ("::ffff:127.0.0.1", .loopback), ("::ffff:10.1.2.3", .privateUse),
            ("::ffff:169.254.169.254", .metadata), ("::ffff:8.8.8.8", .global),
            ("64:ff9b::7f00:1", .loopback), ("64:ff9b::a9fe:a9fe", .metadata),
            ("64:ff9b::808:808", .global),
            ("2002:7f00:1::", .loopback), ("2002:a00:1::1", .privateUse),
            ("2002:a9fe:a9fe::", .metadata), ("2002:808:808::1", .global),
        ] as [(String, AddressKind)]
    )
    func `is of one kind`(_ text: String, _ kind: AddressKind) throws {
        #expect(AddressKind(try #require(IPAddress(text))) == kind)
    }
}

struct `Rules for hosts` {
    private func rules(_ text: String) throws -> HostRules {
        try #require(HostRules(text, setting: "hosts"))
    }

    @Test(
        arguments: [
            ("api.example.com", .https, "api.example.com", 443, true),
            ("api.example.com", .https, "API.Example.com", 443, true),
            ("api.example.com", .https, "api.example.com", 8443, false),
            ("api.example.com", .http, "api.example.com", 80, false),
            ("api.example.com", .https, "xapi.example.com", 443, false),
            ("api.example.com", .https, "api.example.com.evil.test", 443, false),
            ("API.example.com:8443", .https, "api.example.com", 8443, true),
            ("*.example.com:8443", .https, "a.b.example.com", 8443, true),
            ("*.example.com", .https, "example.com", 443, false),
            ("*.example.com", .https, "badexample.com", 443, false),
            ("http://127.0.0.1:9000", .http, "127.0.0.1", 9000, true),
            ("http://127.0.0.1:9000", .https, "127.0.0.1", 9000, false),
            ("http://127.0.0.1:9000", .http, "127.0.0.1", 80, false),
            ("http://[::1]:9000", .http, "::1", 9000, true),
            ("https://a.test , b.test", .https, "b.test", 443, true),
            ("10.0.0.0/8", .https, "10.9.8.7", 8443, true),
            ("10.0.0.0/8", .https, "11.0.0.1", 443, false),
            ("10.0.0.0/8", .https, "in.example.com", 443, false),
            ("http://10.0.0.0/8", .http, "10.9.8.7", 8080, true),
            ("*", .https, "anything.test", 8443, true), ("*", .https, "8.8.8.8", 443, true),
            ("*", .http, "anything.test", 80, false), ("*:443", .https, "a.test", 8443, false),
            ("*", .https, "2130706433", 443, false), ("*", .https, "0x7f.1", 443, false),
            ("*", .https, "127.1", 443, false), ("*", .https, "127.0.0.01", 443, false),
            ("*", .https, "0x7f000001", 443, false), ("*", .https, "1.2.3.4.", 443, false),
            ("*", .https, "1.example.com", 443, true), ("", .https, "a.test", 443, false),
        ] as [(String, ClientRequest.Scheme, String, Int, Bool)]
    )
    func `say who may be called`(
        _ text: String,
        _ scheme: ClientRequest.Scheme,
        _ host: String,
        _ port: Int,
        _ isAllowed: Bool
    ) throws {
        let objection = try rules(text).objection(to: scheme, host: host, port: port)
        #expect((objection == nil) == isAllowed, "\(objection ?? "")")
    }

    @Test(
        arguments: [
            ("*", "a.test", 443, ["8.8.8.8", "2606:4700::1111"], true),
            ("*", "a.test", 443, ["8.8.8.8", "10.0.0.1"], false),
            ("*", "a.test", 443, ["::ffff:10.0.0.1"], false),
            ("*", "10.0.0.1", 443, ["10.0.0.1"], false),
            ("*,10.0.0.0/8", "a.test", 443, ["10.0.0.1", "8.8.8.8"], true),
            ("*,10.0.0.0/8", "a.test", 443, ["::ffff:10.0.0.1"], true),
            ("*,10.0.0.0/8", "a.test", 443, ["192.168.0.1"], false),
            ("*,10.0.0.0/8", "a.test", 443, ["64:ff9b::a00:1"], false),
            ("127.0.0.1:9000", "127.0.0.1", 9000, ["127.0.0.1"], true),
            ("127.0.0.1:9000,*", "127.0.0.1", 9001, ["127.0.0.1"], false),
            ("127.0.0.1:9000,*", "a.test", 9000, ["127.0.0.1"], false),
            ("localhost:9000", "localhost", 9000, ["127.0.0.1", "::1"], true),
            ("*", "localhost", 443, ["127.0.0.1"], false),
            ("a.test", "a.test", 443, ["127.0.0.1"], false),
            ("*,0.0.0.0/0", "a.test", 443, ["127.0.0.1"], true),
            ("*,0.0.0.0/0,::/0", "a.test", 443, ["169.254.169.254"], false),
            ("*,::/0", "a.test", 443, ["fd00:ec2::254"], false),
            ("*,169.254.169.254/32", "a.test", 443, ["169.254.169.254"], true),
        ] as [(String, String, Int, [String], Bool)]
    )
    func `say which addresses may be dialled`(
        _ text: String,
        _ host: String,
        _ port: Int,
        _ addresses: [String],
        _ isAllowed: Bool
    ) throws {
        let objection = try rules(text)
            .objection(
                to: addresses.compactMap { IPAddress($0) },
                of: .https,
                host: host,
                port: port
            )
        #expect((objection == nil) == isAllowed, "\(objection ?? "")")
    }

    @Test(arguments: [
        "a b:c:d", "ftp://a.test", "a.test:0", "a.test:65536", "a.test/path", "user@a.test", ",",
        "*x.test", "a.*.test", "10.0.0.0/33", "127.1", "0x7f.1", "http://", "a.test,,b.test", "*.",
    ])
    func `are not read of anything else`(_ text: String) {
        #expect(HostRules(text, setting: "hosts") == nil)
    }

    @Test func `say what would be right`() throws {
        let rules = try rules("a.test")
        #expect(
            rules.objection(to: .https, host: "b.test", port: 8443)
                == "hosts does not let b.test:8443 be called; add it there if that is meant"
        )
        #expect(
            rules.objection(to: .http, host: "a.test", port: 80)
                == "hosts does not let a.test be called in plain text; write http://a.test there if that is meant"
        )
        let address = try #require(IPAddress("169.254.169.254"))
        #expect(
            rules.objection(to: [address], of: .https, host: "a.test", port: 443)
                == "a.test is at 169.254.169.254, which is no public address (a cloud's metadata service); "
                + "add 169.254.169.254/32 to hosts if that is meant"
        )
    }
}
