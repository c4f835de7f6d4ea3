import Testing

@testable import OrderStoreSQLite

struct `The digest table` {
    @Test func `finds every order again after it has grown many times`() {
        var table = DigestTable()
        for order in 1...5_000 as ClosedRange<Int64> {
            table.insert(DigestTable.Entry(digest: order &* 0x9E37_79B9_7F4A_7C1, order: order))
        }
        #expect(table.count == 5_000)
        #expect(table.entries.count == 5_000)
        for order in 1...5_000 as ClosedRange<Int64> {
            #expect(found(order &* 0x9E37_79B9_7F4A_7C1, in: table) == [order])
        }
        #expect(found(1, in: table).isEmpty)
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
