import Testing

/// A server's certificates, and what a client must make of them.
struct CertificateCase: Sendable, CustomTestStringConvertible {
    /// What the error says; nil: the server is trusted.
    var refusal: String?
    var host = "localhost"
    var certificates: [MadeCertificate]
    /// What the client trusts, and what the server sends besides its own.
    var roots = "root"
    var chain: String? = "middle"
    /// More of the server's options, and what the shell does before it is started.
    var options = ""
    var preparation = ""
    let testDescription: String

    /// A case whose root and intermediate are in order unless others are given.
    init(
        _ description: String,
        _ certificates: [MadeCertificate] = [],
        refusal: String? = nil,
        _ change: (inout Self) -> Void = { _ in }
    ) {
        testDescription = description
        self.refusal = refusal
        var all: [MadeCertificate] = []
        for ordinary in [MadeCertificate.root(), .intermediate(), .leaf()]
        where !certificates.contains(where: { $0.name == ordinary.name }) {
            all.append(ordinary)
        }
        // Issuers first.
        self.certificates = (all + certificates).sorted { Self.rank($0) < Self.rank($1) }
        change(&self)
    }

    private static func rank(_ certificate: MadeCertificate) -> Int {
        switch certificate.name {
        case "leaf": 9
        case "middle": 1
        case _ where certificate.issuer == nil: 0
        default: 2
        }
    }

    /// What the shell does to make everything.
    var script: String {
        MadeCertificate.preparation + certificates.map(\.script).joined() + preparation
    }
}
