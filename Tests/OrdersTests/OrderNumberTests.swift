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
        let numbers = (Int64(0)..<1_000).map { milliseconds in
            let random: UInt128 = milliseconds.isMultiple(of: 2) ? .max : .min
            return OrderNumber.make(milliseconds: milliseconds, random: random).text
        }
        #expect(numbers == numbers.sorted())
        #expect(numbers.allSatisfy { OrderNumber($0) != nil && $0.utf8.count == 26 })
    }

    @Test func `that is made up at the same instant differs by its random bits`() {
        let numbers = (0..<80).map {
            OrderNumber.make(milliseconds: 1_795_478_400_000, random: 1 << $0)
        }
        #expect(Set(numbers).count == 80)
        #expect(numbers[0].text == "01m85dmb000000000000000001")
    }
}
