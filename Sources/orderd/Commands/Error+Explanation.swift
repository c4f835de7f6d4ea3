import Foundation

extension Error {
    /// What a person needs of a Foundation error: the system's own words where there are any.
    var explanation: String {
        let underlying = (self as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
        guard let code = (underlying as? POSIXError)?.code ?? (self as? POSIXError)?.code else {
            return localizedDescription
        }
        return String(cString: strerror(code.rawValue))
    }
}
