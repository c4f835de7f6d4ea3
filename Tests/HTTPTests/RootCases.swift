/// What being among the roots does not excuse, and what it does.
extension CertificateCase {
    private static let alone: @Sendable (inout CertificateCase) -> Void = {
        $0.roots = "leaf"
        $0.chain = nil
    }

    static let ownRoots: [CertificateCase] = [
        CertificateCase("several roots in one bundle", [.root("other")]) {
            $0.preparation = "cat other.pem root.pem >bundle.pem\n"
            $0.roots = "bundle"
        },
        CertificateCase("a bundle with words between the certificates") {
            $0.preparation = "(echo '# roots'; cat root.pem; echo 'and words') >bundle.pem\n"
            $0.roots = "bundle"
        },
        CertificateCase(
            "a root that has expired, beside its successor",
            [.root().with { $0.until = 2_021 }, .root("next")]
        ) {
            // The successor has the same key and name.
            $0.preparation = """
                openssl ca -batch -notext -config authority.cnf -selfsign -keyfile root.key -in root.csr \
                -out next.pem -extfile root.ext -md sha256 -enddate 20900101000000Z
                cat next.pem root.pem >bundle.pem

                """
            $0.roots = "bundle"
        },
        CertificateCase(
            "the server's own, expired, among the roots",
            [.leaf().with { $0.until = 2_021 }],
            refusal: "it has expired",
            alone
        ),
        CertificateCase(
            "the server's own, for another host, among the roots",
            [.leaf("DNS:other.test")],
            refusal: "it is for DNS:other.test",
            alone
        ),
        CertificateCase(
            "the server's own, for clients only, among the roots",
            [.leaf().replacing("extendedKeyUsage=clientAuth")],
            refusal: "it is not meant for TLS servers",
            alone
        ),
        CertificateCase(
            "an intermediate as root that has expired",
            [.intermediate().with { $0.until = 2_021 }],
            refusal: "that of its issuer CN=middle has expired"
        ) { $0.roots = "middle" },
        CertificateCase(
            "an intermediate as root that is no authority",
            [.intermediate().replacing("basicConstraints=critical,CA:FALSE")],
            refusal: "CN=middle"
        ) { $0.roots = "middle" },
    ]
}
