/// Who does something to orders beside their workflow, and why.
package struct Operator: Sendable, Hashable {
    /// The most bytes of a name that are kept.
    package static let maximumName = 200
    /// The most bytes of a reason that are kept.
    package static let maximumReason = 1_000

    /// A person's or a program's name.
    package var name: String
    /// Why it is done, in that person's words.
    package var reason: String?

    /// That person with that reason; what is too long is cut off.
    package init(_ name: String, reason: String? = nil) {
        self.name = String(name.prefix(Self.maximumName))
        self.reason = reason.map { String($0.prefix(Self.maximumReason)) }
    }
}
