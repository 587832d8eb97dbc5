/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   GOST R 34.10-2012 by Debian's gost engine. The engine is loaded by name and asked by hand: nothing of the process becomes
   its default, no configuration of OpenSSL is read, and only GOST's own numbers are registered with it. */
#include "module.h"

#include <openssl/engine.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/x509.h>
#include <string.h>

/* gost-engine's control of a key context: the NID of the parameters. */
#define SET_PARAMETERS (EVP_PKEY_ALG_CTRL + 1)

static ENGINE *engine;

bool gost_begin(void) {
  OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_ENGINE_DYNAMIC, NULL);
  engine = ENGINE_by_id("gost");
  if (engine == NULL) return false;
  if (!ENGINE_init(engine)) {
    ENGINE_free(engine);
    engine = NULL;
    return false;
  }
  ENGINE_register_pkey_meths(engine);
  ENGINE_register_pkey_asn1_meths(engine);
  return true;
}

void gost_end(void) {
  if (engine == NULL) return;
  ENGINE_finish(engine);
  ENGINE_free(engine);
  engine = NULL;
}

void *gost_engine(void) {
  return engine;
}

const void *gost_digest(int octets) {
  return ENGINE_get_digest(engine, octets == 64 ? NID_id_GostR3411_2012_512 : NID_id_GostR3411_2012_256);
}

/* The NID of the DER of an OBJECT IDENTIFIER; NID_undef: not one, or unknown. */
static int nid_of(const CK_ATTRIBUTE *attribute) {
  if (attribute == NULL || attribute->ulValueLen > 64) return NID_undef;
  const unsigned char *at = attribute->pValue;
  ASN1_OBJECT *object = d2i_ASN1_OBJECT(NULL, &at, (long)attribute->ulValueLen);
  if (object == NULL || at != (unsigned char *)attribute->pValue + attribute->ulValueLen) {
    ASN1_OBJECT_free(object);
    return NID_undef;
  }
  int nid = OBJ_obj2nid(object);
  ASN1_OBJECT_free(object);
  return nid;
}

static bool is_large(int nid) {
  return nid == NID_id_tc26_gost_3410_2012_512_paramSetA || nid == NID_id_tc26_gost_3410_2012_512_paramSetB ||
         nid == NID_id_tc26_gost_3410_2012_512_paramSetC;
}

static bool is_small(int nid) {
  static const int known[] = {
      NID_id_GostR3410_2001_CryptoPro_A_ParamSet,    NID_id_GostR3410_2001_CryptoPro_B_ParamSet,
      NID_id_GostR3410_2001_CryptoPro_C_ParamSet,    NID_id_GostR3410_2001_CryptoPro_XchA_ParamSet,
      NID_id_GostR3410_2001_CryptoPro_XchB_ParamSet, NID_id_tc26_gost_3410_2012_256_paramSetA,
      NID_id_tc26_gost_3410_2012_256_paramSetB,      NID_id_tc26_gost_3410_2012_256_paramSetC,
      NID_id_tc26_gost_3410_2012_256_paramSetD};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (known[i] == nid) return true;
  }
  return false;
}

static CK_RV check_parameters(const struct object *object, bool large, bool with_digest) {
  int nid = nid_of(object_get(object, CKA_GOSTR3410_PARAMS));
  if (large ? !is_large(nid) : !is_small(nid)) return CKR_ATTRIBUTE_VALUE_INVALID;
  const CK_ATTRIBUTE *digest = object_get(object, CKA_GOSTR3411_PARAMS);
  if (digest == NULL) return with_digest ? CKR_TEMPLATE_INCOMPLETE : CKR_OK;
  int digest_nid = nid_of(digest);
  return digest_nid == (large ? NID_id_GostR3411_2012_512 : NID_id_GostR3411_2012_256) ? CKR_OK
                                                                                       : CKR_ATTRIBUTE_VALUE_INVALID;
}

static EVP_PKEY *generate(int parameters, bool large) {
  EVP_PKEY *key = NULL;
  EVP_PKEY_CTX *context =
      EVP_PKEY_CTX_new_id(large ? NID_id_GostR3410_2012_512 : NID_id_GostR3410_2012_256, engine);
  bool made = context != NULL && EVP_PKEY_keygen_init(context) > 0 &&
              EVP_PKEY_CTX_ctrl(context, -1, -1, SET_PARAMETERS, parameters, NULL) > 0 &&
              EVP_PKEY_keygen(context, &key) > 0;
  EVP_PKEY_CTX_free(context);
  return made ? key : NULL;
}

/* CKA_VALUE of a public key is what lies in the OCTET STRING of SubjectPublicKeyInfo: LE(X) || LE(Y). */
static bool take_public(EVP_PKEY *key, struct object *into, int octets) {
  unsigned char *der = NULL;
  int length = i2d_PUBKEY(key, &der);
  bool taken = length > octets && object_set(into, CKA_VALUE, der + length - octets, (CK_ULONG)octets);
  OPENSSL_free(der);
  return taken;
}

static bool take_private(EVP_PKEY *key, struct object *into, int octets) {
  PKCS8_PRIV_KEY_INFO *info = EVP_PKEY2PKCS8(key);
  const unsigned char *value;
  int length;
  bool taken = info != NULL && PKCS8_pkey_get0(NULL, &value, &length, NULL, info) && length == octets &&
               object_set(into, CKA_VALUE, value, (CK_ULONG)octets);
  PKCS8_PRIV_KEY_INFO_free(info);
  return taken;
}

