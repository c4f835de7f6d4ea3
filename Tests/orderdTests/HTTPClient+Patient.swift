import HTTP
import OpenSSL
import Sockets
import TestClosing

extension HTTPClient {
    /// A client that waits for an answer longer than any test takes; it ends with the test, and so does its loop.
    static func patient() throws -> HTTPClient {
        let group = try EventLoopGroup(count: 1)
        var configuration = ClientConfiguration()
        configuration.firstByteTimeout = .seconds(600)
        let client = HTTPClient(
            loops: group.loops,
            configuration: configuration,
            tls: try TLSContext(client: TLSConfiguration.Client())
        )
        afterwards {
            client.shutDown()
            group.shutdown()
        }
        return client
    }
}
