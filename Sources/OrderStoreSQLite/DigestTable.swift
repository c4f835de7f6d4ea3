/// Orders by the digests of their numbers: a hash table with linear probing that takes the digest as the hash.
///
/// A digest is the output of a keyed hash already, so it is not hashed again, and two orders with one digest stand
/// beside each other. Entries are never removed; the whole table is given up at once.
struct DigestTable {
    /// An order and its number's digest.
    struct Entry {
        var digest: Int64
        /// The order's row id; 0, which no row has, marks a free place.
        var order: Int64
    }

    private(set) var count = 0
    private var places: [Entry] = []

    private static let free = Entry(digest: 0, order: 0)

    /// Every entry, in no order.
    var entries: [Entry] { places.filter { $0.order != 0 } }

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
        for entry in old where entry.order != 0 { place(entry) }
    }

    private func home(_ digest: Int64) -> Int {
        Int(truncatingIfNeeded: digest) & (places.count - 1)
    }
}
