/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   Signatures and their verification. */
#include "module.h"

#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <string.h>

#define SIGNATURE_MOST 512

static CK_RV begin(CK_SESSION_HANDLE handle, const CK_MECHANISM *asked, CK_OBJECT_HANDLE key, bool signing) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  struct operation *operation = signing ? &session->sign : &session->verify;
  if (operation->active) return CKR_OPERATION_ACTIVE;
  if (asked == NULL) return CKR_ARGUMENTS_BAD;
  const struct mechanism *mechanism =
      mechanism_at(&session->slot->token, asked->mechanism, signing ? CKF_SIGN : CKF_VERIFY);
  if (mechanism == NULL) return CKR_MECHANISM_INVALID;
  if (asked->ulParameterLen > 0 && mechanism->digest == 0) return CKR_MECHANISM_PARAM_INVALID;
  struct object *object = object_at(session, key);
  if (object == NULL) return CKR_KEY_HANDLE_INVALID;
  if (object_number(object, CKA_CLASS) != (signing ? CKO_PRIVATE_KEY : CKO_PUBLIC_KEY)) return CKR_KEY_HANDLE_INVALID;
  if (object_number(object, CKA_KEY_TYPE) != mechanism->key_type) return CKR_KEY_TYPE_INCONSISTENT;
  if (!object_true(object, signing ? CKA_SIGN : CKA_VERIFY)) return CKR_KEY_FUNCTION_NOT_PERMITTED;
  answer = pin_blocks(session);
  if (answer != CKR_OK) return answer;
  EVP_PKEY *found = key_of(object);
  if (found == NULL || !EVP_PKEY_up_ref(found)) return CKR_DEVICE_ERROR;
  operation->key = found;
  operation->mechanism = mechanism;
  operation->active = true;
  operation->authenticate = signing && object_true(object, CKA_ALWAYS_AUTHENTICATE);
  return CKR_OK;
}

static void *engine_of(const struct operation *operation) {
  return (operation->mechanism->algorithm & (GOST256 | GOST512)) != 0 ? gost_engine() : NULL;
}

static CK_ULONG signature_length(const struct operation *operation) {
  if (operation->mechanism->algorithm == WITH_RSA) return (CK_ULONG)EVP_PKEY_get_size(operation->key);
  return operation->mechanism->algorithm == GOST512 ? 128 : 64;
}

static CK_RV data_fits(const struct operation *operation, CK_ULONG length) {
  switch (operation->mechanism->algorithm) {
    case GOST256: return length == 32 ? CKR_OK : CKR_DATA_LEN_RANGE;
    case GOST512: return length == 64 ? CKR_OK : CKR_DATA_LEN_RANGE;
    case WITH_EC: return length > 0 && length <= 64 ? CKR_OK : CKR_DATA_LEN_RANGE;
    default: return length + 11 <= signature_length(operation) ? CKR_OK : CKR_DATA_LEN_RANGE;
  }
}

static bool pad_rsa(const struct operation *operation, EVP_PKEY_CTX *context) {
  if (operation->mechanism->algorithm != WITH_RSA) return true;
  if (EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) <= 0) return false;
  return operation->mechanism->digest == 0 || EVP_PKEY_CTX_set_signature_md(context, EVP_sha256()) > 0;
}

/* ECDSA: DER of libcrypto to and from the r || s of PKCS#11. */
static bool to_plain(const unsigned char *der, size_t length, unsigned char *plain) {
  ECDSA_SIG *pair = d2i_ECDSA_SIG(NULL, &der, (long)length);
  bool good = pair != NULL && BN_bn2binpad(ECDSA_SIG_get0_r(pair), plain, 32) == 32 &&
              BN_bn2binpad(ECDSA_SIG_get0_s(pair), plain + 32, 32) == 32;
  ECDSA_SIG_free(pair);
  return good;
}

