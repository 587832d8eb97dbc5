/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   RSA and EC keys by libcrypto, and the way from an object to its key. */
#include "module.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>
#include <stdlib.h>
#include <string.h>

static const unsigned char p256[] = {6, 8, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7};

static const struct part {
  CK_ATTRIBUTE_TYPE type;
  const char *name;
} rsa_parts[] = {
    {CKA_MODULUS, OSSL_PKEY_PARAM_RSA_N},           {CKA_PUBLIC_EXPONENT, OSSL_PKEY_PARAM_RSA_E},
    {CKA_PRIVATE_EXPONENT, OSSL_PKEY_PARAM_RSA_D},  {CKA_PRIME_1, OSSL_PKEY_PARAM_RSA_FACTOR1},
    {CKA_PRIME_2, OSSL_PKEY_PARAM_RSA_FACTOR2},     {CKA_EXPONENT_1, OSSL_PKEY_PARAM_RSA_EXPONENT1},
    {CKA_EXPONENT_2, OSSL_PKEY_PARAM_RSA_EXPONENT2}, {CKA_COEFFICIENT, OSSL_PKEY_PARAM_RSA_COEFFICIENT1},
};
#define RSA_PARTS (sizeof rsa_parts / sizeof *rsa_parts)

static bool take_number(EVP_PKEY *key, const char *name, struct object *into, CK_ATTRIBUTE_TYPE type, int width) {
  BIGNUM *number = NULL;
  unsigned char octets[1024];
  if (!EVP_PKEY_get_bn_param(key, name, &number)) return false;
  int length = width > 0 ? width : BN_num_bytes(number);
  bool taken = length <= (int)sizeof octets && BN_bn2binpad(number, octets, length) == length &&
               object_set(into, type, octets, (CK_ULONG)length);
  BN_clear_free(number);
  return taken;
}

static CK_RV rsa_generate(struct object *public_key, struct object *private_key) {
  CK_ULONG bits = object_number(public_key, CKA_MODULUS_BITS);
  const CK_ATTRIBUTE *exponent = object_get(public_key, CKA_PUBLIC_EXPONENT);
  if (bits < 2048 || bits > 4096 || bits % 256 != 0) return CKR_KEY_SIZE_RANGE;
  BIGNUM *e = BN_new();
  BN_set_word(e, RSA_F4);
  if (exponent != NULL) BN_bin2bn(exponent->pValue, (int)exponent->ulValueLen, e);
  EVP_PKEY *key = NULL;
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
  bool made = context != NULL && EVP_PKEY_keygen_init(context) > 0 &&
              EVP_PKEY_CTX_set_rsa_keygen_bits(context, (int)bits) > 0 &&
              EVP_PKEY_CTX_set1_rsa_keygen_pubexp(context, e) > 0 && EVP_PKEY_keygen(context, &key) > 0;
  EVP_PKEY_CTX_free(context);
  BN_free(e);
  for (size_t i = 0; made && i < RSA_PARTS; i++) {
    made = take_number(key, rsa_parts[i].name, private_key, rsa_parts[i].type, 0);
    if (i < 2) made = made && take_number(key, rsa_parts[i].name, public_key, rsa_parts[i].type, 0);
  }
  /* Not of the standard in a private key, but programs ask it there. */
  if (made) object_set_number(private_key, CKA_MODULUS_BITS, bits);
  EVP_PKEY_free(key);
  return made ? CKR_OK : CKR_ATTRIBUTE_VALUE_INVALID;
}

static bool is_p256(const struct object *object) {
  const CK_ATTRIBUTE *curve = object_get(object, CKA_EC_PARAMS);
  return curve != NULL && curve->ulValueLen == sizeof p256 && memcmp(curve->pValue, p256, sizeof p256) == 0;
}

static CK_RV ec_generate(struct object *public_key, struct object *private_key) {
  unsigned char point[67] = {4, 65};
  size_t length = 0;
  if (!is_p256(public_key)) return CKR_CURVE_NOT_SUPPORTED;
  EVP_PKEY *key = EVP_EC_gen("P-256");
  bool made = key != NULL &&
              EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, point + 2, 65, &length) && length == 65 &&
              object_set(public_key, CKA_EC_POINT, point, sizeof point) &&
              object_set(private_key, CKA_EC_PARAMS, p256, sizeof p256) &&
              take_number(key, OSSL_PKEY_PARAM_PRIV_KEY, private_key, CKA_VALUE, 32);
  EVP_PKEY_free(key);
  return made ? CKR_OK : CKR_DEVICE_ERROR;
}

