import AWS
import Testing

struct XMLElementTests {
    @Test func `elements, text, references and CDATA are read; the rest is passed over`() throws {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- an answer -->
            <ns:Answer xmlns:ns="urn:x" a='1 > 0'>
              <Id>a&lt;b&amp;&#65;&#x1F600;<!-- c --><![CDATA[<&]]></Id><Empty /><Id>2</Id>
            </ns:Answer>

            """
        let root = try XMLElement(parsing: Array(text.utf8))
        #expect(root.name == "Answer")
        #expect(root.children.map(\.name) == ["Id", "Empty", "Id"])
        #expect(root["Id"]?.text == "a<b&A😀<&")
        #expect(root["Empty"]?.text == "")
        #expect(root["None"] == nil)
    }

    @Test(
        arguments: [
            "", "text", "<a>", "<a></b>", "<a/><b/>", "<a/>x", "<a b></a>", "<a b=c/>", "<a b='c/>",
            "<a>&bad;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#+65;</a>", "<a>&lt</a>",
            "<!DOCTYPE a><a/>", "<a><![CDATA[x</a>", "<a><!-- x</a>", "< a/>", "<a", "<a><",
        ]
    )
    func `what is not XML is refused`(_ text: String) {
        #expect(throws: XMLError.self) { try XMLElement(parsing: Array(text.utf8)) }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: XMLError.self) {
            try XMLElement(parsing: Array("<a>".utf8) + [0xFF] + Array("</a>".utf8))
        }
    }

    @Test func `elements stand as deep as the limit and no deeper`() throws {
        func nested(_ depth: Int) -> [UInt8] {
            let open = String(repeating: "<a>", count: depth)
            return Array((open + String(repeating: "</a>", count: depth)).utf8)
        }
        _ = try XMLElement(parsing: nested(XMLElement.depthLimit))
        #expect(throws: XMLError.self) {
            try XMLElement(parsing: nested(XMLElement.depthLimit + 1))
        }
    }
}
