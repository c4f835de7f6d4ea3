import Glibc
import LocalFunctions

/// Whose functions run as when the service is root's.
enum FunctionOwner {
    /// The user of that name or number; nil when there is none.
    static func named(_ text: String) -> LocalFunction.Owner? {
        if let number = UInt32(text) { return of(number) }
        guard let entry = getpwnam(text)?.pointee else { return nil }
        return LocalFunction.Owner(user: entry.pw_uid, group: entry.pw_gid)
    }

    /// A user by its number, who need not be in the list of users: its group has the same number then.
    static func of(_ number: UInt32) -> LocalFunction.Owner {
        LocalFunction.Owner(user: number, group: getpwuid(number)?.pointee.pw_gid ?? number)
    }

    /// Whether only an outright word may let functions run as we do.
    static var isRoot: Bool { geteuid() == 0 }
}
