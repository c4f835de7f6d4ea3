import AWS
import Foundation
import Testing

struct `A random UUID` {
    private struct Constant: RandomNumberGenerator {
        let value: UInt64
        func next() -> UInt64 { value }
    }

    @Test(arguments: [
        (UInt64.min, "00000000-0000-4000-8000-000000000000"),
        (UInt64.max, "FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF"),
        (0x0123_4567_89AB_CDEF, "01234567-89AB-4DEF-8123-456789ABCDEF"),
    ])
    func `says its version and variant whatever is drawn`(drawn: UInt64, text: String) {
        var random = Constant(value: drawn)
        #expect(UUID(from: &random).uuidString == text)
    }
}
