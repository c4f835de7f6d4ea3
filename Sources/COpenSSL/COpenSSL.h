// OpenSSL 3, and functions for those of its macros that Swift cannot import.
#pragma once
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ocsp.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

static inline long COpenSSL_set_min_version(SSL_CTX *context, int version) {
    return SSL_CTX_set_min_proto_version(context, version);
}
static inline long COpenSSL_set_mode(SSL_CTX *context, long mode) {
    return SSL_CTX_set_mode(context, mode);
}
static inline long COpenSSL_add_chain_certificate(SSL_CTX *context, X509 *certificate) {
    return SSL_CTX_add1_chain_cert(context, certificate);
}
static inline long COpenSSL_set_server_name(SSL *ssl, const char *name) {
    return SSL_set_tlsext_host_name(ssl, name);
}
static inline long COpenSSL_get_memory(BIO *bio, char **bytes) {
    return BIO_get_mem_data(bio, bytes);
}
// What a read from an empty memory BIO returns: 0 is the end, -1 (the default) "try again later".
static inline long COpenSSL_set_empty_result(BIO *bio, int result) {
    return BIO_set_mem_eof_return(bio, result);
}
static inline int COpenSSL_error_reason(unsigned long error) {
    return ERR_GET_REASON(error);
}
static inline int COpenSSL_is_system_error(unsigned long error) {
    return ERR_SYSTEM_ERROR(error);
}
static inline EVP_PKEY *COpenSSL_make_p256_key(void) {
    return EVP_EC_gen("P-256");
}
static inline int COpenSSL_set_hmac_key(EVP_MAC_CTX *context, const unsigned char *key, size_t size) {
    OSSL_PARAM digest[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, (char *)"SHA256", 0),
        OSSL_PARAM_construct_end(),
    };
    return EVP_MAC_init(context, key, size, digest);
}

static inline long COpenSSL_keep_client_sessions(SSL_CTX *context) {
    return SSL_CTX_set_session_cache_mode(
        context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
}
static inline long COpenSSL_ask_for_status(SSL *ssl) {
    return SSL_set_tlsext_status_type(ssl, TLSEXT_STATUSTYPE_ocsp);
}
static inline long COpenSSL_get_status(SSL *ssl, const unsigned char **bytes) {
    return SSL_get_tlsext_status_ocsp_resp(ssl, bytes);
}
static inline int COpenSSL_count(const STACK_OF(X509) *certificates) {
    return certificates == NULL ? 0 : sk_X509_num(certificates);
}
static inline X509 *COpenSSL_certificate(const STACK_OF(X509) *certificates, int index) {
    return sk_X509_value(certificates, index);
}
// Whether the certificate wants its status stapled (RFC 7633: the TLS feature 5); what cannot be read counts as a yes.
static inline int COpenSSL_demands_status(const X509 *certificate) {
    int critical = -1, demands = 0;
    TLS_FEATURE *features = X509_get_ext_d2i(certificate, NID_tlsfeature, &critical, NULL);
    if (features == NULL) return critical != -1;
    for (int i = 0; i < sk_ASN1_INTEGER_num(features); i++)
        if (ASN1_INTEGER_get(sk_ASN1_INTEGER_value(features, i)) == TLSEXT_TYPE_status_request)
            demands = 1;
    TLS_FEATURE_free(features);
    return demands;
}
static inline int COpenSSL_print_name(BIO *bio, const X509_NAME *name) {
    return X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253);
}
// The algorithm that a response names its certificate with.
static inline const EVP_MD *COpenSSL_digest_of(const OCSP_CERTID *id) {
    ASN1_OBJECT *algorithm = NULL;
    OCSP_id_get0_info(NULL, &algorithm, NULL, NULL, (OCSP_CERTID *)id);
    return algorithm == NULL ? NULL : EVP_get_digestbyobj(algorithm);
}
