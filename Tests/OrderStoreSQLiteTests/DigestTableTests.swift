import Testing

@testable import OrderStoreSQLite

struct `The digest table` {
    @Test func `finds every order again after it has grown many times`() {
        var table = DigestTable()
        for order in 1...5_000 as ClosedRange<Int64> {
            table.insert(DigestTable.Entry(digest: order &* 0x9E37_79B9_7F4A_7C1, order: order))
        }
        #expect(table.count == 5_000)
        #expect(table.entries(from: 0, atMost: .max).entries.count == 5_000)
        for order in 1...5_000 as ClosedRange<Int64> {
            #expect(found(order &* 0x9E37_79B9_7F4A_7C1, in: table) == [order])
        }
        #expect(found(1, in: table).isEmpty)
    }

    @Test
    func `gives its entries slice by slice in the order of their digests, but for neighbours`() {
        var table = DigestTable()
        for order in 1...5_000 as ClosedRange<Int64> {
            table.insert(DigestTable.Entry(digest: order &* -0x61C8_8646_80B5_83EB, order: order))
        }
        var (entries, place, slices) = ([DigestTable.Entry](), 0, 0)
        while place < table.placeCount {
            let slice = table.entries(from: place, atMost: 512)
            entries += slice.entries
            (place, slices) = (slice.end, slices + 1)
        }
        #expect(slices == 10)
        #expect(Set(entries.map(\.order)) == Set(1...5_000))
        let sorted = entries.map(\.digest).sorted()
        for (digest, place) in zip(sorted, 0...) {
            let near = entries[max(0, place - 64)..<min(entries.count, place + 64)]
            #expect(near.contains { $0.digest == digest })
        }
    }

    @Test func `keeps orders of one digest, and of neighbouring ones, apart`() {
        var table = DigestTable()
        // All of them want the same place or the next, some of them at the table's end.
        for (order, digest) in [(1, 0), (2, 0), (3, 1), (4, -1), (5, -1), (6, 1024)] {
            table.insert(DigestTable.Entry(digest: Int64(digest), order: Int64(order)))
        }
        #expect(found(0, in: table).sorted() == [1, 2])
        #expect(found(1, in: table) == [3])
        #expect(found(-1, in: table).sorted() == [4, 5])
        #expect(found(1024, in: table) == [6])
    }

    @Test func `finds nothing while it is empty`() {
        #expect(found(7, in: DigestTable()).isEmpty)
    }

    private func found(_ digest: Int64, in table: DigestTable) -> [Int64] {
        var orders: [Int64] = []
        table.find(digest, into: &orders)
        return orders
    }
}
