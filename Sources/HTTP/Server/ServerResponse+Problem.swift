internal import HTTPTypes

extension ServerResponse {
    /// Problem details (RFC 9457) that say why a request was refused.
    public init(_ refusal: RequestRefusal, requestID: String) {
        let title = refusal.status.reasonPhrase
        let type = title.lowercased().replacing(" ", with: "-")
        let members = [
            #""type":"/problems/\#(type)""#,
            #""title":\#(Self.quoted(title))"#,
            #""status":\#(refusal.status.code)"#,
            #""detail":\#(Self.quoted(refusal.detail))"#,
            #""requestId":\#(Self.quoted(requestID))"#,
        ]
        self.init(
            refusal.status,
            fields: [.contentType: "application/problem+json"],
            body: Array("{\(members.joined(separator: ","))}".utf8)
        )
    }

    /// A JSON string; this target stands beside JSON, not on it.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case ..." ": quoted += scalar == " " ? " " : "\\u00\(Self.hexadecimal(scalar))"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return digits.count == 1 ? "0\(digits)" : digits
    }
}
