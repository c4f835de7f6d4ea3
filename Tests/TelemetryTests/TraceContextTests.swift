import Testing

@testable import Telemetry

struct `A trace context` {
    private static let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

    /// What a `traceparent` goes out as again; nil: it is none.
    @Test(
        arguments: [
            (parent, parent),
            (
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"
            ),
            // The random flag goes on, others do not.
            (
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-ff",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-03"
            ),
            // Versions to come, with and without more behind.
            ("01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", parent),
            (
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-the-future-will-be-like",
                parent
            ),
            ("cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.what", nil),
            // What the version that is known does not have.
            ("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more", nil),
            ("ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", nil),
            ("00-00000000000000000000000000000000-b7ad6b7169203331-01", nil),
            ("00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01", nil),
            ("00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01", nil),
            ("00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01", nil),
            ("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1", nil),
            ("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0x", nil),
            ("00_0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", nil),
            ("\(parent), \(parent)", nil), ("", nil), ("00-é", nil),
        ] as [(String, String?)]
    )
    func `is read as W3C has it`(text: String, out: String?) {
        #expect(TraceContext(traceparent: text)?.traceparent == out)
    }

    @Test(
        arguments: [
            ("rojo=00f067aa0ba902b7,congo=t61rcWkgMzE", "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE"),
            (" rojo=1 ,\t, congo=2 ", "rojo=1,congo=2"), ("", ""), (",", ""),
            ("fw529a3039@dt=FfSDCAAtMg", "fw529a3039@dt=FfSDCAAtMg"), ("0a=1", "0a=1"),
            ("a_-*/=x y", "a_-*/=x y"), ("Rojo=1", nil), ("rojo=", nil), ("rojo", nil),
            ("=1", nil), ("a=1,a=2", nil), ("a=b=c", nil), ("a=é", nil), ("a@=1", nil),
            ("a@b@c=1", nil), ("@b=1", nil), ("a@bcdefghijklmnop=1", nil),
            ("\(String(repeating: "k", count: 257))=1", nil),
            ("a=\(String(repeating: "v", count: 257))", nil),
        ] as [(String, String?)]
    )
    func `has a state that is whole or none`(text: String, out: String?) {
        #expect(TraceState.checked(text) == out)
    }

    @Test func `has thirty-two members of a state, and not one more`() {
        func list(_ count: Int) -> String {
            (0..<count).map { "k\($0)=v" }.joined(separator: ",")
        }
        #expect(TraceState.checked(list(TraceState.maximumMembers)) == list(32))
        #expect(TraceState.checked(list(TraceState.maximumMembers + 1)) == nil)
    }

    @Test func `loses the long members of a long state first, then the oldest`() {
        let long = "long=" + String(repeating: "x", count: 200)
        let short = (0..<20).map { "key\(10 + $0)=" + String(repeating: "y", count: 14) }
        let text = ([short[0], long] + short.dropFirst()).joined(separator: ",")
        let kept = TraceState.checked(text)
        #expect(kept == short.joined(separator: ","))
        let more = (0..<30).map { "key\(10 + $0)=" + String(repeating: "y", count: 14) }
        let cut = TraceState.checked(more.joined(separator: ","))
        #expect(cut == more.prefix(24).joined(separator: ","))
        #expect((cut?.count ?? 0) <= TraceState.maximumLength)
        let whole =
            "a=" + String(repeating: "b", count: 255) + ",c=" + String(repeating: "d", count: 252)
        #expect(whole.count == TraceState.maximumLength)
        #expect(TraceState.checked(whole) == whole)
    }

    @Test func `passes over a state that is none, and goes on`() {
        let context = TraceContext(traceparent: Self.parent, tracestate: "a=1,a=2")
        #expect(context?.state == "" && context?.traceparent == Self.parent)
    }

