/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   The mechanisms of a token, and the making of key pairs. */
#include "module.h"

#include <openssl/evp.h>
#include <string.h>

#define SIGNS (CKF_HW | CKF_SIGN | CKF_VERIFY)
#define MAKES (CKF_HW | CKF_GENERATE_KEY_PAIR)
#define CURVES (CKF_EC_F_P | CKF_EC_NAMEDCURVE | CKF_EC_UNCOMPRESS)

static const struct mechanism mechanisms[] = {
    {CKM_GOSTR3410_KEY_PAIR_GEN, GOST256, CKK_GOSTR3410, 0, {256, 256, MAKES}},
    {CKM_GOSTR3410, GOST256, CKK_GOSTR3410, 0, {256, 256, SIGNS}},
    {CKM_GOSTR3410_WITH_GOSTR3411_12_256, GOST256, CKK_GOSTR3410, 32, {256, 256, SIGNS}},
    {CKM_GOSTR3411_12_256, GOST256, 0, 32, {0, 0, CKF_DIGEST}},
    {CKM_GOSTR3410_512_KEY_PAIR_GEN, GOST512, CKK_GOSTR3410_512, 0, {512, 512, MAKES}},
    {CKM_GOSTR3410_512, GOST512, CKK_GOSTR3410_512, 0, {512, 512, SIGNS}},
    {CKM_GOSTR3410_WITH_GOSTR3411_12_512, GOST512, CKK_GOSTR3410_512, 64, {512, 512, SIGNS}},
    {CKM_GOSTR3411_12_512, GOST512, 0, 64, {0, 0, CKF_DIGEST}},
    {CKM_EC_KEY_PAIR_GEN, WITH_EC, CKK_EC, 0, {256, 256, MAKES | CURVES}},
    {CKM_ECDSA, WITH_EC, CKK_EC, 0, {256, 256, SIGNS | CURVES}},
    {CKM_ECDSA_SHA256, WITH_EC, CKK_EC, 32, {256, 256, SIGNS | CURVES}},
    {CKM_RSA_PKCS_KEY_PAIR_GEN, WITH_RSA, CKK_RSA, 0, {2048, 4096, MAKES}},
    {CKM_RSA_PKCS, WITH_RSA, CKK_RSA, 0, {2048, 4096, SIGNS}},
    {CKM_SHA256_RSA_PKCS, WITH_RSA, CKK_RSA, 32, {2048, 4096, SIGNS}},
    {CKM_SHA256, WITH_EC | WITH_RSA, 0, 32, {0, 0, CKF_DIGEST}},
};
#define MECHANISMS (sizeof mechanisms / sizeof *mechanisms)

const struct mechanism *mechanism_at(const struct token *token, CK_MECHANISM_TYPE type, CK_FLAGS flag) {
  for (size_t i = 0; i < MECHANISMS; i++) {
    const struct mechanism *mechanism = &mechanisms[i];
    if (mechanism->type != type || (mechanism->algorithm & token->algorithms) == 0) continue;
    return flag == 0 || (mechanism->info.flags & flag) != 0 ? mechanism : NULL;
  }
  return NULL;
}

const void *mechanism_digest(const struct mechanism *mechanism) {
  return (mechanism->algorithm & (GOST256 | GOST512)) != 0 ? gost_digest(mechanism->digest) : EVP_sha256();
}

static CK_RV list(CK_SLOT_ID id, CK_MECHANISM_TYPE *into, CK_ULONG *count) {
  struct slot *slot;
  CK_RV answer = slot_at(id, &slot);
  if (answer != CKR_OK) return answer;
  if (count == NULL) return CKR_ARGUMENTS_BAD;
  CK_ULONG number = 0, room = *count;
  for (size_t i = 0; i < MECHANISMS; i++) {
    if ((mechanisms[i].algorithm & slot->token.algorithms) == 0) continue;
    if (into != NULL && number < room) into[number] = mechanisms[i].type;
    number++;
  }
  *count = number;
  return into != NULL && room < number ? CKR_BUFFER_TOO_SMALL : CKR_OK;
}

CK_RV C_GetMechanismList(CK_SLOT_ID id, CK_MECHANISM_TYPE *into, CK_ULONG *count) {
  CALL(C_GetMechanismList, IN_SLOT(id), list(id, into, count));
}

static CK_RV info_of(CK_SLOT_ID id, CK_MECHANISM_TYPE type, CK_MECHANISM_INFO *info) {
  struct slot *slot;
  CK_RV answer = slot_at(id, &slot);
  if (answer != CKR_OK) return answer;
  if (info == NULL) return CKR_ARGUMENTS_BAD;
  const struct mechanism *mechanism = mechanism_at(&slot->token, type, 0);
  if (mechanism == NULL) return CKR_MECHANISM_INVALID;
  *info = mechanism->info;
  return CKR_OK;
}

