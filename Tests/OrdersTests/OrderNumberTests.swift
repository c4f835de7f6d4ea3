import Orders
import Testing

struct `An order number` {
    @Test(arguments: ["1", "001", "A.b_c-9", "...", ".1", String(repeating: "x", count: 80)])
    func `is taken as it is`(text: String) {
        #expect(OrderNumber(text)?.text == text)
    }

    @Test(arguments: [
        "", ".", "..", "a/b", "a b", "ä", "a\n", "a%20", String(repeating: "x", count: 81),
    ])
    func `is refused when a path could not carry it`(text: String) {
        #expect(OrderNumber(text) == nil)
    }

    @Test func `that is made up sorts by time and is valid`() {
        var random = SystemRandomNumberGenerator()
        let numbers = (0..<1_000).map { OrderNumber.make(milliseconds: $0, using: &random).text }
        #expect(numbers == numbers.sorted())
        #expect(numbers.allSatisfy { OrderNumber($0) != nil && $0.utf8.count == 26 })
    }

    @Test func `that is made up at the same instant differs`() {
        var random = SystemRandomNumberGenerator()
        let numbers = (0..<1_000).map { _ in OrderNumber.make(milliseconds: 1, using: &random) }
        #expect(Set(numbers).count == 1_000)
    }
}
