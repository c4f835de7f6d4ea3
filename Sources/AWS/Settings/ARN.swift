/// An Amazon Resource Name: `arn:aws:sns:us-east-1:123456789012:orders`.
package struct ARN: Sendable, Hashable, LosslessStringConvertible {
    /// `aws`.
    package let partition: String
    /// `sns`.
    package let service: String
    /// `us-east-1`; empty when the resource is in none.
    package let region: String
    /// `123456789012`; empty when the resource is in none.
    package let account: String
    /// The rest, colons and all.
    package let resource: String

    /// Reads a name; nil when it is none.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", !parts[1].isEmpty, !parts[2].isEmpty,
            !parts[5].isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        partition = String(parts[1])
        service = String(parts[2])
        region = String(parts[3])
        account = String(parts[4])
        resource = String(parts[5])
    }

    package var description: String {
        "arn:\(partition):\(service):\(region):\(account):\(resource)"
    }
}
