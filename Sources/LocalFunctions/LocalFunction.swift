/// A function of the operator's own: what runs it, and what it may use.
///
/// The limits and their defaults are AWS's where it has one
/// (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
package struct LocalFunction: Sendable, Hashable {
    /// Letters, digits, `-` and `_`, at most `longestName` of them.
    package var name: String
    /// The folder of its code, without symbolic links: where it runs, and `LAMBDA_TASK_ROOT`.
    package var folder: String
    package var program: Program
    /// `module.function`, or whatever its program makes of `_HANDLER`.
    package var handler: String
    /// From the moment at which a worker takes the event.
    package var timeout = Duration.seconds(3)
    /// What a worker may hold in writable memory, in MiB.
    package var memoryMB = 128
    /// Its own variables.
    package var environment: [String: String] = [:]
    /// The most workers at a time.
    package var concurrency = 10
    /// Whose its workers are, if not the service's for all functions.
    package var owner: Owner?

    /// What speaks the runtime API.
    package enum Program: Sendable, Hashable {
        /// Python with AWS's runtime client, or with our own where that is not installed.
        case python
        /// A path and its arguments.
        case command([String])
    }

    /// A user and its group, by their numbers.
    package struct Owner: Sendable, Hashable {
        package var user: UInt32
        package var group: UInt32

        package init(user: UInt32, group: UInt32) {
            self.user = user
            self.group = group
        }
    }

    package init(name: String, folder: String, program: Program, handler: String) {
        self.name = name
        self.folder = folder
        self.program = program
        self.handler = handler
    }

    package static let pythonHandler = "lambda_function.lambda_handler"
    package static let longestName = 64
    package static let timeouts = 1...900
    package static let memories = 32...10_240
    package static let concurrencies = 1...1_000

    /// Whether a function can have the name.
    package static func isName(_ text: some StringProtocol) -> Bool {
        let isLong = text.utf8.count > longestName
        return !text.isEmpty && !isLong
            && text.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}

extension LocalFunction {
    /// The only version that there is.
    package static let version = "$LATEST"

    /// The ARN of a function here; the account is none.
    package static func arn(_ name: String, region: String) -> String {
        "arn:aws:lambda:\(region):000000000000:function:\(name)"
    }
}
