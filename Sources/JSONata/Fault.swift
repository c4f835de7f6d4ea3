import JSON

/// An error on its way out: position and token may still be filled in by what called the faulty part.
///
/// Indirect, so that it is one pointer: every function that can fail has room for it on the stack.
@dynamicMemberLookup
indirect enum Fault: Error {
    case of(Details)

    struct Details {
        let code: String
        var position: Int?
        var token: JSONValue?
        var value: JSONValue?
        var value2: JSONValue?
        /// The number of the argument at fault, from 1.
        var index: Int?
        /// The words for the types that an array should have held, or another text of the message.
        var detail: String?
        /// The whole message, when it is not in the table.
        var text: String?
    }

    init(
        _ code: String,
        at position: Int? = nil,
        token: JSONValue? = nil,
        value: JSONValue? = nil,
        value2: JSONValue? = nil,
        index: Int? = nil,
        detail: String? = nil
    ) {
        let details = Details(
            code: code,
            position: position,
            token: token,
            value: value,
            value2: value2,
            index: index,
            detail: detail
        )
        self = .of(details)
    }

    private var details: Details {
        switch self {
        case .of(let details): details
        }
    }

    subscript<Member>(dynamicMember member: WritableKeyPath<Details, Member>) -> Member {
        get { details[keyPath: member] }
        set {
            var details = details
            details[keyPath: member] = newValue
            self = .of(details)
        }
    }

    /// Such as `T2001`.
    var code: String { details.code }

    /// What the message table makes of it.
    var message: String { details.message }

    /// The error as the caller sees it.
    var error: JSONataError { details.error }

    static func limit(_ text: String, at position: Int? = nil) -> Fault {
        var fault = Fault("U1001", at: position)
        fault.text = text
        return fault
    }
}

extension Fault.Details {
    fileprivate var error: JSONataError {
        JSONataError(
            code: code,
            position: position,
            token: token.map { $0.string ?? $0.text },
            value: value,
            message: text ?? message
        )
    }

    /// The template with its fields filled in: `{{{x}}}` as it is, `{{x}}` as JSON.
    fileprivate var message: String {
        var message = ""
        var rest = Substring(Fault.templates[code] ?? code)
        while let open = rest.firstRange(of: "{{") {
            message += rest[..<open.lowerBound]
            rest = rest[open.upperBound...]
            let isRaw = rest.first == "{"
            if isRaw { rest.removeFirst() }
            guard let close = rest.firstRange(of: isRaw ? "}}}" : "}}") else { break }
            message += field(String(rest[..<close.lowerBound]), isRaw: isRaw)
            rest = rest[close.upperBound...]
        }
        return message + rest
    }

    private func field(_ name: String, isRaw: Bool) -> String {
        let field: JSONValue? =
            switch name {
            case "token": token
            case "value": value
            case "value2", "exp": value2
            case "index": index.map { .number($0) }
            default: detail.map { .string($0) }
            }
        guard let field else { return "undefined" }
        return isRaw ? field.string ?? field.text : field.text
    }
}

extension Substring {
    /// Where the text occurs first; the standard library's own search is in another module.
    fileprivate func firstRange(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            formIndex(after: &start)
        }
        return nil
    }
}
