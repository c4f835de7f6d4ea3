/// Whom a client trusts, and whom it does not.
extension CertificateCase {
    static let all =
        trusted + ownRoots + names + times + chains + purposes + strengths + protocols + statuses

    private static let trusted: [CertificateCase] = [
        CertificateCase("a server below an intermediate"),
        CertificateCase("an intermediate alone among the roots") { $0.roots = "middle" },
        CertificateCase("the server's certificate itself among the roots") {
            $0.roots = "leaf"
            $0.chain = nil
        },
        CertificateCase(
            "a self-signed one among the roots",
            [.leaf().with { $0.issuer = nil }.without("authorityKeyIdentifier")]
        ) {
            $0.roots = "leaf"
            $0.chain = nil
        },
        CertificateCase("a star for one label", [.leaf("DNS:*.mail.localhost")]) {
            $0.host = "a.mail.localhost"
        },
        CertificateCase("an address", [.leaf("IP:127.0.0.1")]) { $0.host = "127.0.0.1" },
        CertificateCase(
            "names within the issuer's constraints",
            [
                .intermediate(adding: ["nameConstraints=critical,permitted;DNS:localhost"])
            ]
        ),
        CertificateCase("RSA with 2048 bits", [.leaf().with { $0.key = .rsa(bits: 2_048) }]),
        CertificateCase("TLS 1.2") { $0.options = "-tls1_2" },
        CertificateCase("TLS 1.3") { $0.options = "-tls1_3" },
    ]

    private static let names: [CertificateCase] = [
        CertificateCase(
            "another host",
            [.leaf("DNS:other.test")],
            refusal: "it is for DNS:other.test and not for this name"
        ),
        CertificateCase(
            "a common name and no alternative names",
            [.leaf("").with { $0.name = "leaf" }],
            refusal: "it names no host among its subject alternative names"
        ),
        CertificateCase(
            "a star for part of a label",
            [.leaf("DNS:m*l.mail.localhost")],
            refusal: "it is for DNS:m*l.mail.localhost"
        ) {
            $0.host = "mail.mail.localhost"
        },
        CertificateCase(
            "a star for two labels",
            [.leaf("DNS:*.mail.localhost")],
            refusal: "it is for"
        ) {
            $0.host = "a.b.mail.localhost"
        },
        CertificateCase(
            "a star for no label",
            [.leaf("DNS:*.mail.localhost")],
            refusal: "it is for"
        ) {
            $0.host = "mail.localhost"
        },
        CertificateCase(
            "a star right below the top",
            [.leaf("DNS:*.localhost")],
            refusal: "it is for"
        ) {
            $0.host = "mail.localhost"
        },
        CertificateCase("a star alone", [.leaf("DNS:*")], refusal: "it is for DNS:*"),
        CertificateCase(
            "a star that is not the first label",
            [.leaf("DNS:mail.*.localhost")],
            refusal: "it is for"
        ) {
            $0.host = "mail.a.localhost"
        },
        CertificateCase(
            "an address written as a name",
            [.leaf("DNS:127.0.0.1")],
            refusal: "it is for DNS:127.0.0.1"
        ) {
            $0.host = "127.0.0.1"
        },
        CertificateCase(
            "a name where the certificate has an address",
            [.leaf("IP:127.0.0.1")],
            refusal: "it is for IP Address:127.0.0.1"
        ),
        CertificateCase(
            "a name outside of the issuer's constraints",
            [
                .intermediate(adding: ["nameConstraints=critical,permitted;DNS:example.test"])
            ],
            refusal: "is for names that one of its issuers may not vouch for"
        ),
        CertificateCase(
            "a name that the issuer is denied",
            [
                .intermediate(adding: ["nameConstraints=critical,excluded;DNS:localhost"])
            ],
            refusal: "is for names that one of its issuers may not vouch for"
        ),
    ]

    private static let times: [CertificateCase] = [
        CertificateCase(
            "expired",
            [.leaf().with { $0.until = 2_021 }],
            refusal: "it has expired on Jan  1 00:00:00 2021 GMT: check this machine's clock"
        ),
        CertificateCase(
            "not yet valid",
            [.leaf().with { $0.from = 2_089 }],
            refusal: "it is not valid until Jan  1 00:00:00 2089 GMT"
        ),
        CertificateCase(
            "an intermediate that has expired",
            [.intermediate().with { $0.until = 2_021 }],
            refusal: "that of its issuer CN=middle has expired"
        ),
        CertificateCase(
            "a root that has expired",
            [.root().with { $0.until = 2_021 }],
            refusal: "that of its issuer CN=root has expired"
        ),
    ]

