internal import JSONata

/// What makes the digests of `States.Hash` and `$hash`.
///
/// Whoever runs workflows hands them in: they come from a library that this target does not know.
package struct Digests: Sendable {
    package typealias Function = @Sendable (DigestAlgorithm, [UInt8]) -> [UInt8]

    let digest: Function
    /// AWS's functions for JSONata that need nothing but these; made once, for every expression is given them.
    let queryFunctions: [String: JSONataFunction]

    package init(_ digest: @escaping Function) {
        self.digest = digest
        queryFunctions = QueryFunctions.pure(digest)
    }

    /// FIPS 180-4 §6.2.
    package func sha256(_ bytes: [UInt8]) -> [UInt8] { digest(.sha256, bytes) }
}
