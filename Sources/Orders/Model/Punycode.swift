/// Unicode text as letters, digits and hyphens (RFC 3492).
enum Punycode {
    // RFC 3492 §5.
    private static let base: UInt32 = 36
    private static let tMin: UInt32 = 1
    private static let tMax: UInt32 = 26
    private static let skew: UInt32 = 38
    private static let damp: UInt32 = 700
    private static let initialBias: UInt32 = 72
    private static let initialScalar: UInt32 = 0x80

    /// The encoded label without its `xn--`.
    ///
    /// Labels of hosts are short: of at most 1,000 scalars no number here passes 32 bits.
    static func encode(_ label: [Unicode.Scalar]) -> String {
        precondition(label.count <= 1_000, "a label of a host name is short")
        var output = label.filter(\.isASCII).map { UInt8($0.value) }
        var handled = UInt32(output.count)
        if handled > 0 { output.append(UInt8(ascii: "-")) }
        let basic = handled
        var (next, delta, bias) = (initialScalar, UInt32(0), initialBias)
        for scalar in Set(label.map(\.value)).filter({ $0 >= initialScalar }).sorted() {
            delta += (scalar - next) * (handled + 1)
            next = scalar
            for other in label {
                if other.value < next { delta += 1 }
                guard other.value == next else { continue }
                append(delta, bias, to: &output)
                bias = adapt(delta, points: handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// A number in digits whose weight grows with the bias (RFC 3492 §3.3).
    private static func append(_ number: UInt32, _ bias: UInt32, to output: inout [UInt8]) {
        var (rest, place) = (number, base)
        while true {
            let threshold = place <= bias ? tMin : min(tMax, place - bias)
            guard rest >= threshold else { break }
            output.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            place += base
        }
        output.append(digit(rest))
    }

    private static func digit(_ value: UInt32) -> UInt8 {
        value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
    }

    private static func adapt(_ delta: UInt32, points: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / points
        var steps: UInt32 = 0
        while delta > (base - tMin) * tMax / 2 {
            delta /= base - tMin
            steps += base
        }
        return steps + (base - tMin + 1) * delta / (delta + skew)
    }
}
