import JSON
import Testing

struct `A JSON object` {
    /// Sizes below and above the one from which names are searched by hash.
    @Test(arguments: [0, 1, 2, 16, 17, 18, 100])
    func `finds replaces and removes members in order`(count: Int) {
        var object = JSONObject((0..<count).map { ("k\($0)", .number($0)) })
        #expect(object.keys == (0..<count).map { "k\($0)" })
        for index in 0..<count {
            #expect(object["k\(index)"]?.int == index)
            object["k\(index)"] = .number(-index)
        }
        #expect(object["x"] == nil)
        #expect(object.values == (0..<count).map { .number(-$0) })
        for index in 0..<count where index.isMultiple(of: 2) {
            #expect(object.removeValue(forKey: "k\(index)")?.int == -index)
        }
        #expect(object.keys == (0..<count).filter { !$0.isMultiple(of: 2) }.map { "k\($0)" })
        #expect(object["k1"]?.int == (count > 1 ? -1 : nil))
        object["k1"] = nil
        #expect(object["k1"] == nil)
    }

    @Test func `is equal whatever the order of its members`() {
        let (left, right): (JSONValue, JSONValue) = (["a": 1, "b": 2], ["b": 2, "a": 1.0])
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left.text != right.text)
        #expect(left != ["a": 1])
        #expect(left != ["a": 1, "b": 3])
    }

    /// `é` in one scalar and in two, which Swift's strings take for the same.
    @Test(arguments: [0, 40])
    func `tells two spellings of one character apart`(others: Int) {
        let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
        #expect(composed == decomposed)
        var object = JSONObject((0..<others).map { ("k\($0)", .null) })
        object[composed] = 1
        object[decomposed] = 2
        #expect(object.count == others + 2)
        #expect(object[composed] == 1)
        #expect(object[decomposed] == 2)
        #expect(JSONValue.string(composed) != .string(decomposed))
        #expect(JSONValue.string("a\u{301}\u{323}") != .string("a\u{323}\u{301}"))
    }
}