static bool copy_attribute(const struct object *from, struct object *into, CK_ATTRIBUTE_TYPE type) {
  const CK_ATTRIBUTE *found = object_get(from, type);
  return found == NULL || object_set(into, type, found->pValue, found->ulValueLen);
}

CK_RV gost_generate(struct object *public_key, struct object *private_key, bool large, bool with_digest) {
  CK_RV answer = check_parameters(public_key, large, with_digest);
  if (answer != CKR_OK) return answer;
  const CK_ATTRIBUTE *asked = object_get(public_key, CKA_GOSTR3410_PARAMS);
  const CK_ATTRIBUTE *also = object_get(private_key, CKA_GOSTR3410_PARAMS);
  if (also != NULL && nid_of(also) != nid_of(asked)) return CKR_TEMPLATE_INCONSISTENT;
  EVP_PKEY *key = generate(nid_of(asked), large);
  if (key == NULL) return CKR_DEVICE_ERROR;
  bool taken = take_public(key, public_key, large ? 128 : 64) && take_private(key, private_key, large ? 64 : 32) &&
               copy_attribute(public_key, private_key, CKA_GOSTR3410_PARAMS) &&
               copy_attribute(public_key, private_key, CKA_GOSTR3411_PARAMS);
  EVP_PKEY_free(key);
  return taken ? CKR_OK : CKR_HOST_MEMORY;
}

CK_RV gost_check(const struct object *object) {
  bool large = object_number(object, CKA_KEY_TYPE) == CKK_GOSTR3410_512;
  bool of_public = object_number(object, CKA_CLASS) == CKO_PUBLIC_KEY;
  CK_ULONG octets = (large ? 64 : 32) * (of_public ? 2U : 1U);
  if (object_get(object, CKA_VALUE)->ulValueLen != octets) return CKR_ATTRIBUTE_VALUE_INVALID;
  return check_parameters(object, large, true);
}

/* AlgorithmIdentifier as the engine reads it: the parameters and, where RFC 9215 asks for it, the digest. */
static ASN1_STRING *parameters_of(const struct object *object, bool large) {
  const CK_ATTRIBUTE *parameters = object_get(object, CKA_GOSTR3410_PARAMS);
  static const unsigned char digest[] = {6, 8, 0x2A, 0x85, 3, 7, 1, 1, 2, 2};
  unsigned char der[128] = {0x30};
  size_t length = parameters->ulValueLen;
  memcpy(der + 2, parameters->pValue, length);
  if (!large) {
    memcpy(der + 2 + length, digest, sizeof digest);
    length += sizeof digest;
  }
  der[1] = (unsigned char)length;
  ASN1_STRING *sequence = ASN1_STRING_type_new(V_ASN1_SEQUENCE);
  if (sequence != NULL) ASN1_STRING_set(sequence, der, (int)length + 2);
  return sequence;
}

static EVP_PKEY *private_of(const struct object *object, ASN1_STRING *parameters, int algorithm) {
  const CK_ATTRIBUTE *value = object_get(object, CKA_VALUE);
  unsigned char *copy = OPENSSL_memdup(value->pValue, value->ulValueLen);
  PKCS8_PRIV_KEY_INFO *info = PKCS8_PRIV_KEY_INFO_new();
  if (info == NULL || copy == NULL || !PKCS8_pkey_set0(info, OBJ_nid2obj(algorithm), 0, V_ASN1_SEQUENCE, parameters, copy, (int)value->ulValueLen)) {
    ASN1_STRING_free(parameters);
    OPENSSL_free(copy);
    PKCS8_PRIV_KEY_INFO_free(info);
    return NULL;
  }
  EVP_PKEY *key = EVP_PKCS82PKEY(info);
  PKCS8_PRIV_KEY_INFO_free(info);
  return key;
}

static EVP_PKEY *public_of(const struct object *object, ASN1_STRING *parameters, int algorithm) {
  const CK_ATTRIBUTE *value = object_get(object, CKA_VALUE);
  unsigned char *octets = NULL, *der = NULL;
  EVP_PKEY *key = NULL;
  ASN1_OCTET_STRING *string = ASN1_OCTET_STRING_new();
  X509_PUBKEY *info = X509_PUBKEY_new();
  ASN1_OCTET_STRING_set(string, value->pValue, (int)value->ulValueLen);
  int length = i2d_ASN1_OCTET_STRING(string, &octets);
  if (X509_PUBKEY_set0_param(info, OBJ_nid2obj(algorithm), V_ASN1_SEQUENCE, parameters, octets, length)) {
    length = i2d_X509_PUBKEY(info, &der);
    const unsigned char *at = der;
    key = d2i_PUBKEY(NULL, &at, length);
    OPENSSL_free(der);
  } else {
    ASN1_STRING_free(parameters);
    OPENSSL_free(octets);
  }
  ASN1_OCTET_STRING_free(string);
  X509_PUBKEY_free(info);
  return key;
}

void *gost_key(const struct object *object) {
  bool large = object_number(object, CKA_KEY_TYPE) == CKK_GOSTR3410_512;
  int algorithm = large ? NID_id_GostR3410_2012_512 : NID_id_GostR3410_2012_256;
  ASN1_STRING *parameters = parameters_of(object, large);
  if (parameters == NULL) return NULL;
  bool of_public = object_number(object, CKA_CLASS) == CKO_PUBLIC_KEY;
  return of_public ? public_of(object, parameters, algorithm) : private_of(object, parameters, algorithm);
}
