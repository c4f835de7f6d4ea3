import Formats
import Testing

@testable import HTTP

struct ProxySettingsTests {
    private static func proxy(_ text: String) throws(Proxy.Fault) -> Proxy {
        try Proxy(text, setting: "HTTPS_PROXY")
    }

    @Test(arguments: [
        ("http://proxy.test:3128", "http://proxy.test:3128"),
        ("HTTP://Proxy.Test:3128/", "http://proxy.test:3128"),
        ("proxy.test:3128", "http://proxy.test:3128"), ("proxy.test", "http://proxy.test:80"),
        ("http://10.0.0.1:8080", "http://10.0.0.1:8080"),
        ("http://[2001:db8::1]:3128", "http://[2001:db8::1]:3128"),
        ("http://[2001:db8::1]", "http://[2001:db8::1]:80"),
        ("http://user:secret@proxy.test:3128", "http://proxy.test:3128"),
    ])
    func `a proxy's URL is read as curl and botocore read it`(text: String, url: String) throws {
        #expect(try Self.proxy(text).description == url)
    }

    @Test(arguments: [
        ("http://user:secret@proxy.test", "user:secret"), ("user@proxy.test:1", "user:"),
        ("http://a%40b:c%3Ad%25@proxy.test", "a@b:c:d%"), ("http://u:p@ss@proxy.test", "u:p@ss"),
        ("http://:x@proxy.test", ":x"),
    ])
    func `user and password are decoded, and sent as Basic`(text: String, pair: String) throws {
        let expected = "Basic \(Base64.encode(Array(pair.utf8)))"
        #expect(try Self.proxy(text).authorization == expected)
    }

    @Test(arguments: [
        ("https://proxy.test:3128", "asks for TLS to the proxy itself"),
        ("socks5://proxy.test:1080", "SOCKS"), ("socks5h://proxy.test", "SOCKS"),
        ("ftp://proxy.test", "unknown scheme"), ("http://", "names no host"),
        ("http://:3128", "names no host"), ("http://pro xy.test", "names no host"),
        ("http://proxy.test:0", "a port that is no number"),
        ("http://proxy.test:65536", "a port that is no number"),
        ("http://proxy.test:", "a port that is no number"),
        ("http://proxy.test:31x", "a port that is no number"),
        ("http://[::1", "names no host"), ("http://[::1]x", "names no host"),
        ("http://proxy.test:1/path", "has more behind the port"),
        ("http://a%zz:secret@proxy.test", "not percent-encoded"),
        ("http://a%3Ab:secret@proxy.test", "colon"), ("http://a%0A:secret@proxy.test", "control"),
    ])
    func `what is no proxy that can be used is told, without its password`(
        text: String,
        problem: String
    ) throws {
        let fault = #expect(throws: Proxy.Fault.self) { try Self.proxy(text) }
        #expect(fault?.setting == "HTTPS_PROXY")
        #expect(fault?.description.contains(problem) == true)
        #expect(fault?.description.contains("secret") == false)
    }

    @Test func `nothing that is printed of a proxy has its password`() throws {
        let proxy = try Self.proxy("http://user:secret@proxy.test:3128")
        let encoded = Base64.encode(Array("user:secret".utf8))
        var settings = ProxySettings()
        var dumped = ""
        var faults: [Proxy.Fault] = []
        settings = ProxySettings(
            environment: ["HTTPS_PROXY": "http://user:secret@proxy.test"],
            faults: &faults
        )
        dump(settings, to: &dumped)
        dump(proxy, to: &dumped)
        let texts = [
            "\(proxy)", String(reflecting: proxy), "\(settings)", "\(settings.summary)", dumped,
        ]
        for text in texts {
            #expect(!text.contains("secret") && !text.contains(encoded))
        }
    }

