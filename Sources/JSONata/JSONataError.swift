package import JSON

/// Why an expression was refused or could not be evaluated, with the code that jsonata-js uses.
///
/// `S` codes are of the parser, `T` codes of types, `D` codes of values; `U1001` stands for a limit.
package struct JSONataError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Such as `T2001`.
    package let code: String
    /// How many UTF-16 code units of the expression end with the token at fault, when one is.
    package let position: Int?
    /// The operator, function or text at fault.
    package let token: String?
    /// The value at fault.
    package let value: JSONValue?
    /// The text that jsonata-js gives for the code.
    package let message: String

    /// `T1006: Attempted to invoke a non-function`.
    package var description: String { "\(code): \(message)" }

    /// A failure of a function that the host adds; it is reported as it is.
    package init(code: String, message: String, value: JSONValue? = nil) {
        self.init(code: code, position: nil, token: nil, value: value, message: message)
    }

    /// An expression makes more than it may: AWS's words.
    package static var outOfMemory: JSONataError {
        JSONataError(
            code: "U1001",
            message: "Expression evaluation memory limit exceeded: Check for excessive memory usage"
        )
    }

    init(code: String, position: Int?, token: String?, value: JSONValue?, message: String) {
        self.code = code
        self.position = position
        self.token = token
        self.value = value
        self.message = message
    }
}
