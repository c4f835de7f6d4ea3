package import FoundationEssentials

/// Where credentials are fetched from, each time anew.
package protocol CredentialsSource: Sendable {
    /// Fetches them now; what is fetched is kept by whoever asks.
    func fetch(at now: Date) async throws(CredentialsError) -> CredentialsFinding

    /// What changes when one of the files does that say where credentials are; asked for often, so it reads none of them.
    var trace: [FileTrace?] { get async }
}

/// What a source has.
package enum CredentialsFinding: Sendable, Hashable {
    case found(SourcedCredentials)
    /// Nothing says where credentials would be; the text tells where was looked.
    case nowhere(lookedAt: String)
}

/// Credentials and where they are from.
package struct SourcedCredentials: Sendable, Hashable {
    package let credentials: Credentials
    /// `environment`, `profile "orders"`, `role arn:aws:iam::…`.
    package let source: String
    /// Whether they are used beyond their end as long as there are no others, because AWS extends them then.
    package let outlivesItsEnd: Bool

    package init(_ credentials: Credentials, from source: String, outlivesItsEnd: Bool = false) {
        self.credentials = credentials
        self.source = source
        self.outlivesItsEnd = outlivesItsEnd
    }
}

/// What changes when a file does.
package struct FileTrace: Sendable, Hashable {
    /// Nanoseconds since 1970.
    package var changed: Int
    package var size: Int
    /// The file's number in its file system.
    package var number: UInt64

    package init(changed: Int, size: Int, number: UInt64) {
        self.changed = changed
        self.size = size
        self.number = number
    }
}

/// What sources of credentials need of the machine that they run on.
package protocol LocalMachine: Sendable {
    /// The text of a file; nil when there is none.
    func text(of path: String) async throws(LocalFault) -> String?

    /// What changes when the file does; nil when there is none.
    func trace(of path: String) async -> FileTrace?

    /// Puts the text in the place of the file at once, readable by its owner alone.
    func replace(_ path: String, with text: String) async throws(LocalFault)

    /// Runs a program to its end, without a shell, and answers what it wrote to standard output.
    ///
    /// A program that fails, or has not ended in that time and is killed, is a fault that tells what it wrote to standard
    /// error.
    func run(_ command: [String], within limit: Duration) async throws(LocalFault) -> String

    /// Waits; returns at once when the task is cancelled.
    func pause(_ duration: Duration) async
}

/// Why the machine could not do it, with the file or program and without a secret.
package struct LocalFault: Error, Sendable, Hashable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
