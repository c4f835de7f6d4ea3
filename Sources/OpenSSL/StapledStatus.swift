internal import COpenSSL

/// The status that a server sends along with its certificate (OCSP stapling: RFC 6066 §8, RFC 6960).
///
/// What is sent is checked; that nothing is sent is a fault only when the certificate demands it (RFC 7633).
struct StapledStatus {
    private let ssl: OpaquePointer
    private let context: OpaquePointer

    /// The status of a connection whose chain has been verified under this context.
    init(of ssl: OpaquePointer, in context: OpaquePointer) {
        (self.ssl, self.context) = (ssl, context)
    }

    /// By how much the clocks of this machine and the issuer's may differ.
    private static let clockSkew = 300

    /// What is wrong with it, if anything.
    var fault: CertificateFault.Kind? {
        let chain = SSL_get0_verified_chain(ssl)
        guard COpenSSL_count(chain) > 0, let leaf = COpenSSL_certificate(chain, 0) else {
            return .badStatus("the chain that it belongs to is not known")
        }
        ErrorQueue.clear()
        defer { ErrorQueue.clear() }
        var bytes: UnsafePointer<UInt8>?
        let length = COpenSSL_get_status(ssl, &bytes)
        guard length > 0, let bytes else {
            return COpenSSL_demands_status(leaf) == 1 ? .noStatus : nil
        }
        var start: UnsafePointer<UInt8>? = bytes
        guard let response = d2i_OCSP_RESPONSE(nil, &start, length) else {
            return .badStatus("it is no OCSP response")
        }
        defer { OCSP_RESPONSE_free(response) }
        let status = OCSP_response_status(response)
        guard status == OCSP_RESPONSE_STATUS_SUCCESSFUL else {
            return .badStatus(
                "the responder said \(Self.text(OCSP_response_status_str(Int(status))))"
            )
        }
        guard let basic = OCSP_response_get1_basic(response) else {
            return .badStatus("it is no basic OCSP response")
        }
        defer { OCSP_BASICRESP_free(basic) }
        return fault(of: basic, about: leaf, in: chain)
    }

    private func fault(
        of response: OpaquePointer,
        about leaf: OpaquePointer,
        in chain: OpaquePointer?
    ) -> CertificateFault.Kind? {
        let roots = SSL_CTX_get_cert_store(context)
        // Signed by the issuer, or by who has the issuer's leave (RFC 6960 §4.2.2.2).
        guard OCSP_basic_verify(response, chain, roots, UInt(OCSP_PARTIAL_CHAIN)) == 1 else {
            return .badStatus("its signature: \(ErrorQueue.takeReason())")
        }
        // A certificate that is a root itself has no issuer in the chain, and can be its own at most.
        let issuer = COpenSSL_certificate(chain, min(1, COpenSSL_count(chain) - 1))
        guard let single = Self.answer(in: response, about: leaf, of: issuer) else {
            return .badStatus("it is about another certificate")
        }
        return Self.fault(of: single)
    }

    private static func answer(
        in response: OpaquePointer,
        about leaf: OpaquePointer,
        of issuer: OpaquePointer?
    ) -> OpaquePointer? {
        for index in 0..<max(0, OCSP_resp_count(response)) {
            guard let single = OCSP_resp_get0(response, index),
                let id = OCSP_SINGLERESP_get0_id(single)
            else { continue }
            // The responder chose the digest; the same makes our own name of the certificate.
            guard let digest = COpenSSL_digest_of(id),
                let own = OCSP_cert_to_id(digest, leaf, issuer)
            else { continue }
            defer { OCSP_CERTID_free(own) }
            if OCSP_id_cmp(own, id) == 0 { return single }
        }
        return nil
    }

    private static func fault(of single: OpaquePointer) -> CertificateFault.Kind? {
        var reason: Int32 = 0
        var revoked: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
        var updated: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
        var next: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
        let status = OCSP_single_get0_status(single, &reason, &revoked, &updated, &next)
        guard OCSP_check_validity(updated, next, clockSkew, -1) == 1 else {
            return .badStatus(ErrorQueue.takeReason())
        }
        switch status {
        case V_OCSP_CERTSTATUS_GOOD: return nil
        case V_OCSP_CERTSTATUS_REVOKED: return .revoked
        default: return .badStatus("its issuer does not know the certificate")
        }
    }

    private static func text(_ text: UnsafePointer<CChar>?) -> String {
        text.map { String(cString: $0) } ?? "nothing"
    }
}
