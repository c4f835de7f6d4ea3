import Testing

@testable import orderd

struct `Connections` {
    @Test(arguments: [
        (1_048_576, 10_000), (10_240, 10_000), (1_024, 912), (256, 144), (64, 8), (8, 8),
    ])
    func `leave files for the store and for calls to SES and SNS`(openFiles: Int, served: Int) {
        let connections = ProcessLimits.connections(
            wanted: 10_000,
            openFiles: openFiles,
            outgoing: 32
        )
        #expect(connections == served)
    }

    @Test func `are no more than wanted`() {
        #expect(ProcessLimits.connections(wanted: 5, openFiles: 1_024, outgoing: 32) == 5)
    }
}