CK_RV key_generate(CK_MECHANISM_TYPE mechanism, struct object *public_key, struct object *private_key, bool rutoken) {
  switch (mechanism) {
    case CKM_RSA_PKCS_KEY_PAIR_GEN: return rsa_generate(public_key, private_key);
    case CKM_EC_KEY_PAIR_GEN: return ec_generate(public_key, private_key);
    case CKM_GOSTR3410_KEY_PAIR_GEN: return gost_generate(public_key, private_key, false, rutoken);
    case CKM_GOSTR3410_512_KEY_PAIR_GEN: return gost_generate(public_key, private_key, true, rutoken);
    default: return CKR_MECHANISM_INVALID;
  }
}

CK_RV key_check(const struct object *object) {
  CK_ULONG class = object_number(object, CKA_CLASS), type = object_number(object, CKA_KEY_TYPE);
  if (class != CKO_PUBLIC_KEY && class != CKO_PRIVATE_KEY) return CKR_OK;
  if (type == CKK_GOSTR3410 || type == CKK_GOSTR3410_512) return gost_check(object);
  if (type == CKK_EC && !is_p256(object)) return CKR_CURVE_NOT_SUPPORTED;
  if (type == CKK_RSA && class == CKO_PRIVATE_KEY && object_get(object, CKA_PUBLIC_EXPONENT) == NULL) {
    return CKR_TEMPLATE_INCOMPLETE;
  }
  if (type != CKK_EC && type != CKK_RSA) return CKR_ATTRIBUTE_VALUE_INVALID;
  struct object *copy = object_copy(object);
  EVP_PKEY *key = copy == NULL ? NULL : key_of(copy);
  object_free(copy);
  return key == NULL ? CKR_ATTRIBUTE_VALUE_INVALID : CKR_OK;
}

static EVP_PKEY *from(const char *name, OSSL_PARAM_BLD *builder, int selection) {
  EVP_PKEY *key = NULL;
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, name, NULL);
  OSSL_PARAM *parameters = OSSL_PARAM_BLD_to_param(builder);
  if (context != NULL && parameters != NULL && EVP_PKEY_fromdata_init(context) > 0) {
    if (EVP_PKEY_fromdata(context, &key, selection, parameters) <= 0) key = NULL;
  }
  OSSL_PARAM_free(parameters);
  EVP_PKEY_CTX_free(context);
  return key;
}

static EVP_PKEY *rsa_key(const struct object *object, int selection) {
  OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
  BIGNUM *numbers[RSA_PARTS] = {NULL};
  for (size_t i = 0; i < RSA_PARTS; i++) {
    const CK_ATTRIBUTE *found = object_get(object, rsa_parts[i].type);
    if (found == NULL || found->ulValueLen == 0) continue;
    numbers[i] = BN_bin2bn(found->pValue, (int)found->ulValueLen, NULL);
    OSSL_PARAM_BLD_push_BN(builder, rsa_parts[i].name, numbers[i]);
  }
  EVP_PKEY *key = from("RSA", builder, selection);
  for (size_t i = 0; i < RSA_PARTS; i++) BN_clear_free(numbers[i]);
  OSSL_PARAM_BLD_free(builder);
  return key;
}

/* The public point belongs to the key: libcrypto wants it beside the private number. */
static size_t point_of(const BIGNUM *number, unsigned char *into) {
  EC_GROUP *group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
  EC_POINT *point = EC_POINT_new(group);
  size_t length = 0;
  if (EC_POINT_mul(group, point, number, NULL, NULL, NULL)) {
    length = EC_POINT_point2oct(group, point, POINT_CONVERSION_UNCOMPRESSED, into, 65, NULL);
  }
  EC_POINT_free(point);
  EC_GROUP_free(group);
  return length;
}

static EVP_PKEY *ec_key(const struct object *object, int selection) {
  OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
  unsigned char point[65];
  BIGNUM *number = NULL;
  const CK_ATTRIBUTE *value = object_get(object, CKA_VALUE), *coded = object_get(object, CKA_EC_POINT);
  bool good = false;
  if (value != NULL) {
    number = BN_bin2bn(value->pValue, (int)value->ulValueLen, NULL);
    good = point_of(number, point) == sizeof point;
  } else if (coded != NULL && coded->ulValueLen == 67) {
    memcpy(point, (unsigned char *)coded->pValue + 2, sizeof point);
    good = true;
  }
  OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
  OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point, sizeof point);
  if (number != NULL) OSSL_PARAM_BLD_push_BN_pad(builder, OSSL_PKEY_PARAM_PRIV_KEY, number, 32);
  EVP_PKEY *key = good ? from("EC", builder, selection) : NULL;
  BN_clear_free(number);
  OSSL_PARAM_BLD_free(builder);
  return key;
}

void *key_of(struct object *object) {
  if (object->key != NULL) return object->key;
  int selection = object_number(object, CKA_CLASS) == CKO_PRIVATE_KEY ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY;
  switch (object_number(object, CKA_KEY_TYPE)) {
    case CKK_RSA: object->key = rsa_key(object, selection); break;
    case CKK_EC: object->key = ec_key(object, selection); break;
    default: object->key = gost_key(object); break;
  }
  return object->key;
}
