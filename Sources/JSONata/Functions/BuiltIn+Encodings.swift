import Formats
import JSON

extension BuiltIn {
    static let encodings = [
        BuiltIn("base64encode", "<s-:s>", arity: 1) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            return try evaluator.limited(ServerBase64.encode(text))
        },
        BuiltIn("base64decode", "<s-:s>", arity: 1) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            try evaluator.spend(text.utf8.count / 8)
            return try evaluator.limited(ServerBase64.decode(text))
        },
        encoder("encodeUrlComponent", keeping: .component),
        encoder("encodeUrl", keeping: .uri),
        decoder("decodeUrlComponent", keeping: .none),
        decoder("decodeUrl", keeping: .reserved),
    ]

    private static func encoder(_ name: String, keeping kept: ByteSet) -> BuiltIn {
        BuiltIn(name, "<s-:s>", arity: 1) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            // Half a surrogate pair, which JavaScript refuses, is a replacement character in Swift.
            guard !text.unicodeScalars.contains("\u{FFFD}") else {
                throw Fault("D3140", value: .string(text), detail: name)
            }
            return try evaluator.limited(PercentEncoding.encode(text, keeping: kept))
        }
    }

    private static func decoder(_ name: String, keeping kept: ByteSet) -> BuiltIn {
        BuiltIn(name, "<s-:s>", arity: 1) { arguments, evaluator throws(Fault) in
            guard let text = arguments.string(0) else { return .undefined }
            guard let decoded = PercentEncoding.decode(text[...], keepingEscaped: kept) else {
                throw Fault("D3140", value: .string(text), detail: name)
            }
            return try evaluator.limited(decoded)
        }
    }
}

/// Base 64 over the code units 0 to 255, as jsonata-js has it on a server.
private enum ServerBase64 {
    static func encode(_ text: String) -> String {
        Base64.encode(text.utf16.map { UInt8(truncatingIfNeeded: $0) })
    }

    /// What is not in the alphabet is passed over, that for URLs is read too, and padding ends the text.
    static func decode(_ text: String) -> String {
        let digits = text.utf8.prefix { $0 != UInt8(ascii: "=") }.compactMap { letter -> UInt8? in
            switch letter {
            case UInt8(ascii: "-"): UInt8(ascii: "+")
            case UInt8(ascii: "_"): UInt8(ascii: "/")
            default: Base64.value(of: letter).map { _ in letter }
            }
        }
        // Nothing but digits is left, which are always bytes.
        let bytes = Base64.decode(digits: digits) ?? []
        return String(decoding: bytes.map(UInt16.init), as: UTF16.self)
    }
}

extension ByteSet {
    /// What JavaScript's functions for URIs leave as it is in a component (ECMA-262 §19.2.6).
    fileprivate static let component = alphanumerics.adding("-_.!~*'()")
    fileprivate static let reserved = ByteSet(";/?:@&=+$,#")
    fileprivate static let uri = component.adding(";/?:@&=+$,#")
}
