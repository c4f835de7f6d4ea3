import AWS
import Testing

struct `A random UUID` {
    private struct Constant: RandomNumberGenerator {
        let value: UInt64
        func next() -> UInt64 { value }
    }

    @Test(arguments: [
        (UInt64.min, "00000000-0000-4000-8000-000000000000"),
        (UInt64.max, "ffffffff-ffff-4fff-bfff-ffffffffffff"),
        (0x0123_4567_89AB_CDEF, "01234567-89ab-4def-8123-456789abcdef"),
    ])
    func `says its version and variant whatever is drawn`(drawn: UInt64, text: String) {
        var random = Constant(value: drawn)
        #expect(RandomUUID.text(of: &random) == text)
    }
}
