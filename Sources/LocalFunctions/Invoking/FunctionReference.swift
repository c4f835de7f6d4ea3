/// The function that a caller names: `Name`, `Name:qualifier`, a partial ARN or a whole one.
///
/// The forms are those of the Invoke API's `FunctionName`
/// (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html). The name decides: a definition that was written for AWS
/// calls the function of this name here, whatever region, account, version or alias it names.
struct FunctionReference: Hashable, Sendable {
    let name: String
    /// The version or alias, if it names one.
    let qualifier: String?
    /// The whole ARN, if it is one; with its qualifier.
    private let arn: String?

    /// Reads the reference; nil when it has none of the forms.
    ///
    /// `qualifier` is what the query names; the two must not differ.
    init?(_ text: String, qualifier: String? = nil) {
        guard text.utf8.count <= Self.longest else { return nil }
        var parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let isARN = parts.count >= 7 && parts[0] == "arn"
        if isARN {
            guard parts[1].hasPrefix("aws"), parts[2] == "lambda", parts[5] == "function",
                Self.isAccount(parts[4]), !parts[3].isEmpty
            else { return nil }
            parts.removeFirst(6)
        } else if parts.count >= 3, Self.isAccount(parts[0]), parts[1] == "function" {
            parts.removeFirst(2)
        }
        guard let name = parts.first, LocalFunction.isName(name), parts.count <= 2 else {
            return nil
        }
        let own = parts.count == 2 ? String(parts[1]) : nil
        if let own, !Self.isQualifier(own) { return nil }
        if let qualifier, !Self.isQualifier(qualifier) || own != nil && own != qualifier {
            return nil
        }
        self.name = String(name)
        self.qualifier = own ?? qualifier
        let suffix = own == nil ? qualifier.map { ":\($0)" } ?? "" : ""
        arn = isARN ? text + suffix : nil
    }

    /// What the function is told that it was called by.
    func arn(region: String) -> String {
        if let arn { return arn }
        let suffix = qualifier.map { ":\($0)" } ?? ""
        return LocalFunction.arn(name, region: region) + suffix
    }

    private static let longest = 256

    private static func isAccount(_ text: Substring) -> Bool {
        text.utf8.count == 12 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isQualifier(_ text: String) -> Bool {
        text == LocalFunction.version
            || text.utf8.count <= 128 && LocalFunction.isName(text.prefix(64))
                && (text.utf8.count <= 64 || LocalFunction.isName(text.dropFirst(64)))
    }
}
