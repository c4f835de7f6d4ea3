internal import Glibc

/// What a socket could not do, on what, and why.
public struct SocketError: Error, Sendable, Hashable {
    /// What was being done when it failed.
    public enum Operation: String, Sendable {
        case open
        case bind
        case listen
        case accept
        case resolve
        case connect
        case read
        case write
        case shutDown = "shut down"
        case register
    }

    public enum Reason: Sendable, Hashable {
        case system(errno: Int32)
        case timedOut
        /// This side closed the socket.
        case closed
        case cancelled
        /// The name has no address, in the resolver's words.
        case unresolved(String)
        /// Below the plain stream something broke the protocol (TLS), in its own words.
        case protocolFailure(String)
        /// The bytes ended without the protocol's own mark of their end (TLS without close_notify).
        case truncated
    }

    public let operation: Operation
    /// The peer's or the local address, or the name.
    public let subject: String
    public let reason: Reason

    /// An error of that operation on that subject.
    public init(_ operation: Operation, _ subject: String, _ reason: Reason) {
        self.operation = operation
        self.subject = subject
        self.reason = reason
    }
}

extension SocketError {
    public var isTimeout: Bool { reason == .timedOut }
    public var isCancelled: Bool { reason == .cancelled }
    public var isClosed: Bool { reason == .closed }
    /// Whether the peer broke the connection off or was found to have gone.
    public var isReset: Bool {
        [ECONNRESET, EPIPE, ECONNABORTED, ETIMEDOUT].contains { reason == .system(errno: $0) }
    }
}

extension SocketError: CustomStringConvertible {
    /// What was done, on what, and why it failed.
    public var description: String { "\(operation.rawValue) \(subject): \(reason)" }
}

extension SocketError.Reason: CustomStringConvertible {
    /// The reason in words, with the kernel's number if it gave one.
    public var description: String {
        switch self {
        case .system(let errno): Self.text(of: errno)
        case .timedOut: "the deadline passed"
        case .closed: "closed on this side"
        case .cancelled: "cancelled"
        case .unresolved(let text): text
        case .protocolFailure(let text): text
        case .truncated: "the peer broke off without saying that it had finished"
        }
    }

    private static func text(of errno: Int32) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
            guard let base = buffer.baseAddress, strerror_r(errno, base, buffer.count) == 0 else {
                return "error \(errno)"
            }
            return "\(String(cString: base)) (errno \(errno))"
        }
    }
}
