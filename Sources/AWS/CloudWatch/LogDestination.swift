/// A log stream of CloudWatch Logs.
package struct LogDestination: Sendable, Hashable {
    package let group: String
    package let stream: String

    package init(group: String, stream: String) {
        self.group = group
        self.stream = stream
    }

    /// The longest name, in characters (CloudWatch Logs API Reference, CreateLogGroup and CreateLogStream).
    package static let longestName = 512

    /// What is wrong with the name of a group; nil when it is in order.
    package static func fault(ofGroup name: String) -> String? {
        if let fault = fault(ofLength: name) { return fault }
        if name.hasPrefix("aws/") { return "begins with aws/, which is kept for AWS itself" }
        let isPlain = name.allSatisfy { character in
            character.isASCII
                && (character.isLetter || character.isNumber || "._-/#".contains(character))
        }
        return isPlain ? nil : "may have letters, digits and . _ - / # alone"
    }

    /// What is wrong with the name of a stream; nil when it is in order.
    package static func fault(ofStream name: String) -> String? {
        if let fault = fault(ofLength: name) { return fault }
        let isRefused = name.unicodeScalars.contains {
            $0 == ":" || $0 == "*" || $0.properties.generalCategory == .control
        }
        return isRefused ? "may have neither : nor * nor control characters" : nil
    }

    private static func fault(ofLength name: String) -> String? {
        let length = name.unicodeScalars.count
        return (1...longestName).contains(length)
            ? nil : "has \(length) characters; 1 to \(longestName) are wanted"
    }

    /// The stream of one start of a program on that machine, in characters that every name may have.
    package static func stream(host: String, start: String) -> String {
        let name = host.isEmpty ? "orderd" : host
        return String("\(name)/\(start)".map { $0 == ":" || $0 == "*" ? "-" : $0 })
    }
}
