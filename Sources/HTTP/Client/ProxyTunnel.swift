internal import HTTPTypes
internal import Sockets

/// A connection to a host that a proxy makes and passes bytes through (RFC 9110 §9.3.6).
struct ProxyTunnel {
    let proxy: Proxy
    /// The host and the port in it are always both named.
    let authority: String

    /// Interim responses before the final one, at most.
    private static let maximumInterim = 4
    private static let readLimit = 16_384

    init(through proxy: Proxy, to host: String, port: Int) {
        self.proxy = proxy
        let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        authority = "\(name):\(port)"
    }

    /// Asks for it over a connection to the proxy, until that one's deadline.
    ///
    /// Whatever goes wrong, nothing has been sent to the host.
    func open(over stream: TCPStream, limits: HeadLimits) async throws(ConnectFailure) {
        do throws(SocketError) {
            try await stream.write(request)
        } catch {
            throw ConnectFailure(error, through: proxy)
        }
        var input = InputBuffer()
        var parser = ResponseParser(limits: limits)
        for _ in 0...Self.maximumInterim {
            let status = try await readStatus(&parser, &input, stream)
            guard status.code >= 200 else { continue }
            guard status.kind == .successful else {
                throw ConnectFailure(.proxyRefused(refusal(status)))
            }
            // In TLS the client speaks first: what comes before that is not the host's.
            guard input.isEmpty else { throw invalid("it sent more than an answer") }
            return
        }
        throw invalid("there are too many interim responses")
    }

    /// What the proxy is sent; it is the only one to see its user and password.
    private var request: [UInt8] {
        var text = "CONNECT \(authority) HTTP/1.1\r\nHost: \(authority)\r\n"
        if let authorization = proxy.authorization {
            text += "Proxy-Authorization: \(authorization)\r\n"
        }
        return Array("\(text)\r\n".utf8)
    }

    private func readStatus(
        _ parser: inout ResponseParser,
        _ input: inout InputBuffer,
        _ stream: TCPStream
    ) async throws(ConnectFailure) -> HTTPResponse.Status {
        while true {
            do throws(MessageFault) {
                if let head = try parser.next(&input, answering: .connect) { return head.status }
            } catch {
                throw invalid(error.detail)
            }
            do throws(SocketError) {
                input.makeRoom()
                guard try await stream.read(into: &input.bytes, limit: Self.readLimit) > 0 else {
                    throw SocketError(.read, "\(stream.remoteAddress)", .truncated)
                }
            } catch {
                throw ConnectFailure(error, through: proxy)
            }
        }
    }

    private func invalid(_ why: String) -> ConnectFailure {
        ConnectFailure(
            .connectFailed("the proxy \(proxy) (\(proxy.setting)) gave no HTTP answer: \(why)")
        )
    }

    private func refusal(_ status: HTTPResponse.Status) -> String {
        proxy.refusal(status, of: authority)
    }
}

extension Proxy {
    /// What it said, and what to do.
    func refusal(_ status: HTTPResponse.Status, of authority: String) -> String {
        let phrase = status.reasonPhrase.isEmpty ? "" : " \(status.reasonPhrase)"
        let answer = "the proxy \(self) answered \(status.code)\(phrase)"
        switch status.code {
        case 407 where authorization == nil:
            return
                "\(answer): it asks for a user; write http://user:password@host:port in \(setting)"
        // Some say 401 for a user that they do not know, and 407 for none.
        case 401, 407: return "\(answer): it does not accept the user and password in \(setting)"
        case 403, 405:
            return
                "\(answer): it does not let connections to \(authority) through; have them "
                + "allowed there, or name the host in NO_PROXY"
        case 502, 503, 504:
            return
                "\(answer): it cannot reach \(authority); see whether it can resolve and reach "
                + "that host, or name the host in NO_PROXY"
        default:
            return
                "\(answer) when asked for \(authority); see whether \(setting) names the right "
                + "proxy"
        }
    }
}
