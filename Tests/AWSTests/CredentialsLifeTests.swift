import FoundationEssentials
import Testing

@testable import AWS

/// When credentials are used, fetched and waited for.
struct CredentialsLifeTests {
    private func make(
        _ name: String,
        lasting seconds: TimeInterval?,
        from now: Date = noon
    ) -> Credentials {
        Credentials(
            accessKeyID: name,
            secretAccessKey: "s",
            sessionToken: "t",
            expiration: seconds.map { now.addingTimeInterval($0) }
        )
    }

    private func life(_ credentials: Credentials, isExtended: Bool = false) -> CredentialsLife {
        var life = CredentialsLife()
        #expect(life.ask(at: noon) == .fetch)
        life.found(
            SourcedCredentials(credentials, from: "test", outlivesItsEnd: isExtended),
            at: noon,
            luck: 0
        )
        return life
    }

    private static let fault = CredentialsError("test", "down")

    @Test(
        arguments: [
            // Seconds before the end; whether one is fetching; what the next caller does.
            (901, false, "use"), (900, false, "fetch"), (900, true, "use"), (601, true, "use"),
            (600, true, "wait"), (600, false, "fetch"), (0, true, "wait"), (-1, false, "fetch"),
        ]
    )
    func `credentials are renewed before they end, in time or in need`(
        _ left: Int,
        _ isFetching: Bool,
        _ answer: String
    ) {
        let credentials = make("A", lasting: 3_600)
        var life = life(credentials)
        let now = noon.addingTimeInterval(3_600 - TimeInterval(left))
        if isFetching { #expect(life.ask(at: noon.addingTimeInterval(2_701)) == .fetch) }
        let expected: [String: CredentialsLife.Answer] = [
            "use": .use(credentials), "fetch": .fetch, "wait": .wait,
        ]
        #expect(life.ask(at: now) == expected[answer])
    }

    @Test func `credentials without an end are fetched once`() {
        let credentials = make("A", lasting: nil)
        var life = life(credentials)
        #expect(life.ask(at: .distantFuture) == .use(credentials))
    }

    @Test
    func `a source that fails is left alone for longer each time, and old ones serve to their end`()
    {
        let credentials = make("A", lasting: 3_600)
        var life = life(credentials)
        var now = noon.addingTimeInterval(2_701)
        var rests: [TimeInterval] = []
        let end = noon.addingTimeInterval(3_600)
        while now < end {
            #expect(life.ask(at: now) == .fetch)
            life.failed(Self.fault, now, 0.999_999)
            #expect(life.ask(at: now) == .use(credentials))
            let before = now
            // Nobody is sent to the source while it rests.
            while case .use = life.ask(at: now.addingTimeInterval(0.5)) { now += 0.5 }
            now += 0.5
            rests.append(now.timeIntervalSince(before))
            if case .fail = life.ask(at: now) { break }
            life.gaveUp()
        }
        #expect(Array(rests.prefix(7)) == [1, 2, 4, 8, 16, 32, 60])
        #expect(rests.count < 25)
        life.failed(Self.fault, end, 0)
        #expect(life.ask(at: end) == .fail(Self.fault))
    }

    @Test func `where there are none every caller is told so, and the source asked rarely`() {
        var life = CredentialsLife()
        #expect(life.ask(at: noon) == .fetch)
        life.foundNothing(lookedAt: "everywhere", noon, 0)
        #expect(life.ask(at: noon) == .none)
        #expect(life.ask(at: noon.addingTimeInterval(0.4)) == .none)
        #expect(life.ask(at: noon.addingTimeInterval(0.6)) == .fetch)
        // A clock that was put back does not make the rest longer.
        life.foundNothing(lookedAt: "everywhere", noon, 0)
        #expect(life.ask(at: noon.addingTimeInterval(-3_600)) == .fetch)
    }

    @Test
    func
        `an instance's credentials are used beyond their end, and asked for again after a long rest`()
    {
        let credentials = make("A", lasting: 60)
        for (luck, rest) in [(0.0, 1_020.0), (0.5, 1_260), (0.999_999, 1_499)] {
            var life = CredentialsLife()
            #expect(life.ask(at: noon) == .fetch)
            let old = SourcedCredentials(credentials, from: "test", outlivesItsEnd: true)
            life.found(old, at: noon, luck: luck)
            #expect(life.ask(at: noon.addingTimeInterval(rest - 1)) == .use(credentials))
            #expect(life.ask(at: noon.addingTimeInterval(rest + 1)) == .fetch)
            // They are still the same.
            life.found(old, at: noon.addingTimeInterval(rest), luck: luck)
            #expect(life.ask(at: noon.addingTimeInterval(rest + 1)) == .use(credentials))
        }
        var away = life(credentials, isExtended: true)
        let later = noon.addingTimeInterval(2_000)
        #expect(away.ask(at: later) == .fetch)
        away.failed(Self.fault, later, 0)
        #expect(away.ask(at: later.addingTimeInterval(1_000)) == .use(credentials))
    }

    @Test func `credentials that look ended are tried until a service refuses them`() {
        let ended = make("A", lasting: 0)
        let found = SourcedCredentials(ended, from: "test")
        var life = CredentialsLife()
        #expect(life.ask(at: noon) == .fetch)
        life.found(found, at: noon, luck: 0)
        for _ in 0..<9 { #expect(life.ask(at: noon) == .use(ended)) }
        #expect(life.fault?.reason == "they have ended already")
        // Once the clock is known to be an hour ahead, they live.
        var right = life
        let before = noon.addingTimeInterval(-3_600)
        #expect(right.ask(at: before) == .use(ended))
        #expect(right.fault == nil)
        #expect(right.ask(at: noon) == .fetch)
        // They had ended indeed.
        life.refused(ended, at: noon, luck: 0)
        #expect(life.ask(at: noon) == .fetch)
        life.found(found, at: noon, luck: 0)
        #expect(life.ask(at: noon) == .fail(CredentialsError("test", "they have ended already")))
        #expect(life.ask(at: noon.addingTimeInterval(2)) == .fetch)
    }

    @Test func `credentials that look ended do not take the place of those that live`() {
        let old = make("A", lasting: 3_600)
        var life = life(old)
        let now = noon.addingTimeInterval(2_701)
        #expect(life.ask(at: now) == .fetch)
        life.found(SourcedCredentials(make("B", lasting: 1), from: "test"), at: now, luck: 0)
        #expect(life.ask(at: now) == .use(old))
    }

    @Test(arguments: ["found", "nothing", "failed"])
    func `a file that changes while a fetch runs is read by another one`(_ outcome: String) {
        let (old, new) = (make("A", lasting: nil), make("B", lasting: nil))
        var life = CredentialsLife()
        #expect(life.ask(at: noon) == .fetch)
        life.sourceChanged()
        #expect(life.ask(at: noon) == .wait)
        switch outcome {
        case "found": life.found(SourcedCredentials(old, from: "test"), at: noon, luck: 0)
        case "nothing": life.foundNothing(lookedAt: "", noon, 0)
        default: life.failed(Self.fault, noon, 0)
        }
        #expect(life.ask(at: noon) == .fetch)
        life.found(SourcedCredentials(new, from: "test"), at: noon, luck: 0)
        #expect(life.ask(at: noon) == .use(new))
    }

    @Test func `short credentials are no storm`() {
        let short = make("B", lasting: 300)
        var next = self.life(short)
        #expect(next.ask(at: noon.addingTimeInterval(149)) == .use(short))
        #expect(next.ask(at: noon.addingTimeInterval(151)) == .fetch)
    }

    @Test func `what a service refuses is fetched anew, once for all that were refused together`() {
        let old = make("A", lasting: 36_000)
        let new = make("B", lasting: 36_000)
        var life = life(old)
        for _ in 0..<60 { life.refused(old, at: noon, luck: 0) }
        #expect(life.ask(at: noon) == .fetch)
        #expect(life.ask(at: noon) == .wait)
        life.found(SourcedCredentials(new, from: "test"), at: noon, luck: 0)
        #expect(life.ask(at: noon) == .use(new))
        // A late refusal of the old ones says nothing of these.
        life.refused(old, at: noon, luck: 0)
        #expect(life.ask(at: noon) == .use(new))
    }

    @Test func `a source that gives what is refused is asked less and less often`() {
        let credentials = make("A", lasting: nil)
        var life = life(credentials)
        var fetches = 0
        for second in 0..<600 {
            let now = noon.addingTimeInterval(TimeInterval(second))
            if life.ask(at: now) == .fetch {
                fetches += 1
                life.found(SourcedCredentials(credentials, from: "test"), at: now, luck: 0.999)
            }
            life.refused(credentials, at: now, luck: 0.999)
        }
        #expect((5...30).contains(fetches), "\(fetches)")
    }

    @Test func `a file that changed ends every rest`() {
        var life = CredentialsLife()
        _ = life.ask(at: noon)
        for _ in 0..<9 { life.failed(Self.fault, noon, 0) }
        #expect(life.ask(at: noon) == .fail(Self.fault))
        life.sourceChanged()
        #expect(life.ask(at: noon) == .fetch)
    }

    @Test
    func `temporary credentials serve to their end when their source has none, others are gone`() {
        for (lasting, serves) in [(3_600.0, true), (nil, false)] as [(TimeInterval?, Bool)] {
            let credentials = make("A", lasting: lasting)
            var life = life(credentials)
            life.sourceChanged()
            #expect(life.ask(at: noon) == .fetch)
            life.foundNothing(lookedAt: "", noon, 0)
            #expect(life.ask(at: noon) == (serves ? .use(credentials) : .none))
        }
    }
}
