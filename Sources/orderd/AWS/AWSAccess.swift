import AWS
import AWSSandbox
import Foundation
import HTTP
import Logging
import OpenSSL
import Sockets

/// Where AWS's services are, whom they trust, and what they are called with: AWS itself, an endpoint that stands in for it,
/// or the sandbox.
///
/// Nothing is connected yet.
struct AWSAccess: Sendable {
    let region: String
    let roots: TLSConfiguration.Roots
    let retries: RetryPolicy
    let place: Place
    /// Where functions of one's own are, which take Lambda's place.
    var functions: Endpoint?
    private(set) var proxies = ProxySettings()
    /// What was understood otherwise than it was said.
    private(set) var warnings: [String] = []

    enum Place: Sendable {
        case settings(AWSSettings)
        case sandbox(Endpoint, Credentials)
    }

    /// The services that must be reachable by their settings for the program to start.
    private static let services: [AWSService] = [.sesV2, .ses, .sns]

    /// What the environment and AWS's shared files say.
    init(environment: [String: String], _ faults: inout [SettingFault]) {
        let profiles = Self.profiles(environment, &faults)
        let settings = AWSSettings(environment: environment, profiles: profiles)
        if settings.region == nil {
            let problem = "is not set; name the region of SES and SNS, such as us-east-1"
            faults.append(SettingFault(place: "AWS_REGION", problem: problem))
        }
        region = settings.region ?? "us-east-1"
        roots = settings.caBundle.map { .only(.file($0)) } ?? .system
        place = .settings(settings)
        retries = Self.checked(&faults, or: .standard) { () throws(AWSSettingsError) in
            try settings.retryPolicy()
        }
        if settings.asksForLegacyRetries {
            warnings.append("the retry mode legacy is that of old SDKs: standard is used")
        }
        for service in Self.services {
            Self.checked(&faults, or: ()) { () throws(AWSSettingsError) in
                _ = try settings.address(of: service, region: region)
            }
        }
        proxies = Self.proxies(environment, &faults)
        checkRoots(&faults)
        // What is wrong for one service is mostly wrong for all.
        faults = faults.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The region that the environment or AWS's shared files name.
    static func region(_ environment: [String: String]) -> String? {
        var faults: [SettingFault] = []
        return AWSSettings(environment: environment, profiles: profiles(environment, &faults))
            .region
    }

    /// The sandbox, reached by the ordinary path.
    init(_ sandbox: Sandbox) {
        region = "us-east-1"
        roots = sandbox.clientTLS.roots
        retries = .standard
        place = .sandbox(sandbox.endpoint, sandbox.credentials)
    }

    /// Where the service is in that region; nil: in our own.
    func address(
        of service: AWSService,
        in region: String? = nil
    ) throws(AWSSettingsError) -> ServiceAddress {
        let region = region ?? self.region
        if service == .lambda, let functions {
            return ServiceAddress(functions, region: region)
        }
        return switch place {
        case .settings(let settings): try settings.address(of: service, region: region)
        case .sandbox(let endpoint, _): try Self.inSandbox(service, endpoint, self.region)
        }
    }

    private static func inSandbox(
        _ service: AWSService,
        _ endpoint: Endpoint,
        _ region: String
    ) throws(AWSSettingsError) -> ServiceAddress {
        guard services.contains(service) else {
            throw AWSSettingsError(
                "sandbox",
                "answers for SES and SNS alone, and not for \(service.id)"
            )
        }
        return ServiceAddress(endpoint, region: region)
    }

    private static func profiles(
        _ environment: [String: String],
        _ faults: inout [SettingFault]
    ) -> ProfileFiles {
        do {
            return try ProfileFiles(environment: environment) { path in
                guard FileManager.default.fileExists(atPath: path) else { return nil }
                return try InputFile(path).text
            }
        } catch {
            faults.append(SettingFault(place: error.path, problem: error.reason))
            return ProfileFiles()
        }
    }

    private static func checked<Value>(
        _ faults: inout [SettingFault],
        or fallback: Value,
        _ read: () throws(AWSSettingsError) -> Value
    ) -> Value {
        do throws(AWSSettingsError) {
            return try read()
        } catch {
            let place = error.name == "region" ? "AWS_REGION" : error.name
            faults.append(SettingFault(place: place, problem: error.reason))
            return fallback
        }
    }
}
