import Formats
import HTTPTypes
import Testing

@testable import HTTP

struct `A router` {
    private static let router: Router<String> = {
        var router = Router<String>()
        router.add(.get, "/", "root")
        router.add(.post, "/orders", "submit")
        router.add(.get, "/orders", "list")
        router.add(.get, "/orders/{id}", "show")
        router.add(.get, "/orders/latest", "latest")
        router.add(.get, "/orders/{id}/history", "history")
        router.add(.post, "/orders/latest/stop", "stop latest")
        router.add(.delete, "/a/{first}/b/{second}", "two")
        return router
    }()

    /// What became of it in a word: the endpoint with its parameters, or the kind of miss.
    private func outcome(_ method: HTTPRequest.Method, _ path: String) -> String {
        switch Self.router.match(method, path) {
        case .found(let endpoint, let route):
            let names = ["id", "first", "second"]
            let values = names.compactMap { name in route.parameters[name].map { "\(name)=\($0)" } }
            return ([endpoint, route.pattern] + values).joined(separator: " ")
        case .options(let allow): return "options \(allow)"
        case .otherMethods(let allow): return "allow \(allow)"
        case .unknownMethod: return "unknown method"
        case .unknownPath: return "unknown path"
        case .malformedPath: return "malformed"
        }
    }

    @Test(arguments: [
        ("/", "root /"),
        ("/orders", "list /orders"),
        ("/orders/001", "show /orders/{id} id=001"),
        ("/orders/a~B-1._c", "show /orders/{id} id=a~B-1._c"),
        ("/orders/a+b", "show /orders/{id} id=a+b"),
        ("/orders/latest", "latest /orders/latest"),
        ("/orders/latest/history", "history /orders/{id}/history id=latest"),
        ("/orders/a%2Fb%20c", "show /orders/{id} id=a/b c"),
        ("/%6Frders", "list /orders"),
        ("/orders/.", "unknown path"),
        ("/x/../orders", "list /orders"),
        ("/x/%2e%2E/orders", "list /orders"),
        ("/./orders/./001", "show /orders/{id} id=001"),
        ("/orders/001/..", "unknown path"),
        ("/orders/..a", "show /orders/{id} id=..a"),
    ])
    func `finds the endpoint of a path`(path: String, found: String) {
        #expect(outcome(.get, path) == found)
    }

    @Test(arguments: [
        "/orders/", "//orders", "/orders//history", "/Orders", "/orders/1/2", "/a/1/b", "", "*x",
    ])
    func `knows no other paths`(path: String) {
        #expect(outcome(.get, path) == "unknown path")
    }

    @Test(arguments: [
        "/orders/%ff", "/orders/%c3", "/%80/history", "/orders/%00", "/orders%00/1", "/../orders",
        "/orders/../../orders", "/%2e%2e/orders", "/..",
    ])
    func `refuses what is no text or leads above the root`(path: String) {
        #expect(outcome(.get, path) == "malformed")
    }

    @Test func `tells methods apart`() {
        #expect(outcome(.post, "/orders") == "submit /orders")
        #expect(outcome(.head, "/orders/1") == "show /orders/{id} id=1")
        #expect(outcome(.delete, "/a/1/b/2") == "two /a/{first}/b/{second} first=1 second=2")
        #expect(outcome(.delete, "/orders") == "allow GET, HEAD, OPTIONS, POST")
        #expect(outcome(.get, "/orders/latest/stop") == "allow OPTIONS, POST")
        #expect(outcome(.put, "/orders") == "allow GET, HEAD, OPTIONS, POST")
        #expect(outcome(HTTPRequest.Method("BREW") ?? .get, "/orders") == "unknown method")
        #expect(outcome(.options, "/orders/1") == "options GET, HEAD, OPTIONS")
        #expect(outcome(.options, "*") == "options DELETE, GET, HEAD, OPTIONS, POST")
        #expect(outcome(.options, "/none") == "unknown path")
    }
}

struct `A query` {
    @Test func `is read pair by pair`() throws {
        let query = try #require(
            QueryParameters("status=RUNNING&a=b+c%26d&&e&f=&status=x&%C3%A4=%3D")
        )
        #expect(query["status"] == "RUNNING")
        #expect(query["a"] == "b c&d")
        #expect(query["e"] == "")
        #expect(query["f"] == "")
        #expect(query["ä"] == "=")
        #expect(query["g"] == nil)
        #expect(query.pairs.count == 6)
        #expect(QueryParameters(nil)?.pairs.isEmpty == true)
    }

    @Test(arguments: ["a=%", "a=%4", "%zz", "a=%ff"])
    func `is refused when an escape in it is broken`(query: String) {
        #expect(QueryParameters(query) == nil)
    }

    @Test func `is written so that it reads the same`() {
        let text = "a b&c=d/ä%+~"
        let encoded = PercentEncoding.encode(text)
        #expect(encoded == "a%20b%26c%3Dd%2F%C3%A4%25%2B~")
        #expect(PercentEncoding.decode(encoded) == text)
    }
}
