import Testing

@testable import OpenSSL

struct TLSSessionsTests {
    private static let start = ContinuousClock.now

    private func session(_ number: Int, isSingleUse: Bool = true) -> TLSSessions.Session {
        TLSSessions.Session(
            bytes: [UInt8(truncatingIfNeeded: number)],
            isSingleUse: isSingleUse,
            since: Self.start
        )
    }

    @Test func `a session of TLS 1.3 is taken once, the newest first`() {
        var sessions = TLSSessions()
        for number in 1...2 { sessions.add(session(number), of: "a:443") }
        #expect(sessions.take(of: "a:443", now: Self.start)?.bytes == [2])
        #expect(sessions.take(of: "a:443", now: Self.start)?.bytes == [1])
        #expect(sessions.take(of: "a:443", now: Self.start) == nil)
    }

    @Test func `a session of TLS 1.2 is taken again until another comes`() {
        var sessions = TLSSessions()
        sessions.add(session(1, isSingleUse: false), of: "a:443")
        for _ in 0..<2 { #expect(sessions.take(of: "a:443", now: Self.start)?.bytes == [1]) }
        sessions.add(session(2, isSingleUse: false), of: "a:443")
        #expect(sessions.take(of: "a:443", now: Self.start)?.bytes == [2])
    }

    @Test(arguments: ["b:443", "a:8443", "a"])
    func `a session is offered to nobody but who gave it`(_ other: String) {
        var sessions = TLSSessions()
        sessions.add(session(1), of: "a:443")
        #expect(sessions.take(of: other, now: Self.start) == nil)
    }

    @Test(arguments: [(3_599, true), (3_600, false)])
    func `a session is relied on for an hour`(seconds: Int, isYoung: Bool) {
        var sessions = TLSSessions()
        sessions.add(session(1), of: "a:443")
        let taken = sessions.take(of: "a:443", now: Self.start + .seconds(seconds))
        #expect((taken != nil) == isYoung)
    }

    @Test func `a session that rests on an old proof does not hide one that rests on a newer`() {
        var sessions = TLSSessions()
        sessions.add(session(1), of: "a:443")
        let old = TLSSessions.Session(
            bytes: [2],
            isSingleUse: true,
            since: Self.start - .seconds(1_800)
        )
        sessions.add(old, of: "a:443")
        let taken = sessions.take(of: "a:443", now: Self.start + .seconds(1_800))
        #expect(taken?.bytes == [1])
    }

    @Test func `a server's oldest sessions make room for new ones`() {
        var sessions = TLSSessions()
        let limit = TLSSessions.limitPerServer
        for number in 0...limit { sessions.add(session(number), of: "a:443") }
        let taken = (0...limit).compactMap { _ in
            sessions.take(of: "a:443", now: Self.start)?.bytes.first
        }
        #expect(taken == (1...limit).reversed().map { UInt8($0) })
    }

    @Test func `the server that was silent longest makes room for another`() {
        var sessions = TLSSessions()
        for number in 0..<TLSSessions.serverLimit { sessions.add(session(1), of: "\(number):443") }
        sessions.add(session(2), of: "0:443")
        sessions.add(session(1), of: "new:443")
        #expect(sessions.take(of: "1:443", now: Self.start) == nil)
        #expect(sessions.take(of: "0:443", now: Self.start)?.bytes == [2])
        #expect(sessions.take(of: "2:443", now: Self.start)?.bytes == [1])
    }

    @Test func `what a server gave is forgotten when its handshake fails`() {
        var sessions = TLSSessions()
        sessions.add(session(1), of: "a:443")
        sessions.forget("a:443")
        #expect(sessions.take(of: "a:443", now: Self.start) == nil)
    }
}
