internal import Glibc

/// The one place that knows what the kernel's error numbers ask of us.
enum SystemCall {
    /// The call's result, or nil when it would have to wait; a call that a signal broke off is made again.
    @inline(__always)
    static func attempt<Value: SignedInteger>(
        _ operation: SocketError.Operation,
        on subject: @autoclosure () -> String,
        _ call: () -> Value
    ) throws(SocketError) -> Value? {
        while true {
            let value = call()
            if value >= 0 { return value }
            switch errno {
            case EINTR: continue
            case EAGAIN, EINPROGRESS: return nil
            case let number: throw SocketError(operation, subject(), .system(errno: number))
            }
        }
    }

    /// The result of a call that never waits.
    @discardableResult
    static func perform<Value: SignedInteger>(
        _ operation: SocketError.Operation,
        on subject: @autoclosure () -> String,
        _ call: () -> Value
    ) throws(SocketError) -> Value {
        guard let value = try attempt(operation, on: subject(), call) else {
            throw SocketError(operation, subject(), .system(errno: errno))
        }
        return value
    }

    /// Gives a descriptor back.
    ///
    /// Linux frees it even when `close` reports EINTR, so it is never tried again.
    static func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }
}
