import AWS
import HTTP
import Integrations
import OpenSSL
import Sockets

/// How the services are reached: proxies, roots, connections.
extension AWSAccess {
    /// A client for everything outside.
    func httpClient(_ settings: Settings.AWS, on loop: EventLoop) throws -> HTTPClient {
        HTTPClient(
            loops: [loop],
            configuration: clientConfiguration(settings),
            tls: try makeTLS()
        )
    }

    /// A client for functions, which may take a quarter of an hour and answer with 6 MB.
    func patientClient(_ settings: Settings.AWS, on loop: EventLoop) throws -> HTTPClient {
        var configuration = clientConfiguration(settings)
        configuration.firstByteTimeout = LambdaIntegration.timeout
        configuration.maximumBodySize = LambdaInvocation.Limit.payload + 1_024 * 1_024
        // A call holds its connection for as long as the function runs.
        configuration.maximumConnectionsPerHost = configuration.maximumConnections
        return HTTPClient(loops: [loop], configuration: configuration, tls: try makeTLS())
    }

    /// A client for calls that wait for messages: so many at a time, and no call but those waits behind them.
    func pollingClient(
        _ settings: Settings.AWS,
        polls: Int,
        on loop: EventLoop
    ) throws -> HTTPClient {
        var configuration = clientConfiguration(settings)
        configuration.maximumConnectionsPerHost = max(polls, 1)
        configuration.maximumConnections = configuration.maximumConnectionsPerHost
        return HTTPClient(loops: [loop], configuration: configuration, tls: try makeTLS())
    }

    func clientConfiguration(_ settings: Settings.AWS) -> ClientConfiguration {
        var configuration = ClientConfiguration()
        configuration.connectTimeout = settings.connectTimeout
        // An order's attachments may need most of a call's time on a slow line.
        configuration.writeTimeout = settings.requestTimeout
        configuration.connectionAge = settings.connectionAge
        configuration.maximumConnectionsPerHost = settings.maximumConnections
        // Of those of one service some rest while another's are opened; `ProcessLimits.connections` reserves as many.
        configuration.maximumConnections = 2 * settings.maximumConnections
        configuration.proxies = proxies
        return configuration
    }

    /// What the environment says of proxies.
    static func proxies(
        _ environment: [String: String],
        _ faults: inout [SettingFault]
    ) -> ProxySettings {
        var found: [Proxy.Fault] = []
        defer {
            faults += found.map { SettingFault(place: $0.setting, problem: $0.description) }
        }
        return ProxySettings(environment: environment, faults: &found)
    }

    /// Whether the roots can be read.
    func checkRoots(_ faults: inout [SettingFault]) {
        do throws(TLSError) {
            _ = try makeTLS()
        } catch {
            let problem = "\(error); name a file of certificates in PEM form"
            faults.append(SettingFault(place: Self.rootsSetting, problem: problem))
        }
    }

    /// What an operator sets to have other roots; `ca_bundle` in a profile means the same.
    private static let rootsSetting = "AWS_CA_BUNDLE"

    func makeTLS() throws(TLSError) -> TLSContext {
        var configuration = TLSConfiguration.Client(roots: roots)
        configuration.rootsSetting = Self.rootsSetting
        return try TLSContext(client: configuration)
    }
}
