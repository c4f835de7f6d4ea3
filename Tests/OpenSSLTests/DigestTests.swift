import Formats
import OpenSSL
import Testing

struct DigestTests {
    @Test(
        arguments: [
            ("", "d41d8cd98f00b204e9800998ecf8427e"),
            ("abc", "900150983cd24fb0d6963f7d28e17f72"),
            // So long that the length goes into a block of its own.
            (
                "12345678901234567890123456789012345678901234567890123456",
                "49f193adce178490e34d1b3a4ec0064c"
            ),
        ]
    )
    func `MD5 gives what RFC 1321 says`(_ text: String, _ digest: String) {
        #expect(Digest.md5(Array(text.utf8)).hexadecimal == digest)
    }

    @Test func `the SHA family gives what FIPS 180-4 says for nothing`() {
        #expect(Digest.sha1([]).hexadecimal == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
        #expect(
            Digest.sha256([]).hexadecimal
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
        #expect(
            Digest.sha384([]).hexadecimal
                == "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da"
                + "274edebfe76f65fbd51ad2f14898b95b"
        )
        #expect(
            Digest.sha512([]).hexadecimal
                == "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"
        )
    }

    @Test func `the SHA family gives what FIPS 180-4 says for abc`() {
        let abc = Array("abc".utf8)
        #expect(Digest.sha1(abc).hexadecimal == "a9993e364706816aba3e25717850c26c9cd0d89d")
        #expect(
            Digest.sha256(abc).hexadecimal
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
        #expect(
            Digest.sha384(abc).hexadecimal
                == "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                + "8086072ba1e7cc2358baeca134c825a7"
        )
        #expect(
            Digest.sha512(abc).hexadecimal
                == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        )
    }

    @Test(
        arguments: [
            (
                [UInt8](repeating: 0x0B, count: 20), "Hi There",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            ([], "", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
        ]
    )
    func `HMAC-SHA256 gives what RFC 4231 says`(_ key: [UInt8], _ text: String, _ digest: String) {
        let taken = HMACKey(key)
        // A key stays as it is, whatever it has been used for.
        for _ in 1...2 { #expect(taken.sha256(Array(text.utf8)).hexadecimal == digest) }
        #expect(HMAC.sha256(Array(text.utf8), key: key).hexadecimal == digest)
    }

    @Test(arguments: [("", "", true), ("a", "a", true), ("a", "b", false), ("a", "ab", false)])
    func `equality in constant time is equality`(_ left: String, _ right: String, _ same: Bool) {
        #expect(equalInConstantTime(Array(left.utf8), Array(right.utf8)) == same)
    }

    @Test func `random bytes differ and have the length asked for`() {
        #expect(SecureRandom.bytes(0).isEmpty)
        #expect(SecureRandom.bytes(32).count == 32)
        #expect(SecureRandom.bytes(32) != SecureRandom.bytes(32))
        var generator = SecureRandom()
        #expect(generator.next() != generator.next())
    }
}
