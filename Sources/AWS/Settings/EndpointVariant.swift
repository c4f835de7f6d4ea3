/// Which of a service's hosts in a region is meant.
struct EndpointVariant: Sendable, Hashable {
    /// The one whose cryptography is validated to FIPS 140.
    var isFIPS = false
    /// The one with addresses of IPv4 and of IPv6.
    var isDualStack = false
}

extension AWSService {
    /// The service's host in a region, by AWS's endpoint rules as botocore 1.44 has them.
    ///
    /// They are regular but for the regions of the US government, where some hosts are validated as they are.
    func host(in region: String, of partition: Partition, _ variant: EndpointVariant) -> String {
        let isMarked =
            partition.id == "aws-us-gov"
            ? isMarkedForGovernment(region, variant) : variant.isFIPS
        let suffix = variant.isDualStack ? partition.dualStackSuffix : partition.suffix
        return "\(hostPrefix)\(isMarked ? "-fips" : "").\(region).\(suffix)"
    }

    /// Whether the host that is validated has another name there.
    private func isMarkedForGovernment(_ region: String, _ variant: EndpointVariant) -> Bool {
        let isFIPS = variant.isFIPS
        switch self {
        case .cloudWatch: return false
        // Step Functions has one host for both kinds of addresses there, and it is validated.
        case .sfn: return variant.isDualStack || isFIPS && region != "us-gov-west-1"
        case .sqs, .sts, .sso, .ssoOIDC: return isFIPS && variant.isDualStack
        case .sns, .cloudWatchLogs:
            let isPlain = ["us-gov-east-1", "us-gov-west-1"].contains(region)
            return isFIPS && (variant.isDualStack || !isPlain)
        default: return isFIPS
        }
    }
}
