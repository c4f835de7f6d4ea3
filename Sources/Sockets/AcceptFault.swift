internal import Glibc

/// What a failed accept(2) is about, and so what follows from it.
enum AcceptFault: Hashable {
    /// The connection died in the backlog: the next one may be whole.
    case ofConnection
    /// No descriptor or memory is left. The connection stays in the backlog, and accepting again at once
    /// would turn in a circle: one peer is told so, and the rest wait a moment.
    case ofResources
    /// The listener itself cannot go on.
    case ofListener

    init(_ reason: SocketError.Reason) {
        guard case .system(let number) = reason else {
            self = .ofListener
            return
        }
        switch number {
        // accept(2): Linux hands errors that are already pending on the new connection over to accept.
        case ECONNABORTED, EPROTO, ENOPROTOOPT, EPERM, ENETDOWN, ENETUNREACH, EHOSTDOWN,
            EHOSTUNREACH, ENONET, EOPNOTSUPP, ETIMEDOUT, ECONNRESET:
            self = .ofConnection
        case EMFILE, ENFILE, ENOBUFS, ENOMEM:
            self = .ofResources
        default:
            self = .ofListener
        }
    }
}