static size_t to_der(const unsigned char *plain, unsigned char *der) {
  ECDSA_SIG *pair = ECDSA_SIG_new();
  int length = -1;
  if (pair != NULL && ECDSA_SIG_set0(pair, BN_bin2bn(plain, 32, NULL), BN_bin2bn(plain + 32, 32, NULL))) {
    length = i2d_ECDSA_SIG(pair, &der);
  }
  ECDSA_SIG_free(pair);
  return length < 0 ? 0 : (size_t)length;
}

static CK_RV sign_with(const struct operation *operation, const unsigned char *data, CK_ULONG length,
                       unsigned char *signature) {
  unsigned char made[SIGNATURE_MOST];
  size_t size = sizeof made;
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(operation->key, engine_of(operation));
  bool good = context != NULL && EVP_PKEY_sign_init(context) > 0 && pad_rsa(operation, context) &&
              EVP_PKEY_sign(context, made, &size, data, length) > 0;
  EVP_PKEY_CTX_free(context);
  if (good && operation->mechanism->algorithm == WITH_EC) return to_plain(made, size, signature) ? CKR_OK : CKR_DEVICE_ERROR;
  if (!good || size != signature_length(operation)) return CKR_DEVICE_ERROR;
  memcpy(signature, made, size);
  return CKR_OK;
}

static CK_RV verify_with(const struct operation *operation, const unsigned char *data, CK_ULONG length,
                         const unsigned char *signature, CK_ULONG size) {
  unsigned char der[80];
  if (size != signature_length(operation)) return CKR_SIGNATURE_LEN_RANGE;
  if (operation->mechanism->algorithm == WITH_EC) {
    size = to_der(signature, der);
    signature = der;
  }
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(operation->key, engine_of(operation));
  bool good = context != NULL && EVP_PKEY_verify_init(context) > 0 && pad_rsa(operation, context) &&
              EVP_PKEY_verify(context, signature, size, data, length) > 0;
  EVP_PKEY_CTX_free(context);
  return good ? CKR_OK : CKR_SIGNATURE_INVALID;
}

static CK_RV update(struct operation *operation, const unsigned char *data, CK_ULONG length) {
  if (!operation->active) return CKR_OPERATION_NOT_INITIALIZED;
  CK_RV answer = CKR_OK;
  if (data == NULL && length > 0) answer = CKR_ARGUMENTS_BAD;
  else if (operation->mechanism->digest == 0) answer = CKR_FUNCTION_NOT_SUPPORTED;
  if (answer == CKR_OK && operation->digest == NULL) {
    operation->digest = EVP_MD_CTX_new();
    void *engine = engine_of(operation);
    if (!EVP_DigestInit_ex(operation->digest, mechanism_digest(operation->mechanism), engine)) answer = CKR_DEVICE_ERROR;
  }
  if (answer == CKR_OK && !EVP_DigestUpdate(operation->digest, data, length)) answer = CKR_DEVICE_ERROR;
  if (answer != CKR_OK) operation_end(operation);
  return answer;
}

/* What is signed: the data, or their digest. */
static CK_RV digested(struct operation *operation, const unsigned char **data, CK_ULONG *length, unsigned char *room) {
  if (operation->mechanism->digest == 0) return data_fits(operation, *length);
  unsigned size = 0;
  if (!EVP_DigestFinal_ex(operation->digest, room, &size)) return CKR_DEVICE_ERROR;
  *data = room;
  *length = size;
  return CKR_OK;
}

static CK_RV sign_end(struct operation *operation, const unsigned char *data, CK_ULONG length,
                      unsigned char *signature) {
  unsigned char room[EVP_MAX_MD_SIZE];
  CK_RV answer = operation->authenticate && !operation->approved ? CKR_USER_NOT_LOGGED_IN : CKR_OK;
  if (answer == CKR_OK) answer = digested(operation, &data, &length, room);
  if (answer == CKR_OK) answer = sign_with(operation, data, length, signature);
  operation_end(operation);
  return answer;
}

