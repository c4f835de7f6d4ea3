import OpenSSL
import Testing

struct ConfigurationTests {
    @Test func `a key that belongs to another certificate is refused`() throws {
        let one = try SelfSignedCertificate(names: ["a.test"])
        let other = try SelfSignedCertificate(names: ["a.test"])
        #expect(throws: TLSError.self) {
            try TLSContext(
                server: TLSConfiguration.Server(
                    certificateChain: .bytes(one.certificatePEM),
                    privateKey: .bytes(other.privateKeyPEM)
                )
            )
        }
    }

    @Test(arguments: [
        "", "no PEM", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    ])
    func `roots without a certificate are refused`(_ text: String) throws {
        #expect(throws: TLSError.self) {
            let roots = TLSConfiguration.Roots.only(.bytes(Array(text.utf8)))
            _ = try TLSContext(client: TLSConfiguration.Client(roots: roots))
        }
    }

    @Test func `a file that is not there is named`() throws {
        let error = #expect(throws: TLSError.self) {
            let roots = TLSConfiguration.Roots.only(.file("/nowhere/roots.pem"))
            _ = try TLSContext(client: TLSConfiguration.Client(roots: roots))
        }
        #expect(error?.subject == "/nowhere/roots.pem")
        #expect(error?.description.contains("No such file or directory") == true)
    }

    @Test(arguments: ["", "a.test,DNS:b.test", "a b", "é.test", "a\n"])
    func `a certificate is made for names only`(_ name: String) {
        #expect(throws: TLSError.self) { try SelfSignedCertificate(names: [name]) }
    }
}
