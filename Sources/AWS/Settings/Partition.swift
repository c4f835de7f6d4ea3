/// A part of AWS with its own names: the world, China, the governments.
package struct Partition: Sendable, Hashable {
    /// As in ARNs: `aws-cn`.
    package let id: String
    /// What host names end with.
    package let suffix: String
    /// What the host names for IPv4 and IPv6 end with.
    package let dualStackSuffix: String
    /// What the names of its regions begin with, a hyphen at the end.
    private let regionPrefixes: [String]

    /// The partition that a region belongs to by the form of its name, known to us or newer; nil: to none.
    ///
    /// Botocore's `partitions.json` has these forms: `^(us|eu|…)\-\w+\-\d+$`.
    package init?(region: String) {
        guard let found = Self.all.first(where: { $0.has(region) }) else { return nil }
        self = found
    }

    private init(_ id: String, _ prefixes: [String], _ suffix: String, _ dualStackSuffix: String) {
        self.id = id
        regionPrefixes = prefixes
        self.suffix = suffix
        self.dualStackSuffix = dualStackSuffix
    }

    private func has(_ region: String) -> Bool {
        regionPrefixes.contains { prefix in
            guard region.hasPrefix(prefix) else { return false }
            let rest = region.dropFirst(prefix.count)
                .split(separator: "-", omittingEmptySubsequences: false)
            return rest.count == 2 && !rest[0].isEmpty && !rest[1].isEmpty
                && rest[0].utf8.allSatisfy(Self.isLetterOrDigit)
                && rest[1].utf8.allSatisfy { (48...57).contains($0) }
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte)
    }

    private static let all = [
        Partition(
            "aws",
            ["us-", "eu-", "ap-", "sa-", "ca-", "me-", "af-", "il-", "mx-"],
            "amazonaws.com",
            "api.aws"
        ),
        Partition("aws-cn", ["cn-"], "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
        Partition("aws-us-gov", ["us-gov-"], "amazonaws.com", "api.aws"),
        Partition("aws-eusc", ["eusc-de-"], "amazonaws.eu", "api.amazonwebservices.eu"),
        Partition("aws-iso", ["us-iso-"], "c2s.ic.gov", "api.aws.ic.gov"),
        Partition("aws-iso-b", ["us-isob-"], "sc2s.sgov.gov", "api.aws.scloud"),
        Partition("aws-iso-e", ["eu-isoe-"], "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
        Partition("aws-iso-f", ["us-isof-"], "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
    ]
}
