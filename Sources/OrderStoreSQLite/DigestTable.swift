/// Orders by the digests of their numbers: a hash table with linear probing that takes the digest as the hash.
///
/// A digest is the output of a keyed hash already, so it is not hashed again, and two orders with one digest stand
/// beside each other. Its highest bits say the place: from the first place to the last, entries come in the order of their
/// digests, but for neighbours. Entries are never removed; the whole table is given up at once.
struct DigestTable {
    /// An order and its number's digest.
    struct Entry {
        var digest: Int64
        /// The order's row id; 0, which no row has, marks a free place.
        var order: Int64
    }

    private(set) var count = 0
    private var places: [Entry] = []
    /// How many bits of a digest do not count for its place.
    private var shift: UInt64 = 0

    private static let free = Entry(digest: 0, order: 0)

    /// How many places there are, free ones too.
    var placeCount: Int { places.count }

    /// The entries from a place on, at most so many, and the place behind them; the last ones lead to `placeCount`.
    func entries(from start: Int, atMost limit: Int) -> (entries: [Entry], end: Int) {
        var entries: [Entry] = []
        entries.reserveCapacity(min(limit, count))
        var place = start
        while place < places.count {
            if places[place].order != 0 {
                if entries.count == limit { break }
                entries.append(places[place])
            }
            place += 1
        }
        return (entries, place)
    }

    mutating func insert(_ entry: Entry) {
        // At most half full, so that a chain of neighbours stays a few places long.
        if count * 2 >= places.count { grow() }
        count += 1
        place(entry)
    }

    /// Appends the orders with that digest.
    func find(_ digest: Int64, into orders: inout [Int64]) {
        guard count > 0 else { return }
        var index = home(digest)
        while places[index].order != 0 {
            if places[index].digest == digest { orders.append(places[index].order) }
            index = (index + 1) & (places.count - 1)
        }
    }

    private mutating func place(_ entry: Entry) {
        var index = home(entry.digest)
        while places[index].order != 0 { index = (index + 1) & (places.count - 1) }
        places[index] = entry
    }

    private mutating func grow() {
        let old = places
        places = Array(repeating: Self.free, count: max(1024, old.count * 2))
        shift = UInt64(places.count.leadingZeroBitCount + 1)
        for entry in old where entry.order != 0 { place(entry) }
    }

    private func home(_ digest: Int64) -> Int {
        // With the sign turned, the order of the bits is that of the numbers.
        Int((UInt64(bitPattern: digest) ^ 1 << 63) >> shift)
    }
}
