import AWS
import Testing

struct `A random UUID` {
    @Test(arguments: [
        ([UInt8](repeating: 0, count: 16), "00000000-0000-4000-8000-000000000000"),
        ([UInt8](repeating: 255, count: 16), "ffffffff-ffff-4fff-bfff-ffffffffffff"),
        (
            [
                0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF, 0x01, 0x23, 0x45, 0x67, 0x89, 0xAB,
                0xCD, 0xEF,
            ], "01234567-89ab-4def-8123-456789abcdef"
        ),
    ])
    func `says its version and variant whatever is drawn`(drawn: [UInt8], text: String) {
        #expect(RandomUUID.text(drawn) == text)
    }
}
