/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   Which attributes an object may have, and who may set them (PKCS#11 v2.40, section 4). */
#include "module.h"

#include <string.h>

enum { OF_DATA = 1, OF_CERTIFICATE = 2, OF_PUBLIC = 4, OF_PRIVATE = 8 };
enum { OF_KEY = OF_PUBLIC | OF_PRIVATE, OF_ALL = OF_DATA | OF_CERTIFICATE | OF_KEY };
enum { ANY_KEY = 0, ONLY_RSA = 1, ONLY_EC = 2, ONLY_GOST = 4 };
enum { LIBRARY = 1, CHANGES = 2, CREATED = 4, GENERATED = 8, SECRET = 16, MADE = 32, ENDS = 64, BEGINS = 128, RUTOKEN = 256 };
enum value { BOOLEAN, ULONG, OCTETS, DATE };

/* LIBRARY: only the token sets it. CHANGES: C_SetAttributeValue may. CREATED, GENERATED: must be given then.
   SECRET: hidden by CKA_SENSITIVE. MADE: the mechanism gives it. BEGINS, ENDS: changes to true, to false, only. */
static const struct rule {
  CK_ATTRIBUTE_TYPE type;
  enum value value;
  int classes, keys, manner;
} rules[] = {
    {CKA_CLASS, ULONG, OF_ALL, 0, CREATED},
    {CKA_TOKEN, BOOLEAN, OF_ALL, 0, 0},
    {CKA_PRIVATE, BOOLEAN, OF_ALL, 0, 0},
    {CKA_MODIFIABLE, BOOLEAN, OF_ALL, 0, 0},
    {CKA_COPYABLE, BOOLEAN, OF_ALL, 0, ENDS},
    {CKA_DESTROYABLE, BOOLEAN, OF_ALL, 0, 0},
    {CKA_LABEL, OCTETS, OF_ALL, 0, CHANGES},
    {CKA_APPLICATION, OCTETS, OF_DATA, 0, CHANGES},
    {CKA_OBJECT_ID, OCTETS, OF_DATA, 0, CHANGES},
    {CKA_VALUE, OCTETS, OF_DATA, 0, CHANGES},
    {CKA_CERTIFICATE_TYPE, ULONG, OF_CERTIFICATE, 0, CREATED},
    {CKA_TRUSTED, BOOLEAN, OF_CERTIFICATE | OF_PUBLIC, 0, LIBRARY},
    {CKA_CERTIFICATE_CATEGORY, ULONG, OF_CERTIFICATE, 0, 0},
    {CKA_CHECK_VALUE, OCTETS, OF_CERTIFICATE, 0, 0},
    {CKA_SUBJECT, OCTETS, OF_CERTIFICATE, 0, CREATED},
    {CKA_SUBJECT, OCTETS, OF_KEY, 0, CHANGES},
    {CKA_ID, OCTETS, OF_CERTIFICATE | OF_KEY, 0, CHANGES},
    {CKA_ISSUER, OCTETS, OF_CERTIFICATE, 0, CHANGES},
    {CKA_SERIAL_NUMBER, OCTETS, OF_CERTIFICATE, 0, CHANGES},
    {CKA_VALUE, OCTETS, OF_CERTIFICATE, 0, CREATED},
    {CKA_URL, OCTETS, OF_CERTIFICATE, 0, 0},
    {CKA_START_DATE, DATE, OF_CERTIFICATE | OF_KEY, 0, CHANGES},
    {CKA_END_DATE, DATE, OF_CERTIFICATE | OF_KEY, 0, CHANGES},
    {CKA_KEY_TYPE, ULONG, OF_KEY, 0, CREATED},
    {CKA_DERIVE, BOOLEAN, OF_KEY, 0, CHANGES},
    {CKA_LOCAL, BOOLEAN, OF_KEY, 0, LIBRARY},
    {CKA_KEY_GEN_MECHANISM, ULONG, OF_KEY, 0, LIBRARY},
    {CKA_ENCRYPT, BOOLEAN, OF_PUBLIC, 0, CHANGES},
    {CKA_VERIFY, BOOLEAN, OF_PUBLIC, 0, CHANGES},
    {CKA_VERIFY_RECOVER, BOOLEAN, OF_PUBLIC, 0, CHANGES},
    {CKA_WRAP, BOOLEAN, OF_PUBLIC, 0, CHANGES},
    {CKA_SENSITIVE, BOOLEAN, OF_PRIVATE, 0, BEGINS},
    {CKA_EXTRACTABLE, BOOLEAN, OF_PRIVATE, 0, ENDS},
    {CKA_DECRYPT, BOOLEAN, OF_PRIVATE, 0, CHANGES},
    {CKA_SIGN, BOOLEAN, OF_PRIVATE, 0, CHANGES},
    {CKA_SIGN_RECOVER, BOOLEAN, OF_PRIVATE, 0, CHANGES},
    {CKA_UNWRAP, BOOLEAN, OF_PRIVATE, 0, CHANGES},
    {CKA_ALWAYS_SENSITIVE, BOOLEAN, OF_PRIVATE, 0, LIBRARY},
    {CKA_NEVER_EXTRACTABLE, BOOLEAN, OF_PRIVATE, 0, LIBRARY},
    {CKA_WRAP_WITH_TRUSTED, BOOLEAN, OF_PRIVATE, 0, 0},
    {CKA_ALWAYS_AUTHENTICATE, BOOLEAN, OF_PRIVATE, 0, 0},
    {CKA_VENDOR_KEY_JOURNAL, BOOLEAN, OF_PRIVATE, 0, RUTOKEN},
    {CKA_VENDOR_KEY_CONFIRM_BY_TOUCH, BOOLEAN, OF_PRIVATE, 0, RUTOKEN},
    {CKA_MODULUS, OCTETS, OF_KEY, ONLY_RSA, CREATED | MADE},
    {CKA_MODULUS_BITS, ULONG, OF_PUBLIC, ONLY_RSA, GENERATED},
    {CKA_PUBLIC_EXPONENT, OCTETS, OF_PUBLIC, ONLY_RSA, CREATED},
    {CKA_PUBLIC_EXPONENT, OCTETS, OF_PRIVATE, ONLY_RSA, MADE},
    {CKA_PRIVATE_EXPONENT, OCTETS, OF_PRIVATE, ONLY_RSA, CREATED | MADE | SECRET},
    {CKA_PRIME_1, OCTETS, OF_PRIVATE, ONLY_RSA, MADE | SECRET},
    {CKA_PRIME_2, OCTETS, OF_PRIVATE, ONLY_RSA, MADE | SECRET},
    {CKA_EXPONENT_1, OCTETS, OF_PRIVATE, ONLY_RSA, MADE | SECRET},
    {CKA_EXPONENT_2, OCTETS, OF_PRIVATE, ONLY_RSA, MADE | SECRET},
    {CKA_COEFFICIENT, OCTETS, OF_PRIVATE, ONLY_RSA, MADE | SECRET},
    {CKA_EC_PARAMS, OCTETS, OF_PUBLIC, ONLY_EC, CREATED | GENERATED},
    {CKA_EC_PARAMS, OCTETS, OF_PRIVATE, ONLY_EC, CREATED | MADE},
    {CKA_EC_POINT, OCTETS, OF_PUBLIC, ONLY_EC, CREATED | MADE},
    {CKA_VALUE, OCTETS, OF_PRIVATE, ONLY_EC, CREATED | MADE | SECRET},
    {CKA_GOSTR3410_PARAMS, OCTETS, OF_PUBLIC, ONLY_GOST, CREATED | GENERATED},
    {CKA_GOSTR3410_PARAMS, OCTETS, OF_PRIVATE, ONLY_GOST, CREATED | MADE | RUTOKEN},
    {CKA_GOSTR3411_PARAMS, OCTETS, OF_PUBLIC, ONLY_GOST, CREATED},
    {CKA_GOSTR3411_PARAMS, OCTETS, OF_PRIVATE, ONLY_GOST, CREATED | MADE | RUTOKEN},
    {CKA_GOST28147_PARAMS, OCTETS, OF_KEY, ONLY_GOST, 0},
    {CKA_VALUE, OCTETS, OF_PUBLIC, ONLY_GOST, CREATED | MADE},
    {CKA_VALUE, OCTETS, OF_PRIVATE, ONLY_GOST, CREATED | MADE | SECRET},
};
#define RULES (sizeof rules / sizeof *rules)

static int class_of(const struct object *object) {
  switch (object_number(object, CKA_CLASS)) {
    case CKO_DATA: return OF_DATA;
    case CKO_CERTIFICATE: return OF_CERTIFICATE;
    case CKO_PUBLIC_KEY: return OF_PUBLIC;
    case CKO_PRIVATE_KEY: return OF_PRIVATE;
    default: return 0;
  }
}

static int keys_of(const struct object *object) {
  switch (object_number(object, CKA_KEY_TYPE)) {
    case CKK_RSA: return ONLY_RSA;
    case CKK_EC: return ONLY_EC;
    case CKK_GOSTR3410:
    case CKK_GOSTR3410_512: return ONLY_GOST;
    default: return 0;
  }
}

static const struct rule *rule_of(const struct object *object, CK_ATTRIBUTE_TYPE type) {
  int class = class_of(object), keys = keys_of(object);
  for (size_t i = 0; i < RULES; i++) {
    const struct rule *rule = &rules[i];
    if (rule->type == type && (rule->classes & class) != 0 && (rule->keys == 0 || (rule->keys & keys) != 0)) return rule;
  }
  return NULL;
}

bool template_secret(const struct object *object, CK_ATTRIBUTE_TYPE type) {
  const struct rule *rule = rule_of(object, type);
  if (rule == NULL || (rule->manner & SECRET) == 0) return false;
  return object_true(object, CKA_SENSITIVE) || !object_true(object, CKA_EXTRACTABLE);
}

static CK_RV fits(const struct rule *rule, const CK_ATTRIBUTE *attribute) {
  CK_ULONG length = attribute->ulValueLen;
  if (attribute->pValue == NULL && length > 0) return CKR_ATTRIBUTE_VALUE_INVALID;
  switch (rule->value) {
    case BOOLEAN:
      return length == 1 && *(unsigned char *)attribute->pValue <= 1 ? CKR_OK : CKR_ATTRIBUTE_VALUE_INVALID;
    case ULONG: return length == sizeof(CK_ULONG) ? CKR_OK : CKR_ATTRIBUTE_VALUE_INVALID;
    case DATE: return length == 0 || length == sizeof(CK_DATE) ? CKR_OK : CKR_ATTRIBUTE_VALUE_INVALID;
    case OCTETS: return length < 0x1000000 ? CKR_OK : CKR_ATTRIBUTE_VALUE_INVALID;
  }
  return CKR_ATTRIBUTE_VALUE_INVALID;
}

static CK_RV may_change(const struct object *object, const struct rule *rule, const CK_ATTRIBUTE *attribute,
                        enum making making) {
  if (making == COPYING && (rule->type == CKA_TOKEN || rule->type == CKA_PRIVATE || rule->type == CKA_MODIFIABLE ||
                            rule->type == CKA_DESTROYABLE)) {
    return CKR_OK;
  }
  if (rule->manner & CHANGES) return CKR_OK;
  bool is = object_true(object, rule->type), becomes = *(unsigned char *)attribute->pValue != 0;
  if (rule->manner & BEGINS) return becomes || !is ? CKR_OK : CKR_ATTRIBUTE_READ_ONLY;
  if (rule->manner & ENDS) return !becomes || is ? CKR_OK : CKR_ATTRIBUTE_READ_ONLY;
  return CKR_ATTRIBUTE_READ_ONLY;
}

static bool of_safety(const struct rule *rule) {
  return rule->type == CKA_SENSITIVE || rule->type == CKA_EXTRACTABLE;
}

static CK_RV may_set(const struct session *session, const struct object *object, const struct rule *rule,
                     const CK_ATTRIBUTE *attribute, enum making making) {
  bool rutoken = session->slot->token.templates == TEMPLATES_RUTOKEN;
  if (rule->manner & LIBRARY) return CKR_ATTRIBUTE_READ_ONLY;
  unsigned long safety = session->slot->token.key_safety;
  if (making == GENERATING && of_safety(rule) && (safety == SAFETY_OWN || safety == SAFETY_NONE)) return CKR_ATTRIBUTE_READ_ONLY;
  if (making == CHANGING || making == COPYING) return may_change(object, rule, attribute, making);
  if ((rule->manner & RUTOKEN) && (rule->manner & MADE) == 0 && !rutoken) return CKR_ATTRIBUTE_TYPE_INVALID;
  if (making == GENERATING && (rule->manner & MADE)) {
    return (rule->manner & RUTOKEN) && rutoken ? CKR_OK : CKR_ATTRIBUTE_READ_ONLY;
  }
  if (making == CREATING && rule->type == CKA_MODULUS_BITS) return CKR_ATTRIBUTE_READ_ONLY;
  return CKR_OK;
}

static CK_RV take_number(struct object *object, const CK_ATTRIBUTE *attributes, CK_ULONG count,
                         CK_ATTRIBUTE_TYPE type) {
  for (CK_ULONG i = 0; i < count; i++) {
    if (attributes[i].type != type) continue;
    if (attributes[i].pValue == NULL || attributes[i].ulValueLen != sizeof(CK_ULONG)) return CKR_ATTRIBUTE_VALUE_INVALID;
    CK_ULONG before = object_number(object, type), now;
    memcpy(&now, attributes[i].pValue, sizeof now);
    if (before != (CK_ULONG)-1 && before != now) return CKR_TEMPLATE_INCONSISTENT;
    return object_set_number(object, type, now) ? CKR_OK : CKR_HOST_MEMORY;
  }
  return CKR_OK;
}

static bool doubled(const CK_ATTRIBUTE *attributes, CK_ULONG place) {
  for (CK_ULONG i = 0; i < place; i++) {
    if (attributes[i].type == attributes[place].type) return true;
  }
  return false;
}

CK_RV template_apply(const struct session *session, struct object *object, const CK_ATTRIBUTE *attributes,
                     CK_ULONG count, enum making making) {
  bool fresh = making == CREATING || making == GENERATING;
  if (attributes == NULL && count > 0) return CKR_ARGUMENTS_BAD;
  CK_RV answer = fresh ? take_number(object, attributes, count, CKA_CLASS) : CKR_OK;
  if (answer == CKR_OK && fresh) answer = take_number(object, attributes, count, CKA_KEY_TYPE);
  if (answer != CKR_OK) return answer;
  if (object_get(object, CKA_CLASS) == NULL) return CKR_TEMPLATE_INCOMPLETE;
  if (class_of(object) == 0) return CKR_ATTRIBUTE_VALUE_INVALID;
  for (CK_ULONG i = 0; i < count; i++) {
    const struct rule *rule = rule_of(object, attributes[i].type);
    if (rule == NULL) return CKR_ATTRIBUTE_TYPE_INVALID;
    if (doubled(attributes, i)) return CKR_TEMPLATE_INCONSISTENT;
    answer = fits(rule, &attributes[i]);
    if (answer == CKR_OK) answer = may_set(session, object, rule, &attributes[i], making);
    if (answer != CKR_OK) return answer;
    if (!object_set(object, attributes[i].type, attributes[i].pValue, attributes[i].ulValueLen)) return CKR_HOST_MEMORY;
  }
  return CKR_OK;
}

/* What is true of an object whose maker said nothing; kept apart by class. */
static bool by_default(const struct session *session, const struct object *object, CK_ATTRIBUTE_TYPE type) {
  switch (type) {
    case CKA_PRIVATE: return class_of(object) == OF_PRIVATE;
    case CKA_SENSITIVE: return class_of(object) == OF_PRIVATE && session->slot->token.key_safety < SAFETY_NONE;
    case CKA_EXTRACTABLE: return session->slot->token.key_safety >= SAFETY_NONE;
    case CKA_MODIFIABLE:
    case CKA_COPYABLE:
    case CKA_DESTROYABLE:
    case CKA_SIGN:
    case CKA_VERIFY: return true;
    case CKA_ALWAYS_AUTHENTICATE: return session->slot->token.always_authenticate;
    default: return false;
  }
}

static CK_RV complete(const struct session *session, struct object *object, enum making making) {
  bool ignored = making == GENERATING && session->slot->token.key_safety == SAFETY_IGNORED;
  for (size_t i = 0; i < RULES; i++) {
    const struct rule *rule = &rules[i];
    if (rule_of(object, rule->type) != rule) continue;
    if (object_get(object, rule->type) != NULL && !(ignored && of_safety(rule))) continue;
    if (making == CREATING && (rule->manner & CREATED)) return CKR_TEMPLATE_INCOMPLETE;
    if (making == GENERATING && (rule->manner & GENERATED)) return CKR_TEMPLATE_INCOMPLETE;
    bool set = true;
    if (rule->manner & RUTOKEN) continue;
    if (rule->value == BOOLEAN) set = object_set_true(object, rule->type, by_default(session, object, rule->type));
    else if (rule->value == DATE || (rule->value == OCTETS && rule->keys == 0)) set = object_set(object, rule->type, "", 0);
    if (!set) return CKR_HOST_MEMORY;
  }
  return CKR_OK;
}

/* Whether the object may lie where it wants to lie. */
static CK_RV may_lie(const struct session *session, const struct object *object) {
  const struct token *token = &session->slot->token;
  bool key = (class_of(object) & OF_KEY) != 0;
  if (key && token->manner == PASSIVE) return CKR_ATTRIBUTE_VALUE_INVALID;
  if (object_true(object, CKA_TOKEN) && token->write_protected) return CKR_TOKEN_WRITE_PROTECTED;
  if (object_true(object, CKA_TOKEN) && !session_writes(session)) return CKR_SESSION_READ_ONLY;
  if (!object_visible(session, object)) return CKR_USER_NOT_LOGGED_IN;
  return pin_blocks(session);
}

CK_RV template_finish(const struct session *session, struct object *object, enum making making) {
  if (making == CREATING || making == GENERATING) {
    CK_RV answer = complete(session, object, making);
    if (answer != CKR_OK) return answer;
  }
  return may_lie(session, object);
}
