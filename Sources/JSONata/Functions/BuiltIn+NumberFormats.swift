import JSON

extension BuiltIn {
    static let numberFormats = [
        BuiltIn("formatNumber", "<n-so?:s>", arity: 3) { arguments, evaluator throws(Fault) in
            guard let number = arguments.number(0) else { return .undefined }
            let picture = try NumberPicture(
                evaluator.picture(arguments),
                options: arguments.object(2)
            )
            return try evaluator.limited(picture.format(number))
        },
        BuiltIn("formatBase", "<n-n?:s>", arity: 2) { arguments, _ throws(Fault) in
            guard let number = arguments.number(0) else { return .undefined }
            let radix = rounded(arguments.number(1) ?? 10, places: 0)
            guard (2...36).contains(radix) else {
                throw Fault("D3100", value: arguments[1].shown)
            }
            return .string(text(of: rounded(number, places: 0), radix: Int(radix)))
        },
        BuiltIn("formatInteger", "<n-s:s>", arity: 2) { arguments, evaluator throws(Fault) in
            guard let number = arguments.number(0) else { return .undefined }
            let picture = try IntegerPicture(evaluator.picture(arguments))
            let length = evaluator.limits.maximumStringLength
            return try evaluator.limited(
                picture.format(number.rounded(.down), maximumLength: length)
            )
        },
        BuiltIn("parseInteger", "<s-s:n>", arity: 2) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            try evaluator.spend(text.utf8.count / 2)
            let picture = try IntegerPicture(evaluator.picture(arguments))
            return .number(try picture.parse(text) ?? .nan)
        },
    ]

    /// A whole number in another base, also one that no `Int` holds.
    private static func text(of number: Double, radix: Int) -> String {
        if let int = Int(exactly: number) { return String(int, radix: radix) }
        guard number.isFinite else { return NumberText.of(number) }
        var (digits, rest): (String, Double) = ("", abs(number))
        let base = Double(radix)
        while rest > 0 {
            // Above 2^53 the division drops what the double does not hold, and a zero is written.
            let digit = rest >= 0x1p53 ? 0 : rest.truncatingRemainder(dividingBy: base)
            digits = String(Int(digit), radix: radix) + digits
            rest = ((rest - digit) / base).rounded(.down)
        }
        return (number < 0 ? "-" : "") + digits
    }
}

extension Evaluator {
    /// The picture of a number; reading one costs far more than looking at a text.
    fileprivate func picture(_ arguments: Arguments) throws(Fault) -> String {
        let picture = arguments.string(1) ?? ""
        try spend(picture.utf8.count)
        return picture
    }
}
