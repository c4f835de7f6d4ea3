import Foundation
import OrderStoreSQLite
import Orders
import StoreConformance
import TestClosing
import Testing

@Suite(.closing)
struct `A page of few among many orders` {
    @Test func `looks at so many of them and says where to go on`() async throws {
        let path = try TestFolder.make().appending(path: "orders.sqlite").path
        var configuration = SQLiteOrderStore.Configuration(path: path)
        configuration.maximumScan = 3
        let store = try SQLiteOrderStore(configuration, at: noon)
        afterwards { try await store.close() }
        for number in 1...8 { try await submit("\(number)", at: Double(number), to: store) }
        var filter = OrderFilter()
        filter.createdBefore = noon(plus: 3)
        var (pages, next) = ([[String]](), Int64?.none)
        repeat {
            let page = try await store.list(OrderQuery(filter, before: next, limit: 2))
            pages.append(page.orders.map(\.id.text))
            next = page.next
        } while next != nil && pages.count < 10
        #expect(pages == [[], [], ["2", "1"]])
    }
}
