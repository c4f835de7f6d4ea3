internal import HTTP

/// Where a service is called, and for which region its calls are signed.
package struct ServiceAddress: Sendable, Hashable {
    package let endpoint: Endpoint
    /// The region in the signature, which is another than the caller's for STS's one host of old.
    package let region: String

    package init(_ endpoint: Endpoint, region: String) {
        self.endpoint = endpoint
        self.region = region
    }
}

extension AWSSettings {
    /// Where the service is reached in that region: an address that is set, or AWS's own.
    package func address(
        of service: AWSService,
        region: String
    ) throws(AWSSettingsError) -> ServiceAddress {
        let variant = try variant()
        if let (name, url) = configuredURL(for: service) {
            return try ServiceAddress(Self.endpoint(name, url, variant), region: named(region))
        }
        guard let partition = Partition(region: region) else {
            throw AWSSettingsError(
                "region",
                "\"\(region)\" is no region of AWS; write one such as eu-central-1, "
                    + "or set AWS_ENDPOINT_URL if something else than AWS is meant"
            )
        }
        if service == .sts, variant == EndpointVariant(), try usesGlobalSTS(region) {
            let endpoint = Endpoint(scheme: .https, host: "sts.amazonaws.com")
            return ServiceAddress(endpoint, region: "us-east-1")
        }
        if let place = service.onePlace, partition.id == "aws", variant == EndpointVariant() {
            return ServiceAddress(Endpoint(scheme: .https, host: place.host), region: place.region)
        }
        let host = service.host(in: region, of: partition, variant)
        return ServiceAddress(Endpoint(scheme: .https, host: host), region: region)
    }

    /// AWS's rules refuse these: a name that somebody set cannot be turned into another.
    private static func endpoint(
        _ name: String,
        _ url: String,
        _ variant: EndpointVariant
    ) throws(AWSSettingsError) -> Endpoint {
        guard let endpoint = Endpoint(url: url) else {
            throw AWSSettingsError(name, Endpoint.objection(to: url))
        }
        let wish =
            variant.isFIPS
            ? "AWS_USE_FIPS_ENDPOINT" : variant.isDualStack ? "AWS_USE_DUALSTACK_ENDPOINT" : nil
        guard let wish else { return endpoint }
        throw AWSSettingsError(
            name,
            "cannot be set together with \(wish), which chooses among AWS's own hosts; "
                + "take one of them away"
        )
    }

    /// What stands in for AWS may call its region as it likes; the name only goes into the signature.
    private func named(_ region: String) throws(AWSSettingsError) -> String {
        let isName =
            !region.isEmpty && region.utf8.count <= 63
            && region.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 45
            }
        guard isName else {
            throw AWSSettingsError(
                "region",
                "\"\(region)\" is not a region's name, which has lower-case letters, digits and hyphens"
            )
        }
        return region
    }

    private func variant() throws(AWSSettingsError) -> EndpointVariant {
        EndpointVariant(
            isFIPS: try flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"),
            isDualStack: try flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint")
        )
    }

    private func usesGlobalSTS(_ region: String) throws(AWSSettingsError) -> Bool {
        let variable = "AWS_STS_REGIONAL_ENDPOINTS"
        switch value(variable, "sts_regional_endpoints")?.lowercased() {
        case nil, "regional": return false
        case "legacy": return Self.regionsOfGlobalSTS.contains(region)
        case let other?:
            throw AWSSettingsError(variable, "\"\(other)\" is neither regional nor legacy")
        }
    }

    /// The regions that were there before STS had a host in each.
    private static let regionsOfGlobalSTS: Set = [
        "ap-northeast-1", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1",
        "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1",
        "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ]
}
