import HTTPTypes
import Testing

@testable import HTTP

/// Reads requests as a server does, from bytes that arrive in pieces.
struct RequestReading {
    var limits = HeadLimits()
    var maximumBodySize = 1_000

    /// One line for every request, and one for the refusal that ends the reading.
    func outcome(of text: String, cutAt cuts: [Int] = []) -> [String] {
        outcome(of: Array(text.utf8), cutAt: cuts)
    }

    func outcome(of bytes: [UInt8], cutAt cuts: [Int] = []) -> [String] {
        var connection = Connection(reading: self)
        var start = 0
        for end in cuts + [bytes.count] {
            connection.feed(bytes[start..<end])
            start = end
        }
        return connection.lines
    }

    /// The same from the whole, from two halves at every place, and from single bytes.
    func outcomes(of text: String) -> Set<[String]> {
        let bytes = Array(text.utf8)
        var outcomes: Set = [outcome(of: bytes), outcome(of: bytes, cutAt: Array(0..<bytes.count))]
        for cut in 0...bytes.count { outcomes.insert(outcome(of: bytes, cutAt: [cut])) }
        return outcomes
    }

    private struct Connection {
        let reading: RequestReading
        var lines: [String] = []
        private var input = InputBuffer()
        private var parser: RequestParser
        private var request: RequestParser.Request?
        private var decoder: BodyDecoder?
        private var body: [UInt8] = []
        private var isRefused = false

        init(reading: RequestReading) {
            self.reading = reading
            parser = RequestParser(limits: reading.limits)
        }

        mutating func feed(_ bytes: ArraySlice<UInt8>) {
            guard !isRefused else { return }
            input.append(bytes)
            do {
                while try step() {}
            } catch {
                lines.append("\(error.status.code) \(error.detail)")
                isRefused = true
            }
        }

        private mutating func step() throws(RequestRefusal) -> Bool {
            guard let request else { return try readHead() }
            do {
                guard try decoder?.decode(&input, into: &body) == true else { return false }
            } catch {
                throw RequestRefusal(error)
            }
            lines.append(Self.line(request, body))
            self.request = nil
            return true
        }

        private mutating func readHead() throws(RequestRefusal) -> Bool {
            request = try parser.next(&input)
            guard let request else { return false }
            body = []
            do {
                decoder = try BodyDecoder(
                    request.framing,
                    limit: reading.maximumBodySize,
                    trailer: reading.limits
                )
            } catch {
                throw RequestRefusal(error)
            }
            return true
        }

        private static func line(_ request: RequestParser.Request, _ body: [UInt8]) -> String {
            let head = request.head
            let target = head.path + (head.query.map { "?\($0)" } ?? "")
            return [
                "\(head.method) \(target) \(head.authority ?? "-")",
                request.isPersistent ? "" : " close",
                request.expectsContinue ? " expect" : "",
                body.isEmpty ? "" : " \(String(decoding: body, as: UTF8.self))",
            ].joined()
        }
    }
}
