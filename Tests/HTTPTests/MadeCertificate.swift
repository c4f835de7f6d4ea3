import Foundation

/// A certificate that the `openssl` program makes for a test.
struct MadeCertificate: Sendable {
    enum Key: Sendable {
        case p256
        case rsa(bits: Int)
    }

    /// What its files are called.
    var name: String
    /// The name of its issuer's files; nil: it signs itself.
    var issuer: String?
    /// Lines as openssl.cnf has them.
    var extensions: [String]
    var key = Key.p256
    var digest = "sha256"
    /// The year in which it begins to be valid.
    var from = 2020
    /// The year in which it ends.
    var until = 2090

    static func root(_ name: String = "root", adding more: [String] = []) -> Self {
        Self(name: name, extensions: authority + more)
    }

    static func intermediate(
        _ name: String = "middle",
        issuer: String = "root",
        adding more: [String] = []
    ) -> Self {
        Self(name: name, issuer: issuer, extensions: authority + [issuerKey] + more)
    }

    /// A server's, with these alternative names: `DNS:localhost`.
    static func leaf(
        _ names: String = "DNS:localhost",
        issuer: String = "middle",
        adding more: [String] = []
    ) -> Self {
        let extensions =
            [
                "keyUsage=critical,digitalSignature,keyEncipherment",
                "extendedKeyUsage=serverAuth", "subjectKeyIdentifier=hash", issuerKey,
            ] + (names.isEmpty ? [] : ["subjectAltName=\(names)"])
        return Self(name: "leaf", issuer: issuer, extensions: extensions + more)
    }

    func with(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }

    /// The same with other lines in place of those that begin alike.
    func replacing(_ lines: String...) -> Self {
        with { copy in
            for line in lines { copy = copy.without(String(line.prefix { $0 != "=" })) }
            copy.extensions += lines.filter { !$0.hasSuffix("=") }
        }
    }

    func without(_ extensionName: String) -> Self {
        with { $0.extensions.removeAll { $0.hasPrefix("\(extensionName)=") } }
    }

    private static let authority = [
        "basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign",
        "subjectKeyIdentifier=hash",
    ]
    private static let issuerKey = "authorityKeyIdentifier=keyid:always"
}

extension MadeCertificate {
    /// What the shell does to make it.
    var script: String {
        let algorithm =
            switch key {
            case .p256: "EC -pkeyopt ec_paramgen_curve:P-256"
            case .rsa(let bits): "RSA -pkeyopt rsa_keygen_bits:\(bits)"
            }
        let signer =
            issuer.map { "-cert \($0).pem -keyfile \($0).key" } ?? "-selfsign -keyfile \(name).key"
        return """
            openssl genpkey -algorithm \(algorithm) -out \(name).key
            openssl req -new -config authority.cnf -key \(name).key -subj /CN=\(name) -out \(name).csr
            printf '%s\\n' \(extensions.map { "'\($0)'" }.joined(separator: " ")) >\(name).ext
            openssl ca -batch -notext -config authority.cnf \(signer) -md \(digest) -in \(name).csr \
            -out \(name).pem -extfile \(name).ext -startdate \(from)0101000000Z -enddate \(until)0101000000Z

            """
    }

    /// `openssl ca` keeps what it issued in a table, of which statuses are made.
    static let preparation = """
        set -e
        cat >authority.cnf <<'END'
        [ca]
        default_ca = own
        [own]
        database = table
        serial = serial
        rand_serial = yes
        new_certs_dir = .
        unique_subject = no
        policy = any
        email_in_dn = no
        [any]
        commonName = optional
        [req]
        distinguished_name = any
        END
        : >table

        """
}
