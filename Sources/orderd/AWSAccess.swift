import AWS
import AWSSandbox
import Foundation
import HTTP
import OpenSSL
import Orders
import Sockets

/// Where SES and SNS are, whom they trust, and how they are reached: AWS itself, an endpoint that stands in for it,
/// or the sandbox.
struct AWSAccess: Sendable {
    var region: String
    var credentials: any CredentialsProvider
    var sesV2: Endpoint
    var ses: Endpoint
    var sns: Endpoint
    var roots: TLSConfiguration.Roots
    var proxies = ProxySettings()

    /// What the environment and AWS's shared files say.
    init(environment: [String: String], _ faults: inout [SettingFault]) {
        let profiles = Self.profiles(environment, &faults)
        let settings = AWSSettings(environment: environment, profiles: profiles)
        if settings.region == nil {
            let problem = "is not set; name the region of SES and SNS, such as us-east-1"
            faults.append(SettingFault(place: "AWS_REGION", problem: problem))
        }
        region = settings.region ?? "us-east-1"
        credentials = settings.credentials
        roots = settings.caBundle.map { .only(.file($0)) } ?? .system
        sesV2 = Self.endpoint(.sesV2, settings, region, &faults)
        ses = Self.endpoint(.ses, settings, region, &faults)
        sns = Self.endpoint(.sns, settings, region, &faults)
        proxies = Self.proxies(environment, &faults)
        checkRoots(&faults)
        // What is wrong for one service is mostly wrong for all.
        faults = faults.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The sandbox, reached by the ordinary path.
    init(_ sandbox: Sandbox) {
        region = "us-east-1"
        credentials = StaticCredentials(sandbox.credentials, name: "sandbox")
        (sesV2, ses, sns) = (sandbox.endpoint, sandbox.endpoint, sandbox.endpoint)
        roots = sandbox.clientTLS.roots
    }

    func sesClient(_ http: HTTPClient) -> SESClient {
        SESClient(v2: client(.sesV2, sesV2, http), v1: client(.ses, ses, http))
    }

    func snsClient(_ http: HTTPClient) -> SNSClient { SNSClient(client(.sns, sns, http)) }

    private func client(
        _ service: AWSService,
        _ endpoint: Endpoint,
        _ http: HTTPClient
    ) -> AWSClient {
        AWSClient(
            service,
            at: endpoint,
            region: region,
            credentials: credentials,
            transport: http
        )
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

    private static func endpoint(
        _ service: AWSService,
        _ settings: AWSSettings,
        _ region: String,
        _ faults: inout [SettingFault]
    ) -> Endpoint {
        do {
            return try settings.endpoint(for: service, region: region)
        } catch {
            faults.append(SettingFault(place: error.name, problem: error.reason))
            return Endpoint(scheme: .https, host: "invalid")
        }
    }
}
