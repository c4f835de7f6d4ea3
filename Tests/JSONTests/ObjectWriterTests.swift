import FoundationEssentials
import JSON
import Testing

struct `An object writer` {
    @Test func `writes members one by one`() throws {
        var object = ObjectWriter()
        object.add("text", "a\"b\n")
        object.add("none", nil as String?)
        object.add("some", "ü" as String?)
        object.add("path", path: "/orders/", "7", "/history")
        for (index, number) in [0, 9, 10, -1, Int.max, Int.min].enumerated() {
            object.addValue(name: "n\(index)") { JSONValue.write(number: number, into: &$0) }
        }
        object.add("numbers", [1, 20, -3])
        object.add("empty", [Int]())
        object.add("value", ["a": [1.5, nil]])
        object.add("at", Date(timeIntervalSince1970: 0.001))
        object.add("never", nil as Date?)
        object.add("json", json: "{}")
        object.add("bytes", json: Array("[]".utf8))
        object.add("absent", json: nil as [UInt8]?)
        object.add("array", array: [Array("1".utf8), Array(#""x""#.utf8)])
        object.add(name: "array\"", array: [])
        #expect(
            String(decoding: object.finished(), as: UTF8.self)
                == #"{"text":"a\"b\n","some":"ü","path":"/orders/7/history","n0":0,"n1":9,"n2":10,"#
                + #""n3":-1,"n4":9223372036854775807,"n5":-9223372036854775808,"#
                + #""numbers":[1,20,-3],"empty":[],"value":{"a":[1.5,null]},"#
                + #""at":"1970-01-01T00:00:00.001Z","json":{},"bytes":[],"array":[1,"x"],"#
                + #""array\"":[]}"#
        )
    }

    @Test func `writes objects in their place`() {
        var object = ObjectWriter(reservingCapacity: 0)
        object.add("empty") { _ in }
        object.add("a") { object in
            object.add("b") { $0.add("c", 1) }
            object.add("d", 2)
        }
        object.add(name: "e\n") { $0.add("f", 3) }
        object.add("list", objects: [4, 5]) { object, number in
            object.add("g", number)
            object.add("h", number + 1)
        }
        object.add("none", objects: [Int]()) { $0.add("g", $1) }
        object.add("z", 6)
        #expect(
            String(decoding: object.finished(), as: UTF8.self)
                == #"{"empty":{},"a":{"b":{"c":1},"d":2},"e\n":{"f":3},"#
                + #""list":[{"g":4,"h":5},{"g":5,"h":6}],"none":[],"z":6}"#
        )
    }

    @Test func `goes on behind a text`() {
        var text = Array("data: ".utf8)
        var object = ObjectWriter(appendingTo: &text)
        #expect(text.isEmpty)
        object.add("a", 1)
        text = object.finished()
        #expect(String(decoding: text, as: UTF8.self) == #"data: {"a":1}"#)
        #expect(ObjectWriter().finished() == Array("{}".utf8))
    }
}
