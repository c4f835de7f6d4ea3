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
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        let parts = bytes.split(
            separator: UInt8(ascii: ":"),
            maxSplits: 5,
            omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 6, parts[0] == "arn", !parts[1].isEmpty, !parts[2].isEmpty,
            !parts[5].isEmpty
        else { return nil }
        partition = parts[1]
        service = parts[2]
        region = parts[3]
        account = parts[4]
        resource = parts[5]
    }

    package var description: String {
        "arn:\(partition):\(service):\(region):\(account):\(resource)"
    }
}
