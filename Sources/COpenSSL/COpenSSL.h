// OpenSSL 3, and functions for those of its macros that Swift cannot import.
#pragma once
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
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