CK_RV C_GetMechanismInfo(CK_SLOT_ID id, CK_MECHANISM_TYPE type, CK_MECHANISM_INFO *info) {
  CALL(C_GetMechanismInfo, IN_SLOT(id), info_of(id, type, info));
}

struct pair {
  CK_ATTRIBUTE *of_public, *of_private;
  CK_ULONG public_count, private_count;
};

static CK_RV begin(const struct session *session, struct object *object, CK_ULONG class,
                   const struct mechanism *mechanism, const CK_ATTRIBUTE *attributes, CK_ULONG count) {
  bool set = object_set_number(object, CKA_CLASS, class) && object_set_number(object, CKA_KEY_TYPE, mechanism->key_type);
  return set ? template_apply(session, object, attributes, count, GENERATING) : CKR_HOST_MEMORY;
}

static CK_RV finish(const struct session *session, struct object *object, const struct mechanism *mechanism) {
  CK_RV answer = template_finish(session, object, GENERATING);
  if (answer != CKR_OK) return answer;
  object_set_true(object, CKA_LOCAL, true);
  object_set_number(object, CKA_KEY_GEN_MECHANISM, mechanism->type);
  if (object_number(object, CKA_CLASS) == CKO_PRIVATE_KEY) {
    object_set_true(object, CKA_ALWAYS_SENSITIVE, object_true(object, CKA_SENSITIVE));
    object_set_true(object, CKA_NEVER_EXTRACTABLE, !object_true(object, CKA_EXTRACTABLE));
  }
  return CKR_OK;
}

static CK_RV make(struct session *session, const struct mechanism *mechanism, const struct pair *pair,
                  struct object *public_key, struct object *private_key) {
  CK_RV answer = begin(session, public_key, CKO_PUBLIC_KEY, mechanism, pair->of_public, pair->public_count);
  if (answer == CKR_OK) {
    answer = begin(session, private_key, CKO_PRIVATE_KEY, mechanism, pair->of_private, pair->private_count);
  }
  if (answer == CKR_OK) answer = finish(session, public_key, mechanism);
  if (answer == CKR_OK) answer = finish(session, private_key, mechanism);
  bool rutoken = session->slot->token.templates == TEMPLATES_RUTOKEN;
  if (answer == CKR_OK) answer = key_generate(mechanism->type, public_key, private_key, rutoken);
  /* Both or none: the room of both is asked for before the first is written. */
  if (answer == CKR_OK) answer = store_room(session->slot, private_key, 0);
  return answer;
}

static CK_RV generate(CK_SESSION_HANDLE handle, const CK_MECHANISM *asked, const struct pair *pair,
                      CK_OBJECT_HANDLE *public_handle, CK_OBJECT_HANDLE *private_handle) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  if (asked == NULL || public_handle == NULL || private_handle == NULL) return CKR_ARGUMENTS_BAD;
  const struct mechanism *mechanism = mechanism_at(&session->slot->token, asked->mechanism, CKF_GENERATE_KEY_PAIR);
  if (mechanism == NULL) return CKR_MECHANISM_INVALID;
  if (asked->ulParameterLen > 0) return CKR_MECHANISM_PARAM_INVALID;
  struct object *public_key = object_new(), *private_key = object_new();
  if (public_key == NULL || private_key == NULL) answer = CKR_HOST_MEMORY;
  if (answer == CKR_OK) answer = make(session, mechanism, pair, public_key, private_key);
  if (answer == CKR_OK) answer = store_add(session, private_key);
  if (answer != CKR_OK) {
    object_free(public_key);
    object_free(private_key);
    return answer;
  }
  answer = store_add(session, public_key);
  if (answer != CKR_OK) {
    object_free(public_key);
    store_remove(session->slot, private_key);
    return answer;
  }
  *public_handle = public_key->handle;
  *private_handle = private_key->handle;
  return CKR_OK;
}

CK_RV C_GenerateKeyPair(CK_SESSION_HANDLE handle, CK_MECHANISM *mechanism, CK_ATTRIBUTE *of_public,
                        CK_ULONG public_count, CK_ATTRIBUTE *of_private, CK_ULONG private_count,
                        CK_OBJECT_HANDLE *public_key, CK_OBJECT_HANDLE *private_key) {
  const struct pair pair = {of_public, of_private, public_count, private_count};
  CALL(C_GenerateKeyPair, IN_SESSION(handle), generate(handle, mechanism, &pair, public_key, private_key));
}
