/// Why a request has no answer, and whether the other side may have seen it.
public struct HTTPClientError: Error, Sendable, CustomStringConvertible {
    /// How much of the request can have left this machine.
    public enum RequestProgress: Sendable, Hashable {
        /// Not one byte of the request was given to a socket: it is safe to send it again.
        case notSent
        /// Some of it or all of it may have arrived: what it asked for may have happened.
        case maybeSent
    }

    public enum Reason: Sendable, Hashable {
        /// The request cannot be written as HTTP/1.1: a control character in its target, for example.
        case invalidRequest(String)
        /// The client's rules do not let that host be called, in a sentence that says what would.
        case hostRefused(String)
        /// The name could not be resolved or no address could be reached.
        case connectFailed(String)
        /// The proxy does not connect, or asks for a user (RFC 9110 §15.5.8): what it said, and what to do.
        case proxyRefused(String)
        /// The TLS handshake failed: an untrusted certificate, a wrong name.
        case handshakeFailed(String)
        /// A deadline passed, that of the named phase or that of the whole call.
        case timedOut(Phase)
        /// The connection broke before the answer was whole.
        case connectionLost(String)
        /// The answer was not HTTP/1.1, or contradicted itself.
        case invalidResponse(String)
        /// The answer was larger than the client's limit.
        case responseTooLarge
        /// The client has too many calls waiting for a connection.
        case tooManyWaiting
        /// The calling task was cancelled.
        case cancelled
        case shutDown
    }

    /// The phases of a call, each with its own deadline.
    public enum Phase: String, Sendable, Hashable {
        /// Waiting, before the client is called, for the call's turn or for the keys that sign it.
        case signing
        /// Waiting for a free connection.
        case pool
        /// Name resolution and TCP's handshake.
        case connect
        /// The TLS handshake.
        case handshake
        /// Giving the request to the socket.
        case write
        /// Waiting for the answer's first byte.
        case firstByte
        /// Reading the rest of the answer.
        case response
    }

    public let reason: Reason
    /// Whether the other side may have seen the request.
    public let sent: RequestProgress
    /// Host and port of the call.
    public let authority: String

    /// An error from its parts, for tests of what calls the client.
    public init(_ reason: Reason, sent: RequestProgress, authority: String) {
        self.reason = reason
        self.sent = sent
        self.authority = authority
    }

    /// What, on what, why, and what may have happened.
    public var description: String {
        let progress = sent == .notSent ? "nothing was sent" : "the request may have arrived"
        return "\(explanation) (\(authority), \(progress))"
    }

    private var explanation: String {
        switch reason {
        case .invalidRequest(let why): "the request cannot be sent: \(why)"
        case .hostRefused(let why): why
        case .connectFailed(let why): "no connection: \(why)"
        case .proxyRefused(let why): "no connection: \(why)"
        case .handshakeFailed(let why): "no secure connection: \(why)"
        case .timedOut(let phase): "timed out (\(phase.rawValue))"
        case .connectionLost(let why): "the connection broke: \(why)"
        case .invalidResponse(let why): "the answer is not valid HTTP: \(why)"
        case .responseTooLarge: "the answer is larger than allowed"
        case .tooManyWaiting: "too many calls are waiting for a connection"
        case .cancelled: "cancelled"
        case .shutDown: "the client was shut down"
        }
    }
}
