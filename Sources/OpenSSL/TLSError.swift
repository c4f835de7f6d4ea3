public import Sockets

/// Why there is no TLS connection, or why a configuration is none.
public struct TLSError: Error, Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        /// The peer's certificate is no proof of that name.
        case certificateRejected(CertificateFault)
        /// The two sides did not agree; OpenSSL's words, and what they mean.
        case handshakeFailed(String)
        /// The connection underneath failed.
        case transport(SocketError)
        /// A certificate, key or root cannot be used; what and why.
        case badConfiguration(String)
    }

    /// The name or address of the peer, or the file.
    public let subject: String
    public let reason: Reason

    /// An error about that peer or file.
    public init(_ subject: String, _ reason: Reason) {
        self.subject = subject
        self.reason = reason
    }
}

extension TLSError: CustomStringConvertible {
    public var description: String {
        switch reason {
        case .certificateRejected(let fault): "TLS with \(subject): certificate rejected: \(fault)"
        case .handshakeFailed(let text): "TLS with \(subject): handshake failed: \(text)"
        case .transport(let error): "TLS with \(subject): \(error)"
        case .badConfiguration(let text): "TLS settings: \(subject): \(text)"
        }
    }
}
