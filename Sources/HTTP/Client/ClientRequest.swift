public import HTTPTypes

public struct ClientRequest: Sendable {
    /// Plain or over TLS.
    public enum Scheme: String, Sendable, Hashable {
        /// Plain TCP, port 80 unless said otherwise.
        case http
        /// TLS, port 443 unless said otherwise.
        case https

        /// The port a URL without one means.
        public var defaultPort: Int {
            switch self {
            case .http: 80
            case .https: 443
            }
        }
    }

    public var method: HTTPRequest.Method
    public var scheme: Scheme
    /// A name or a numeric address, IPv6 without brackets.
    public var host: String
    public var port: Int
    /// Path and query as they go on the wire: `/v2/email/outbound-emails`.
    public var target: String
    /// The fields; Host and Content-Length are added unless they stand here.
    public var fields: HTTPFields
    public var body: [UInt8]

    /// A request from the parts of its URL; nil as port means the scheme's own.
    public init(
        method: HTTPRequest.Method,
        scheme: Scheme,
        host: String,
        port: Int? = nil,
        target: String,
        fields: HTTPFields = HTTPFields(),
        body: [UInt8] = []
    ) {
        self.method = method
        self.scheme = scheme
        self.host = host
        self.port = port ?? scheme.defaultPort
        self.target = target
        self.fields = fields
        self.body = body
    }

    /// What the Host field says: the port only when it is not the scheme's own.
    public var authority: String {
        let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        return port == scheme.defaultPort ? name : "\(name):\(port)"
    }
}