    private static let chains: [CertificateCase] = [
        CertificateCase(
            "self-signed",
            [.leaf().with { $0.issuer = nil }.without("authorityKeyIdentifier")],
            refusal:
                "it is self-signed and no trusted root: if this is the right server, add the certificate to THE BUNDLE"
        ) {
            $0.chain = nil
        },
        CertificateCase(
            "an unknown root",
            [.root("other")],
            refusal: "was issued by CN=root, which is no trusted root"
        ) {
            $0.roots = "other"
        },
        CertificateCase(
            "an unknown root that is sent along",
            [.root("other")],
            refusal: "that of its issuer CN=root is a root that is not trusted"
        ) {
            $0.roots = "other"
            $0.preparation = "cat root.pem >>middle.pem\n"
        },
        CertificateCase("no intermediate", refusal: "it was issued by CN=middle") {
            $0.chain = nil
        },
        CertificateCase(
            "another intermediate",
            [
                .intermediate("twin")
            ],
            refusal: "it was issued by CN=middle"
        ) { $0.chain = "twin" },
        CertificateCase(
            "an intermediate that is no authority",
            [
                .intermediate().replacing("basicConstraints=critical,CA:FALSE")
            ],
            refusal: "CN=middle"
        ),
        CertificateCase(
            "an intermediate that may not sign certificates",
            [
                .intermediate().replacing("keyUsage=critical,digitalSignature")
            ],
            refusal: "CN=middle"
        ),
        CertificateCase(
            "more intermediates than the root allows",
            [
                .root().replacing("basicConstraints=critical,CA:TRUE,pathlen:0")
            ],
            refusal: "has more issuers below it than it allows"
        ),
        CertificateCase(
            "an intermediate without the mark critical",
            [
                .intermediate().replacing("basicConstraints=CA:TRUE")
            ],
            refusal: "breaks the rules for certificates (RFC 5280)"
        ),
        CertificateCase(
            "no identifier of the issuer's key",
            [.leaf().replacing("authorityKeyIdentifier=none")],
            refusal: "breaks the rules for certificates (RFC 5280)"
        ),
        CertificateCase(
            "a critical extension that nobody knows",
            [
                .leaf(adding: ["1.2.3.4=critical,ASN1:NULL"])
            ],
            refusal: "unhandled critical extension"
        ),
    ]

    private static let purposes: [CertificateCase] = [
        CertificateCase(
            "for clients only",
            [.leaf().replacing("extendedKeyUsage=clientAuth")],
            refusal: "it is not meant for TLS servers"
        ),
        CertificateCase(
            "for signing code",
            [.leaf().replacing("extendedKeyUsage=codeSigning")],
            refusal: "it is not meant for TLS servers"
        ),
        CertificateCase(
            "below an intermediate for clients only",
            [
                .intermediate(adding: ["extendedKeyUsage=clientAuth"])
            ],
            refusal: "that of its issuer CN=middle is not meant for TLS servers"
        ),
    ]

    private static let weakServer = "-cipher DEFAULT@SECLEVEL=0"

    private static let strengths: [CertificateCase] = [
        CertificateCase(
            "RSA with 1024 bits",
            [.leaf().with { $0.key = .rsa(bits: 1_024) }],
            refusal: "it has a key that is too weak"
        ) {
            $0.options = weakServer
        },
        CertificateCase(
            "an intermediate of RSA with 1024 bits",
            [
                .intermediate().with { $0.key = .rsa(bits: 1_024) }
            ],
            refusal: "that of its issuer CN=middle has a key that is too weak"
        ) {
            $0.options = weakServer
        },
        CertificateCase(
            "signed with SHA-1",
            [.leaf().with { $0.digest = "sha1" }],
            refusal: "it is signed with a digest that is too weak"
        ) {
            $0.options = weakServer
        },
        CertificateCase(
            "signed with MD5",
            [
                .intermediate().with { $0.key = .rsa(bits: 2_048) },
                .leaf().with { $0.digest = "md5" },
            ],
            refusal: "it is signed with a digest that is too weak"
        ) { $0.options = weakServer },
        CertificateCase(
            "an intermediate signed with SHA-1",
            [
                .intermediate().with { $0.digest = "sha1" }
            ],
            refusal: "that of its issuer CN=middle is signed with a digest that is too weak"
        ) {
            $0.options = weakServer
        },
    ]

    private static let rsa = [MadeCertificate.leaf().with { $0.key = .rsa(bits: 2_048) }]

    private static let protocols: [CertificateCase] = [
        CertificateCase("TLS 1.0", refusal: "the server speaks no TLS from 1.2 on") {
            $0.options = "-tls1 \(weakServer)"
        },
        CertificateCase("TLS 1.1", refusal: "the server speaks no TLS from 1.2 on") {
            $0.options = "-tls1_1 \(weakServer)"
        },
        CertificateCase("RSA key exchange", rsa, refusal: "no cipher suite with forward secrecy") {
            $0.options = "-tls1_2 -cipher AES256-GCM-SHA384"
        },
        CertificateCase("CBC", refusal: "no cipher suite with forward secrecy") {
            $0.options = "-tls1_2 -cipher ECDHE-ECDSA-AES256-SHA384"
        },
        CertificateCase("CCM with a short tag", refusal: "no cipher suite with forward secrecy") {
            $0.options = "-tls1_2 -cipher ECDHE-ECDSA-AES128-CCM8"
        },
        CertificateCase("a handshake signed with SHA-1", refusal: "handshake failed") {
            $0.options = "-tls1_2 -sigalgs ECDSA+SHA1 \(weakServer)"
        },
    ]
}
