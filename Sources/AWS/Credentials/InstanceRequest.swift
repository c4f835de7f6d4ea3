/// The metadata service of an EC2 instance, and how it is asked.
struct InstanceRequest: Sendable, Hashable {
    let endpoint: Endpoint
    /// How long an answer may take.
    let limit: Duration
    /// How often it is asked.
    let attempts: Int
    /// Whether version 1, which needs no token, is asked when there is no answer to the wish for one.
    let allowsV1: Bool

    static let source = "instance metadata"

    /// What variables and the profile say; nil where the service is switched off.
    init?(_ settings: AWSSettings) throws(CredentialsError) {
        let isOff = settings.environment["AWS_EC2_METADATA_DISABLED"]?.lowercased() == "true"
        guard !isOff else { return nil }
        endpoint = try Self.endpoint(settings)
        limit = .seconds(
            try Self.number(
                settings,
                "AWS_METADATA_SERVICE_TIMEOUT",
                "metadata_service_timeout",
                in: 1...60
            )
        )
        attempts = try Self.number(
            settings,
            "AWS_METADATA_SERVICE_NUM_ATTEMPTS",
            "metadata_service_num_attempts",
            in: 1...10
        )
        let v1 = settings.value("AWS_EC2_METADATA_V1_DISABLED", "ec2_metadata_v1_disabled")
        allowsV1 = v1?.lowercased() != "true"
    }

    private static func endpoint(
        _ settings: AWSSettings
    ) throws(CredentialsError) -> Endpoint {
        let name = "AWS_EC2_METADATA_SERVICE_ENDPOINT"
        let usual: String
        switch settings.value("\(name)_MODE", "ec2_metadata_service_endpoint_mode")?.lowercased() {
        case nil, "ipv4": usual = "http://169.254.169.254"
        case "ipv6": usual = "http://[fd00:ec2::254]"
        case let other?:
            throw CredentialsError(source, "\(name)_MODE is \"\(other)\", neither IPv4 nor IPv6")
        }
        let url = settings.value(name, "ec2_metadata_service_endpoint") ?? usual
        guard let endpoint = Endpoint(url: url) else {
            throw CredentialsError(source, "\(name) is no URL")
        }
        return endpoint
    }

    /// A number that is 1 unless it is set.
    private static func number(
        _ settings: AWSSettings,
        _ variable: String,
        _ key: String,
        in range: ClosedRange<Int>
    ) throws(CredentialsError) -> Int {
        guard let text = settings.value(variable, key) else { return 1 }
        guard let number = Int(text), range.contains(number) else {
            throw CredentialsError(
                source,
                "\(variable) has to be \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }
}
