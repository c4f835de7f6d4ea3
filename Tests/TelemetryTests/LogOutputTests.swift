import Dispatch
import Synchronization
import Testing

@testable import Telemetry

/// Where lines go when whoever reads them is slow.
struct `The log's own thread` {
    @Test func `holds nobody up, drops beyond its limit and says how many`() throws {
        let reader = Reader()
        let output = LogOutput(on: "test") { reader.read($0) }
        let extra = 10
        reader.gate.withLock { _ in
            // The reader stands still; one line may be in its hands already.
            for index in 0..<(LogOutput.maximumWaiting + extra) {
                output.write(Array("\(index)\n".utf8))
            }
        }
        let expected = LogOutput.maximumWaiting + 1
        while reader.lines.withLock({ $0.count }) < expected {
            try #require(reader.hasMore.wait(timeout: .now() + 600) == .success)
        }
        let written = reader.lines.withLock { $0 }
        #expect(written.count == expected)
        #expect(written.contains { $0.contains(#""lines":\#(extra)"#) })
        #expect(written.filter { !$0.contains("dropped") }.first == "0\n")
    }
}

/// Reads lines as long as its gate is not held.
private final class Reader: Sendable {
    let gate = Mutex(())
    let lines = Mutex<[String]>([])
    let hasMore = DispatchSemaphore(value: 0)

    func read(_ line: [UInt8]) {
        gate.withLock { _ in }
        let text = String(decoding: line, as: UTF8.self)
        lines.withLock { $0 += text.split(separator: "\n").map { "\($0)\n" } }
        hasMore.signal()
    }
}