    /// X-Ray's header, what goes out again in its form, and in W3C's.
    @Test(
        arguments: [
            (
                "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1",
                "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1",
                "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01"
            ),
            (
                "Sampled=0; Lineage=a87bd80c:1|68fd508a:5; Parent=53995C3F42CD8AD8; Root=1-5759e988-bd862e3fe1be46a994272793",
                "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0",
                "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-00"
            ),
            // What a load balancer adds: nobody has decided.
            (
                "Root=1-67891233-abcdef012345678912345678",
                "Root=1-67891233-abcdef012345678912345678",
                nil
            ),
            (
                "Root=1-67891233-abcdef012345678912345678;Parent=0000000000000000;Sampled=?",
                "Root=1-67891233-abcdef012345678912345678", nil
            ),
            ("Root=2-67891233-abcdef012345678912345678", nil, nil),
            ("Root=1-00000000-000000000000000000000000", nil, nil),
            ("Root=1-6789123-abcdef012345678912345678", nil, nil),
            ("Parent=53995c3f42cd8ad8", nil, nil),
            ("", nil, nil), (String(repeating: "x", count: 600), nil, nil),
        ] as [(String, String?, String?)]
    )
    func `is read from X-Ray's header`(text: String, xray: String?, parent: String?) {
        let context = TraceContext(xray: text)
        #expect(context?.xray == xray)
        #expect(context?.traceparent == parent)
    }

    @Test func `goes out in X-Ray's form too`() {
        let context = TraceContext(traceparent: Self.parent)
        #expect(
            context?.xray
                == "Root=1-0af76519-16cd43dd8448eb211c80319c;Parent=b7ad6b7169203331;Sampled=1"
        )
    }
}

struct `A sampler` {
    private let id = TraceID(of: "001", at: 1_795_405_750_034)

    @Test(
        arguments: [
            ("always_on", nil, false, true), ("always_off", nil, true, false),
            ("parentbased_always_on", nil, false, false), ("parentbased_always_on", nil, nil, true),
            ("parentbased_always_off", nil, true, true),
            ("parentbased_always_off", nil, nil, false),
            ("traceidratio", "0", true, false), ("traceidratio", "1", false, true),
            ("traceidratio", nil, nil, true), ("parentbased_traceidratio", "0", true, true),
        ] as [(String, String?, Bool?, Bool)]
    )
    func `decides as its name says`(
        name: String,
        argument: String?,
        parent: Bool?,
        samples: Bool
    )
        throws
    {
        let sampler = try #require(Sampler(name: name, argument: argument))
        let context = parent.map { TraceContext(id, SpanID(1), isSampled: $0) }
        #expect(sampler.samples(id, parent: context) == samples)
    }

    @Test(
        arguments: [
            ("on", nil), ("traceidratio", "2"), ("traceidratio", "-0.1"), ("traceidratio", "half"),
        ] as [(String, String?)]
    )
    func `is none for other words`(name: String, argument: String?) {
        #expect(Sampler(name: name, argument: argument) == nil)
    }

    @Test func `takes its part of traces that are numbered after orders`() throws {
        let sampler = Sampler(.ratio(0.25))
        let taken = (0..<10_000).count { number in
            sampler.samples(TraceID(of: "order-\(number)", at: 1_795_405_750_034), parent: nil)
        }
        // Four standard deviations are 173.
        #expect((2_300...2_700).contains(taken))
    }

    @Test func `draws the line where OpenTelemetry's libraries do`() throws {
        let sampler = Sampler(.ratio(0.5))
        let below = try #require(TraceID(high: 1, low: 0x7fff_ffff_ffff_ffff))
        let above = try #require(TraceID(high: 1, low: 0x8000_0000_0000_0000))
        #expect(sampler.samples(below, parent: nil))
        #expect(!sampler.samples(above, parent: nil))
    }
}

struct `The number of a trace` {
    @Test func `follows from what it is about, and from when that began`() {
        let number = TraceID(of: "001", at: 1)
        #expect(number == TraceID(of: "001", at: 1))
        #expect(number != TraceID(of: "002", at: 1) && number != TraceID(of: "001", at: 2))
        #expect(number.text.count == 32 && number.text == number.text.lowercased())
        let all = (0..<20_000).map { TraceID(of: "\($0)", at: Int64($0 / 100)) }
        #expect(Set(all).count == all.count)
    }
}