    @Test(arguments: [
        ("*", "a.test", 443, true), ("", "a.test", 443, false), ("a.test", "a.test", 443, true),
        ("a.test", "b.a.test", 443, true), (".a.test", "a.test", 443, true),
        (".a.test", "b.a.test", 443, true), ("*.a.test", "b.a.test", 443, true),
        ("a.test", "ba.test", 443, false), ("A.TEST", "b.a.Test", 443, true),
        ("a.test.", "a.test", 443, true), ("a.test", "a.test.", 443, true),
        ("x.test, a.test", "a.test", 443, true), ("x.test a.test", "a.test", 443, true),
        ("x.test,,", "a.test", 443, false), ("a.test:443", "a.test", 443, true),
        ("a.test:443", "b.a.test", 443, true), ("a.test:8443", "a.test", 443, false),
        ("10.0.0.1", "10.0.0.1", 443, true), ("10.0.0.1", "10.0.0.2", 443, false),
        ("10.0.0.1:80", "10.0.0.1", 443, false), ("0.1", "10.0.0.1", 443, false),
        ("10.0.0.0/8", "10.200.3.4", 443, true), ("10.1.2.3/8", "10.200.3.4", 443, true),
        ("10.0.0.0/8", "11.0.0.1", 443, false), ("10.0.0.128/25", "10.0.0.127", 443, false),
        ("10.0.0.128/25", "10.0.0.128", 443, true), ("0.0.0.0/0", "192.0.2.1", 443, true),
        ("0.0.0.0/0", "a.test", 443, false), ("0.0.0.0/0", "2001:db8::1", 443, false),
        ("fd00::/8", "fd12::1", 443, true), ("fd00::/8", "fe00::1", 443, false),
        ("[2001:db8::1]", "2001:db8::1", 443, true), ("2001:db8::1", "2001:db8:0::1", 443, true),
        ("[2001:db8::1]:443", "2001:db8::1", 443, true),
        ("[2001:db8::1]:80", "2001:db8::1", 443, false),
        ("10.0.0.0/8", "::ffff:10.1.1.1", 443, true),
    ])
    func `no_proxy excepts names, what is below them, addresses and blocks`(
        text: String,
        host: String,
        port: Int,
        isExcepted: Bool
    ) throws {
        let exceptions = try ProxyExceptions(text, setting: "NO_PROXY")
        #expect(exceptions.contain(host: host, port: port) == isExcepted)
    }

    @Test(arguments: [
        "10.0.0.0/33", "fd00::/129", "10.0.0.0/", "a.test/8", "10.0.0.0/-1", "a.test:x", "[::1",
    ])
    func `an exception that could never match is told`(_ text: String) {
        let fault = #expect(throws: Proxy.Fault.self) {
            try ProxyExceptions("ok.test,\(text)", setting: "no_proxy")
        }
        #expect(fault?.description.contains("has the entry \(text)") == true)
    }

    private static let upper = "http://upper.test"
    private static let lower = "http://lower.test"
    private static let all = "http://all.test"

    @Test(
        arguments: [
            ([:], nil, nil), (["HTTPS_PROXY": upper], "upper.test", nil),
            (["https_proxy": lower, "HTTPS_PROXY": upper], "lower.test", nil),
            (["https_proxy": "", "HTTPS_PROXY": upper], nil, nil),
            (["HTTP_PROXY": upper], nil, "upper.test"), (["http_proxy": lower], nil, "lower.test"),
            (["ALL_PROXY": all], "all.test", "all.test"),
            (["all_proxy": all, "HTTPS_PROXY": upper], "upper.test", "all.test"),
            (["https_proxy": "", "all_proxy": all], nil, "all.test"),
            (["HTTPS_PROXY": upper, "NO_PROXY": "aws.test"], nil, nil),
            (["HTTPS_PROXY": upper, "no_proxy": "", "NO_PROXY": "aws.test"], "upper.test", nil),
            (["HTTPS_PROXY": "  \(upper)\n"], "upper.test", nil),
        ] as [([String: String], String?, String?)]
    )
    func `the environment says which calls go where`(
        environment: [String: String],
        https: String?,
        http: String?
    ) {
        var faults: [Proxy.Fault] = []
        let settings = ProxySettings(environment: environment, faults: &faults)
        #expect(faults.isEmpty)
        #expect(settings.proxy(for: .https, host: "email.aws.test", port: 443)?.host == https)
        #expect(settings.proxy(for: .http, host: "email.aws.test", port: 80)?.host == http)
    }

    @Test(arguments: [
        "localhost", "a.localhost", "127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1",
        "169.254.169.254", "169.254.170.2", "169.254.170.23", "fd00:ec2::254", "fd00:ec2::23",
        "fe80::1", "::ffff:169.254.169.254",
    ])
    func `this machine and its credentials are never reached through a proxy`(_ host: String) {
        var faults: [Proxy.Fault] = []
        let settings = ProxySettings(environment: ["ALL_PROXY": Self.all], faults: &faults)
        for scheme in [ClientRequest.Scheme.http, .https] {
            #expect(settings.proxy(for: scheme, host: host, port: 80) == nil)
        }
    }

    @Test func `all faults are told, each once`() {
        var faults: [Proxy.Fault] = []
        let environment = ["ALL_PROXY": "socks5://a.test", "no_proxy": "10.0.0.0/99"]
        let settings = ProxySettings(environment: environment, faults: &faults)
        #expect(faults.map(\.setting) == ["ALL_PROXY", "no_proxy"])
        #expect(settings.summary.isEmpty)
    }

    @Test func `an operator is told which proxy is for what`() {
        var faults: [Proxy.Fault] = []
        let both = ProxySettings(environment: ["ALL_PROXY": "u:p@all.test:3128"], faults: &faults)
        #expect(both.summary == ["http://all.test:3128 for https and http (ALL_PROXY)"])
        let one = ProxySettings(environment: ["https_proxy": "all.test:3128"], faults: &faults)
        #expect(one.summary == ["http://all.test:3128 for https (https_proxy)"])
    }
}
