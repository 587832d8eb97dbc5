/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   Digests, and the generator of random numbers. */
#include "module.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

static CK_RV digest_init(CK_SESSION_HANDLE handle, const CK_MECHANISM *asked) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  struct operation *operation = &session->digest;
  if (operation->active) return CKR_OPERATION_ACTIVE;
  if (asked == NULL) return CKR_ARGUMENTS_BAD;
  const struct mechanism *mechanism = mechanism_at(&session->slot->token, asked->mechanism, CKF_DIGEST);
  if (mechanism == NULL) return CKR_MECHANISM_INVALID;
  operation->digest = EVP_MD_CTX_new();
  void *engine = mechanism->type == CKM_SHA256 ? NULL : gost_engine();
  if (!EVP_DigestInit_ex(operation->digest, mechanism_digest(mechanism), engine)) {
    operation_end(operation);
    return CKR_DEVICE_ERROR;
  }
  operation->mechanism = mechanism;
  operation->active = true;
  return CKR_OK;
}

CK_RV C_DigestInit(CK_SESSION_HANDLE handle, CK_MECHANISM *mechanism) {
  CALL(C_DigestInit, IN_SESSION(handle), digest_init(handle, mechanism));
}

static CK_RV feed(CK_SESSION_HANDLE handle, const unsigned char *data, CK_ULONG length) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  struct operation *operation = &session->digest;
  if (!operation->active) return CKR_OPERATION_NOT_INITIALIZED;
  if (data == NULL && length > 0) answer = CKR_ARGUMENTS_BAD;
  else if (!EVP_DigestUpdate(operation->digest, data, length)) answer = CKR_DEVICE_ERROR;
  operation->updated = true;
  if (answer != CKR_OK) operation_end(operation);
  return answer;
}

CK_RV C_DigestUpdate(CK_SESSION_HANDLE handle, unsigned char *data, CK_ULONG length) {
  CALL(C_DigestUpdate, IN_SESSION(handle), feed(handle, data, length));
}

static CK_RV end(CK_SESSION_HANDLE handle, unsigned char *digest, CK_ULONG *length) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  struct operation *operation = &session->digest;
  if (!operation->active) return CKR_OPERATION_NOT_INITIALIZED;
  if (length == NULL) {
    operation_end(operation);
    return CKR_ARGUMENTS_BAD;
  }
  CK_ULONG room = *length;
  *length = (CK_ULONG)operation->mechanism->digest;
  if (digest == NULL) return CKR_OK;
  if (room < *length) return CKR_BUFFER_TOO_SMALL;
  bool made = EVP_DigestFinal_ex(operation->digest, digest, NULL);
  operation_end(operation);
  return made ? CKR_OK : CKR_DEVICE_ERROR;
}

CK_RV C_DigestFinal(CK_SESSION_HANDLE handle, unsigned char *digest, CK_ULONG *length) {
  CALL(C_DigestFinal, IN_SESSION(handle), end(handle, digest, length));
}

static CK_RV whole(CK_SESSION_HANDLE handle, const unsigned char *data, CK_ULONG count, unsigned char *digest,
                   CK_ULONG *length) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  const struct operation *operation = &session->digest;
  if (operation->active && operation->updated) return CKR_OPERATION_ACTIVE;
  bool asks = digest == NULL || length == NULL || *length < (operation->active ? (CK_ULONG)operation->mechanism->digest : 0);
  if (!asks) answer = feed(handle, data, count);
  return answer == CKR_OK ? end(handle, digest, length) : answer;
}

CK_RV C_Digest(CK_SESSION_HANDLE handle, unsigned char *data, CK_ULONG count, unsigned char *digest,
               CK_ULONG *length) {
  CALL(C_Digest, IN_SESSION(handle), whole(handle, data, count, digest, length));
}

static CK_RV seed(CK_SESSION_HANDLE handle, const unsigned char *octets, CK_ULONG length) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  if (octets == NULL && length > 0) return CKR_ARGUMENTS_BAD;
  if (session->slot->token.random == RANDOM_NO) return CKR_RANDOM_NO_RNG;
  if (session->slot->token.random == RANDOM_NO_SEED) return CKR_RANDOM_SEED_NOT_SUPPORTED;
  RAND_add(octets, (int)length, 0);
  return CKR_OK;
}

CK_RV C_SeedRandom(CK_SESSION_HANDLE handle, unsigned char *octets, CK_ULONG length) {
  CALL(C_SeedRandom, IN_SESSION(handle), seed(handle, octets, length));
}

static CK_RV generate(CK_SESSION_HANDLE handle, unsigned char *octets, CK_ULONG length) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  if (octets == NULL || length > INT_MAX) return CKR_ARGUMENTS_BAD;
  if (session->slot->token.random == RANDOM_NO) return CKR_RANDOM_NO_RNG;
  return RAND_bytes(octets, (int)length) == 1 ? CKR_OK : CKR_DEVICE_ERROR;
}

CK_RV C_GenerateRandom(CK_SESSION_HANDLE handle, unsigned char *octets, CK_ULONG length) {
  CALL(C_GenerateRandom, IN_SESSION(handle), generate(handle, octets, length));
}
