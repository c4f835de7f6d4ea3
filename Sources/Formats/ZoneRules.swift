/// How far a time zone's clocks are from UTC, and since when: what a TZif file says (RFC 9636).
///
/// Beyond the changes that the file lists, its footer's rule goes on for ever. Seconds are since 1970; leap seconds are not
/// counted, as POSIX has it.
package struct ZoneRules: Sendable, Hashable {
    /// When the offset changes, ascending, each with the offset that holds from then on.
    private let changes: [Change]
    /// The offset before the first of them.
    private let first: Int
    private let footer: ZoneFooter?

    private struct Change: Sendable, Hashable {
        var at: Int
        var offset: Int
    }

    /// Coordinated Universal Time.
    package static let utc = ZoneRules(offset: 0)

    /// Clocks that are always so many seconds east of Greenwich.
    package init(offset: Int) { (changes, first, footer) = ([], offset, nil) }

    /// How many seconds east of Greenwich the clocks are at an instant.
    package func offset(at instant: Int) -> Int {
        guard let last = changes.last else { return footer?.offset(at: instant) ?? first }
        if instant >= last.at { return footer?.offset(at: instant) ?? last.offset }
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].at <= instant { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? first : changes[low - 1].offset
    }

    /// The instants at which the clocks show a local time, which is given as if it were UTC's: usually one; none where they are
    /// set forward over it, and two, the earlier first, where they are set back.
    package func instants(ofLocal local: Int) -> [Int] {
        let offsets = [local - Self.day, local, local + Self.day].map(offset)
        return Set(offsets.map { local - $0 }).filter { $0 + offset(at: $0) == local }.sorted()
    }

    /// The local time's instant by the clocks as they were the day before: where they are set forward over it, as much later.
    package func instant(ofSkippedLocal local: Int) -> Int { local - offset(at: local - Self.day) }

    private static let day = 86_400

    /// What a file does not have that a TZif file has.
    package struct Fault: Error, CustomStringConvertible {
        package let description: String

        init(_ reason: String) { description = "no time zone file: \(reason)" }
    }
}

extension ZoneRules {
    /// Reads a file as it lies in `/usr/share/zoneinfo`, of version 2 or later.
    package init(file bytes: [UInt8]) throws(Fault) {
        var reader = Reader(bytes: bytes[...])
        let old = try reader.header()
        guard old.version >= UInt8(ascii: "2") else { throw Fault("version 1 has no footer") }
        try reader.skip(old.size(ofTime: 4))
        let header = try reader.header()
        var times: [Int] = []
        for _ in 0..<header.times { times.append(try reader.integer(8)) }
        let kinds = try reader.take(header.times)
        var offsets: [Int] = []
        for _ in 0..<header.kinds {
            offsets.append(try reader.integer(4))
            try reader.skip(2)
        }
        guard let first = offsets.first else { throw Fault("it lists no offset") }
        let listed = offsets
        guard kinds.allSatisfy({ Int($0) < listed.count }) else {
            throw Fault("a change is to an offset that it does not list")
        }
        guard zip(times, times.dropFirst()).allSatisfy(<) else {
            throw Fault("its changes are not in order")
        }
        try reader.skip(header.letters + header.leaps * 12 + header.standards + header.universals)
        changes = zip(times, kinds).map { Change(at: $0, offset: listed[Int($1)]) }
        self.first = first
        let text = try reader.footer()
        footer = text.isEmpty ? nil : try ZoneFooter(text)
    }

    /// How many there are of what a block has (RFC 9636 §3.1).
    private struct Header {
        var version: UInt8
        var universals: Int
        var standards: Int
        var leaps: Int
        var times: Int
        var kinds: Int
        var letters: Int

        func size(ofTime width: Int) -> Int {
            times * (width + 1) + kinds * 6 + letters + leaps * (width + 4) + standards + universals
        }
    }

    private struct Reader {
        var bytes: ArraySlice<UInt8>

        mutating func take(_ count: Int) throws(Fault) -> ArraySlice<UInt8> {
            guard bytes.count >= count else { throw Fault("it ends too early") }
            defer { bytes = bytes.dropFirst(count) }
            return bytes.prefix(count)
        }

        mutating func skip(_ count: Int) throws(Fault) { _ = try take(count) }

        /// A big-endian number with a sign, of 4 or 8 bytes.
        mutating func integer(_ width: Int) throws(Fault) -> Int {
            let value = try take(width).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return width == 4
                ? Int(Int32(truncatingIfNeeded: value)) : Int(Int64(bitPattern: value))
        }

        private mutating func count() throws(Fault) -> Int {
            let count = try integer(4)
            // Real files have hundreds; more would be multiplied below.
            guard (0...1_000_000).contains(count) else { throw Fault("it counts wrongly") }
            return count
        }

        mutating func header() throws(Fault) -> Header {
            guard try take(4).elementsEqual("TZif".utf8) else {
                throw Fault("it does not begin with TZif")
            }
            let version = try take(1).first ?? 0
            try skip(15)
            return Header(
                version: version,
                universals: try count(),
                standards: try count(),
                leaps: try count(),
                times: try count(),
                kinds: try count(),
                letters: try count()
            )
        }

        mutating func footer() throws(Fault) -> String {
            let newline = UInt8(ascii: "\n")
            guard try take(1).first == newline, let end = bytes.firstIndex(of: newline) else {
                throw Fault("it has no footer")
            }
            return String(decoding: bytes[..<end], as: UTF8.self)
        }
    }
}