static CK_RV sign(CK_SESSION_HANDLE handle, const unsigned char *data, CK_ULONG length, bool whole,
                  unsigned char *signature, CK_ULONG *size) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  struct operation *operation = &session->sign;
  if (!operation->active) return CKR_OPERATION_NOT_INITIALIZED;
  if (whole && operation->updated) return CKR_OPERATION_ACTIVE;
  if (size == NULL || (data == NULL && length > 0)) {
    operation_end(operation);
    return CKR_ARGUMENTS_BAD;
  }
  CK_ULONG room = *size, needed = signature_length(operation);
  *size = needed;
  if (signature == NULL) return CKR_OK;
  if (room < needed) return CKR_BUFFER_TOO_SMALL;
  if ((whole && operation->mechanism->digest > 0) || (!whole && !operation->updated)) {
    answer = update(operation, data, length);
    if (answer != CKR_OK) return answer;
  }
  return sign_end(operation, data, length, signature);
}

static CK_RV verify(CK_SESSION_HANDLE handle, const unsigned char *data, CK_ULONG length, bool whole,
                    const unsigned char *signature, CK_ULONG size) {
  struct session *session;
  unsigned char room[EVP_MAX_MD_SIZE];
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  struct operation *operation = &session->verify;
  if (!operation->active) return CKR_OPERATION_NOT_INITIALIZED;
  if (whole && operation->updated) return CKR_OPERATION_ACTIVE;
  if (signature == NULL || (data == NULL && length > 0)) {
    operation_end(operation);
    return CKR_ARGUMENTS_BAD;
  }
  if ((whole && operation->mechanism->digest > 0) || (!whole && !operation->updated)) {
    answer = update(operation, data, length);
    if (answer != CKR_OK) return answer;
  }
  answer = digested(operation, &data, &length, room);
  if (answer == CKR_OK) answer = verify_with(operation, data, length, signature, size);
  operation_end(operation);
  return answer;
}

static CK_RV update_of(CK_SESSION_HANDLE handle, bool signing, const unsigned char *data, CK_ULONG length) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  struct operation *operation = signing ? &session->sign : &session->verify;
  answer = update(operation, data, length);
  if (answer == CKR_OK) operation->updated = true;
  return answer;
}

CK_RV C_SignInit(CK_SESSION_HANDLE handle, CK_MECHANISM *mechanism, CK_OBJECT_HANDLE key) {
  CALL(C_SignInit, IN_SESSION(handle), begin(handle, mechanism, key, true));
}

CK_RV C_Sign(CK_SESSION_HANDLE handle, unsigned char *data, CK_ULONG length, unsigned char *signature,
             CK_ULONG *size) {
  CALL(C_Sign, IN_SESSION(handle), sign(handle, data, length, true, signature, size));
}

CK_RV C_SignUpdate(CK_SESSION_HANDLE handle, unsigned char *data, CK_ULONG length) {
  CALL(C_SignUpdate, IN_SESSION(handle), update_of(handle, true, data, length));
}

CK_RV C_SignFinal(CK_SESSION_HANDLE handle, unsigned char *signature, CK_ULONG *size) {
  CALL(C_SignFinal, IN_SESSION(handle), sign(handle, (const unsigned char *)"", 0, false, signature, size));
}

CK_RV C_VerifyInit(CK_SESSION_HANDLE handle, CK_MECHANISM *mechanism, CK_OBJECT_HANDLE key) {
  CALL(C_VerifyInit, IN_SESSION(handle), begin(handle, mechanism, key, false));
}

CK_RV C_Verify(CK_SESSION_HANDLE handle, unsigned char *data, CK_ULONG length, unsigned char *signature,
               CK_ULONG size) {
  CALL(C_Verify, IN_SESSION(handle), verify(handle, data, length, true, signature, size));
}

CK_RV C_VerifyUpdate(CK_SESSION_HANDLE handle, unsigned char *data, CK_ULONG length) {
  CALL(C_VerifyUpdate, IN_SESSION(handle), update_of(handle, false, data, length));
}

CK_RV C_VerifyFinal(CK_SESSION_HANDLE handle, unsigned char *signature, CK_ULONG size) {
  CALL(C_VerifyFinal, IN_SESSION(handle), verify(handle, (const unsigned char *)"", 0, false, signature, size));
}
