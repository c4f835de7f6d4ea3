internal import COpenSSL
internal import Glibc

/// OpenSSL's list of what went wrong on this thread.
///
/// It is emptied before each call: an old entry would be taken for the reason of a later failure.
enum ErrorQueue {
    static func clear() { ERR_clear_error() }

    /// The first reason, which is the root of the rest, and empties the queue.
    static func takeReason() -> String {
        let code = ERR_get_error()
        ERR_clear_error()
        guard code != 0 else { return "no reason given" }
        if let text = ERR_reason_error_string(code) { return String(cString: text) }
        // For an errno OpenSSL has no text of its own: a file that is not there, for one.
        if COpenSSL_is_system_error(code) != 0, let text = strerror(COpenSSL_error_reason(code)) {
            return String(cString: text)
        }
        return "error \(code)"
    }
}
