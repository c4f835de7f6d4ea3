/// Statuses that a server sends along with its certificate.
extension CertificateCase {
    private static let mustStaple = [MadeCertificate.leaf(adding: ["tlsfeature=status_request"])]
    /// Whom the intermediate lets sign statuses.
    private static let responder = MadeCertificate.leaf("").replacing(
        "extendedKeyUsage=OCSPSigning"
    ).with { $0.name = "responder" }

    /// What the shell does to make a status of `about`, signed by `signer`.
    private static func status(
        about name: String = "leaf",
        signer: String = "middle",
        more: String = ""
    ) -> String {
        """
        openssl ocsp \(more) -index table -CA middle.pem -rsigner \(signer).pem -rkey \(signer).key \
        -issuer middle.pem -cert \(name).pem -respout status -no_nonce -ndays 1

        """
    }

    private static let revocation = """
        openssl ca -config authority.cnf -cert middle.pem -keyfile middle.key -md sha256 -revoke leaf.pem

        """

    static let statuses: [CertificateCase] = ["-tls1_2", "-tls1_3"].flatMap { version in
        [
            make("good", version, status()),
            make("good, named with SHA-256", version, status(more: "-sha256")),
            make(
                "good, signed by who has leave",
                version,
                status(signer: "responder"),
                [responder]
            ),
            make("good, as the certificate demands", version, status(), mustStaple),
            make(
                "revoked",
                version,
                revocation + status(),
                refusal: "it has been revoked by its issuer"
            ),
            make(
                "unknown",
                version,
                ": >table\n" + status(),
                refusal: "its issuer does not know the certificate"
            ),
            make(
                "of another certificate",
                version,
                status(about: "another"),
                [another],
                refusal: "it is about another certificate"
            ),
            make(
                "signed by a stranger",
                version,
                status(signer: "other"),
                [.root("other")],
                refusal: "its signature"
            ),
            make(
                "signed by who has no leave",
                version,
                status(signer: "another"),
                [another],
                refusal: "its signature"
            ),
            make(
                "signed by the server itself",
                version,
                status(signer: "leaf"),
                refusal: "its signature"
            ),
            make(
                "outdated",
                version,
                status(more: "-resp_no_certs") + redate("2020"),
                rsaIssuer,
                refusal: "status expired"
            ),
            make(
                "of tomorrow",
                version,
                status(more: "-resp_no_certs") + redate("2089"),
                rsaIssuer,
                refusal: "status not yet valid"
            ),
            make(
                "an error of the responder",
                version,
                "printf '\\060\\003\\012\\001\\003' >status\n",
                refusal: "the responder said trylater"
            ),
            CertificateCase(
                "\(version) none, and the certificate demands it",
                mustStaple,
                refusal: "demands that the server sends its status along"
            ) {
                $0.options = version
            },
        ]
    }

    private static let another = MadeCertificate.leaf("").with { $0.name = "another" }
    private static let rsaIssuer = [
        MadeCertificate.intermediate().with { $0.key = .rsa(bits: 2_048) }
    ]

    private static func make(
        _ description: String,
        _ version: String,
        _ preparation: String,
        _ certificates: [MadeCertificate] = [],
        refusal: String? = nil
    ) -> CertificateCase {
        CertificateCase("\(version) a status: \(description)", certificates, refusal: refusal) {
            $0.options = "\(version) -status_file status"
            $0.preparation = preparation
        }
    }

    /// Puts other years into the status and signs it anew, which is easy with RSA: the signature is the end and has one length.
    private static func redate(_ year: String) -> String {
        """
        perl -0777 -e '
            open F, "<status"; binmode F; $_ = <F>; close F;
            s/20\\d\\d(?=\\d{10}Z)/\(year)/g;
            /\\x2b\\x06\\x01\\x05\\x05\\x07\\x30\\x01\\x01\\x04\\x82..\\x30\\x82../gs or die;
            my $start = pos;
            my ($kind, $form) = unpack "CC", substr $_, $start, 2;
            my $length = $form == 0x81 ? 3 + unpack("C", substr $_, $start + 2, 1)
                : $form == 0x82 ? 4 + unpack("n", substr $_, $start + 2, 2) : 2 + $form;
            open G, ">data"; binmode G; print G substr($_, $start, $length); close G;
            system("openssl dgst -sha256 -sign middle.key -out signature data") == 0 or die;
            open F, "<signature"; binmode F; my $signature = <F>; close F;
            substr($_, -256) = $signature;
            open F, ">status"; binmode F; print F $_; close F;
        '

        """
    }
}
