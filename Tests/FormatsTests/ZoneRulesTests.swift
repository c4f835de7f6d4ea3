import Formats
import Foundation
import Testing

struct `The rules of a time zone` {
    /// A file of tzdata's as it is kept for the tests of timetables.
    private static func bytes(_ name: String) throws -> [UInt8] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = tests.appending(path: "OrdersTests/Fixtures/zoneinfo/\(name)")
        return Array(try Data(contentsOf: file))
    }

    /// Every change of three centuries is asked of Foundation, whose zones are ICU's.
    @Test(arguments: [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo",
        "America/St_Johns",
        "Pacific/Apia", "Europe/London", "Asia/Kolkata", "America/Los_Angeles", "Pacific/Auckland",
    ])
    func `are those that Foundation has`(name: String) throws {
        let rules = try ZoneRules(file: Self.bytes(name))
        let zone = try #require(TimeZone(identifier: name))
        // 1970 to 2099, in steps of three hours and a little: no change is between two of them for long.
        for instant in stride(from: 0, to: 4_102_444_800, by: 11_111) {
            let date = Date(timeIntervalSince1970: Double(instant))
            guard rules.offset(at: instant) != zone.secondsFromGMT(for: date) else { continue }
            Issue.record("\(name) at \(date): \(rules.offset(at: instant))")
            return
        }
    }

    @Test func `tell which instants show a local time`() throws {
        let berlin = try ZoneRules(file: Self.bytes("Europe/Berlin"))
        // 2027-03-28 02:30, 2027-10-31 02:30 and 2027-12-24 18:00.
        #expect(berlin.instants(ofLocal: 1_806_201_000) == [])
        #expect(berlin.instant(ofSkippedLocal: 1_806_201_000) == 1_806_197_400)
        #expect(berlin.instants(ofLocal: 1_824_949_800) == [1_824_942_600, 1_824_946_200])
        #expect(berlin.instants(ofLocal: 1_829_671_200) == [1_829_667_600])
        #expect(ZoneRules.utc.instants(ofLocal: 7) == [7])
    }

    /// A file without changes, whose footer says it all.
    private static func file(_ footer: String) -> [UInt8] {
        let head = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
        let counts: [UInt8] = [0, 0, 0, 0, 1, 4]
        let header = head + counts.flatMap { [0, 0, 0, $0] as [UInt8] }
        let block = [UInt8](repeating: 0, count: 6) + Array("UTC\0".utf8)
        let end = Array("\n\(footer)\n".utf8)
        return header + block + header + block + end
    }

    @Test(arguments: [
        ("UTC0", 1_800_000_000, 0), ("<+0330>-3:30", 1_800_000_000, 12_600),
        ("EST5EDT,M3.2.0,M11.1.0", 1_814_000_000, -14_400),
        ("EST5EDT,M3.2.0,M11.1.0", 1_798_800_000, -18_000),
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", 1_798_800_000, 39_600),
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", 1_814_000_000, 36_000),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_798_800_000, 0),
        ("AAA-1BBB,J60/0,J300/0", 1_803_942_000, 7_200),
        ("AAA-1BBB,59/0,299/0", 1_803_942_000, 7_200),
        ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", 1_814_000_000, -7_200),
    ])
    func `go on by the footer's rule`(footer: String, instant: Int, offset: Int) throws {
        #expect(try ZoneRules(file: Self.file(footer)).offset(at: instant) == offset)
    }

    @Test(arguments: [
        "A-1B,J60/0,J300/0", "UTC", "UTC0X", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.5.0",
    ])
    func `are not read from a footer that says nothing`(footer: String) {
        #expect(throws: ZoneRules.Fault.self) { try ZoneRules(file: Self.file(footer)) }
    }

    @Test(arguments: ["", "T", "TZif", "TZif2", "PK\u{3}\u{4}"])
    func `are not read from anything else`(text: String) {
        #expect(throws: ZoneRules.Fault.self) { try ZoneRules(file: Array(text.utf8)) }
    }

    @Test func `are not read from a file that was cut or changed, and do not end the program`()
        throws
    {
        let whole = try Self.bytes("Europe/Berlin")
        for length in stride(from: 0, to: whole.count, by: 7) {
            #expect(throws: ZoneRules.Fault.self) { try ZoneRules(file: Array(whole[..<length])) }
        }
        for index in whole.indices {
            var changed = whole
            changed[index] ^= 0xFF
            _ = try? ZoneRules(file: changed)
        }
    }
}
