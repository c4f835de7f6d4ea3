/// A part of AWS with its own names: the world, China, the governments.
package struct Partition: Sendable, Hashable {
    /// As in ARNs: `aws-cn`.
    package let id: String
    /// What host names end with.
    package let suffix: String
    /// What the host names for IPv4 and IPv6 end with.
    package let dualStackSuffix: String
    /// What the names of its regions begin with; empty for the world, which has the rest.
    private let regionPrefix: String

    /// The partition that a region belongs to.
    package init(region: String) {
        self = Self.all.first { region.hasPrefix($0.regionPrefix) } ?? Self.world
    }

    private init(_ id: String, _ regionPrefix: String, _ suffix: String, _ dualStackSuffix: String)
    {
        self.id = id
        self.regionPrefix = regionPrefix
        self.suffix = suffix
        self.dualStackSuffix = dualStackSuffix
    }

    private static let world = Partition("aws", "", "amazonaws.com", "api.aws")

    private static let all = [
        Partition("aws-cn", "cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
        Partition("aws-us-gov", "us-gov-", "amazonaws.com", "api.aws"),
        Partition("aws-eusc", "eusc-de-", "amazonaws.eu", "api.amazonwebservices.eu"),
        Partition("aws-iso", "us-iso-", "c2s.ic.gov", "api.aws.ic.gov"),
        Partition("aws-iso-b", "us-isob-", "sc2s.sgov.gov", "api.aws.scloud"),
        Partition("aws-iso-e", "eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
        Partition("aws-iso-f", "us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
        world,
    ]
}
