import Orders
import Testing

struct `A search for an address` {
    @Test(arguments: [
        (#"{"customerEmail":"buyer@example.com"}"#, true),
        (#"{"customerEmail":"Buyer@EXAMPLE.com"}"#, true),
        (#"{"a":[{"b":["buyer@example.com"]}]}"#, true),
        (#"{"a":"buyer\u0040example.com"}"#, true), (#"{"a":"\/","b":"buyer@example.com"}"#, true),
        (#"{"a":"bbuyer@example.com"}"#, false), (#"{"a":"buyer@example.com.au"}"#, false),
        (#"{"a":"write to buyer@example.com"}"#, false), (#"{"buyer@example.com":1}"#, false),
        (#"{"a":"bubuyer@example.co","b":"buyer@example.com"}"#, true), ("{", false), ("", false),
        (#""buyer@example.com""#, true),
    ])
    func `finds it as a whole string`(input: String, isThere: Bool) throws {
        let search = try #require(AddressSearch("buyer@Example.com"))
        #expect(search.finds(in: Array(input.utf8)) == isThere)
    }

    @Test(arguments: ["", "ada", "@" + String(repeating: "a", count: 320)])
    func `needs an address`(text: String) { #expect(AddressSearch(text) == nil) }

    @Test(arguments: ["aa@aab", "@@@a", "ab@ab@ab"])
    func `misses none that begins within another beginning`(address: String) throws {
        let search = try #require(AddressSearch(address))
        for count in 0...3 {
            let before = String(address.prefix(count))
            #expect(search.finds(in: Array("[\"\(before)\",\"\(address)\"]".utf8)))
            #expect(search.finds(in: Array("[\"\(before)\(address)\"]".utf8)) == (count == 0))
        }
    }

    @Test func `tells letters beyond ASCII apart`() throws {
        let search = try #require(AddressSearch("bücher@example.com"))
        #expect(search.finds(in: Array(#"{"a":"bücher@example.com"}"#.utf8)))
        #expect(!search.finds(in: Array(#"{"a":"BÜCHER@example.com"}"#.utf8)))
    }
}
