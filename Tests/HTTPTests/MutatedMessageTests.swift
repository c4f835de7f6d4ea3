import Foundation
import HTTPTypes
import Testing

@testable import HTTP

/// A fuzzer over the codec: messages are damaged at random and must be read the same however they are cut.
///
/// `HTTP_FUZZ_ROUNDS=1000000 HTTP_FUZZ_SEED=7 swift test --filter damaged` looks longer and elsewhere.
struct `A message that was damaged at random` {
    /// SplitMix64: the same numbers in every run.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let rounds = number("HTTP_FUZZ_ROUNDS") ?? 4_000
    private static let seed = UInt64(number("HTTP_FUZZ_SEED") ?? 1)

    private static func number(_ variable: String) -> Int? {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    }

    /// Bytes that mean something to a parser.
    private static let telling =
        Array("\r\n :;,%/?#[]@0123456789abcdefxX+-\t\u{0}\u{7F}".utf8) + [0xFF]

    private static func damaged(_ bytes: [UInt8], with numbers: inout Numbers) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &numbers) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &numbers)
            let telling = telling.randomElement(using: &numbers) ?? 0
            switch Int.random(in: 0..<4, using: &numbers) {
            case 0: bytes[place] = telling
            case 1: bytes.insert(telling, at: place)
            case 2: bytes.remove(at: place)
            default: bytes.removeSubrange(place..<min(bytes.count, place + 8))
            }
        }
        return bytes
    }

    private static func cuts(_ count: Int, _ numbers: inout Numbers) -> [Int] {
        (0..<Int.random(in: 0...5, using: &numbers))
            .map { _ in Int.random(in: 0...count, using: &numbers) }.sorted()
    }

    @Test func `is read the same however it is cut, and stops nothing`() throws {
        var numbers = Numbers(state: Self.seed)
        let reading = RequestReading()
        let texts = try WireCase.files.flatMap(WireCase.read).map(\.bytes)
            .filter { $0.count < 2_000 }
        for _ in 0..<Self.rounds {
            var bytes = texts.randomElement(using: &numbers) ?? []
            // Two messages spliced where neither expects it.
            if Bool.random(using: &numbers) {
                let other = texts.randomElement(using: &numbers) ?? []
                bytes = bytes.prefix(Int.random(in: 0...bytes.count, using: &numbers)) + other
            }
            bytes = Self.damaged(bytes, with: &numbers)
            let whole = reading.outcome(of: bytes)
            let inPieces = reading.outcome(of: bytes, cutAt: Self.cuts(bytes.count, &numbers))
            #expect(whole == inPieces, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }

    @Test func `from a server stops nothing either`() {
        var numbers = Numbers(state: Self.seed)
        let texts = `A client`.complete.map(\.text) + `A client`.incomplete + `A client`.invalid
        for _ in 0..<Self.rounds {
            let text = texts.randomElement(using: &numbers) ?? ""
            let bytes = Self.damaged(Array(text.utf8), with: &numbers)
            let whole = Self.outcome(of: bytes, cutAt: [])
            #expect(whole == Self.outcome(of: bytes, cutAt: Self.cuts(bytes.count, &numbers)))
        }
    }

    /// What a client makes of an answer: its status and body, or what is wrong.
    private static func outcome(of bytes: [UInt8], cutAt cuts: [Int]) -> String {
        var (input, body) = (InputBuffer(), [UInt8]())
        var parser = ResponseParser(limits: HeadLimits())
        var response: ResponseParser.Response?
        var decoder: BodyDecoder?
        var start = 0
        do throws(MessageFault) {
            for end in cuts + [bytes.count] {
                input.append(bytes[start..<end])
                start = end
                if response == nil {
                    response = try parser.next(&input, answering: .get)
                    guard let response else { continue }
                    decoder = try BodyDecoder(
                        response.framing,
                        limit: 1_000,
                        trailer: HeadLimits()
                    )
                }
                guard try decoder?.decode(&input, into: &body) != true else { break }
            }
        } catch {
            return error.detail
        }
        return "\(response?.status.code ?? 0) \(String(decoding: body, as: UTF8.self))"
    }
}
