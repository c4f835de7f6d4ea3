import Testing

@testable import Orders

struct `A domain with letters beyond ASCII` {
    /// The examples of RFC 3492 §7.1 in lower case, and names that are in use.
    @Test(arguments: [
        ("bücher.example", "xn--bcher-kva.example"), ("BÜCHER.example", "xn--bcher-kva.example"),
        ("bu\u{308}cher.example", "xn--bcher-kva.example"), ("straße.de", "xn--strae-oqa.de"),
        ("münchen.example.com", "xn--mnchen-3ya.example.com"), ("例え.jp", "xn--r8jz45g.jp"),
        ("日本語。jp", "xn--wgv71a119e.jp"), ("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"),
        ("παράδειγμα.δοκιμή", "xn--hxajbheg2az3al.xn--jxalpdlp"),
        ("مثال.إختبار", "xn--mgbh0fb.xn--kgbechtv"),
        ("उदाहरण.परीक्षा", "xn--p1b6ci4b4b3a.xn--11b5bs3a9aj6g"),
        ("ยจฆฟคฏข.com", "xn--22cdfh1b8fsa.com"), ("실례.테스트", "xn--9n2bp8q.xn--9t4b11yi5a"),
        ("faß.de", "xn--fa-hia.de"), ("βόλος.com", "xn--nxasmm1c.com"),
        ("l·l.cat", "xn--ll-0ea.cat"),
        ("ｂücher.example", "xn--bcher-kva.example"),
        ("xn--bcher-kva.ö.example", "xn--bcher-kva.xn--nda.example"),
        ("他们为什么不说中文.cn", "xn--ihqwcrb4cv8a8dqg056pqjye.cn"),
        ("почемужеонинеговорятпорусски.ru", "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l.ru"),
        (
            "tạisaohọkhôngthểchỉnóitiếngviệt.vn",
            "xn--tisaohkhngthchnitingvit-kjcr8268qyxafd2f1b9g.vn"
        ),
        ("ひとつ屋根の下2.jp", "xn--2-u9tlzr9756bt3uc0v.jp"),
        ("3年b組金八先生.jp", "xn--3b-ww4c5e180e575a65lsy2b.jp"),
        ("そのスピードで.jp", "xn--d9juau41awczczp.jp"),
    ])
    func `is written in ASCII`(domain: String, ascii: String) {
        #expect(InternationalDomain.ascii(domain) == ascii)
    }

    @Test(arguments: [
        "☃.example", "💩.la", "ü..example", "-ü.example", "ü-.example", "üü--ü.example",
        "\u{308}u.example", "a\u{200D}ü.example", "ü_.example", "ü@.example", "ü\u{AD}.example",
        "½ü.example", "ⅳü.example", "ü\u{0}.example", "l·ü.example", "ªü.example", "ﬁü.example",
        "٠۰.example", "\u{640}م.example", "ü .example", "ü\n.example", "・.example",
    ])
    func `is refused for what no domain can have`(domain: String) {
        #expect(InternationalDomain.ascii(domain) == nil)
    }
}
