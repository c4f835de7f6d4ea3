internal import COpenSSL

/// Reads certificates and keys out of PEM text.
struct PEMReader: ~Copyable {
    private let bio: OpaquePointer
    private let name: String
    /// What a BIO in memory reads from; it must outlive the BIO.
    private let bytes: UnsafeMutableBufferPointer<UInt8>

    init(_ pem: TLSConfiguration.PEM) throws(TLSError) {
        ErrorQueue.clear()
        let bytes: UnsafeMutableBufferPointer<UInt8>
        let bio: OpaquePointer?
        switch pem {
        case .bytes(let array):
            bytes = .allocate(capacity: array.count)
            _ = bytes.initialize(from: array)
            bio = BIO_new_mem_buf(bytes.baseAddress, Int32(array.count))
        case .file(let path):
            bytes = .allocate(capacity: 0)
            bio = BIO_new_file(path, "r")
        }
        guard let bio else {
            bytes.deallocate()
            throw TLSError(pem.name, .badConfiguration(ErrorQueue.takeReason()))
        }
        self.bio = bio
        self.bytes = bytes
        name = pem.name
    }

    deinit {
        BIO_free(bio)
        bytes.deallocate()
    }

    /// Hands over each certificate, which is freed afterwards; there must be one.
    func forEachCertificate(
        _ body: (_ certificate: OpaquePointer) throws(TLSError) -> Void
    ) throws(TLSError) {
        var count = 0
        while let certificate = PEM_read_bio_X509(bio, nil, nil, nil) {
            defer { X509_free(certificate) }
            try body(certificate)
            count += 1
        }
        // The end of the text is reported as an error; any other is one.
        let reason = COpenSSL_error_reason(ERR_peek_last_error())
        guard count > 0, reason == PEM_R_NO_START_LINE else {
            throw TLSError(name, .badConfiguration("no certificate: \(ErrorQueue.takeReason())"))
        }
        ErrorQueue.clear()
    }

    /// Hands over the private key, which is freed afterwards.
    func withPrivateKey(
        _ body: (_ key: OpaquePointer) throws(TLSError) -> Void
    ) throws(TLSError) {
        // No terminal is asked for a password: an encrypted key is refused.
        let refuse:
            @convention(c) (UnsafeMutablePointer<CChar>?, Int32, Int32, UnsafeMutableRawPointer?)
                -> Int32 = { _, _, _, _ in 0 }
        guard let key = PEM_read_bio_PrivateKey(bio, nil, refuse, nil) else {
            throw TLSError(name, .badConfiguration("no private key: \(ErrorQueue.takeReason())"))
        }
        defer { EVP_PKEY_free(key) }
        try body(key)
    }
}
