/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   Objects in memory: lists of attributes. */
#include "module.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

struct object *object_new(void) {
  return calloc(1, sizeof(struct object));
}

void object_free(struct object *object) {
  if (object == NULL) return;
  for (CK_ULONG i = 0; i < object->count; i++) free(object->attributes[i].pValue);
  free(object->attributes);
  EVP_PKEY_free(object->key);
  free(object);
}

struct object *object_copy(const struct object *object) {
  struct object *copy = object_new();
  for (CK_ULONG i = 0; copy != NULL && i < object->count; i++) {
    const CK_ATTRIBUTE *attribute = &object->attributes[i];
    if (object_set(copy, attribute->type, attribute->pValue, attribute->ulValueLen)) continue;
    object_free(copy);
    return NULL;
  }
  return copy;
}

static void free_where(struct object **list, bool (*ends)(const struct object *, CK_ULONG), CK_ULONG value) {
  while (*list != NULL) {
    struct object *object = *list;
    if (!ends(object, value)) {
      list = &object->next;
      continue;
    }
    *list = object->next;
    object_free(object);
  }
}

static bool owned(const struct object *object, CK_ULONG owner) {
  return owner == 0 || (!object->on_token && object->owner == owner);
}

void objects_free(struct object **list, CK_SESSION_HANDLE owner) {
  free_where(list, owned, owner);
}

static bool of_private_session(const struct object *object, CK_ULONG unused) {
  (void)unused;
  return !object->on_token && object_true(object, CKA_PRIVATE);
}

void objects_private_free(struct object **list) {
  free_where(list, of_private_session, 0);
}

CK_ATTRIBUTE *object_get(const struct object *object, CK_ATTRIBUTE_TYPE type) {
  for (CK_ULONG i = 0; i < object->count; i++) {
    if (object->attributes[i].type == type) return &object->attributes[i];
  }
  return NULL;
}

bool object_true(const struct object *object, CK_ATTRIBUTE_TYPE type) {
  const CK_ATTRIBUTE *found = object_get(object, type);
  return found != NULL && found->ulValueLen == 1 && *(unsigned char *)found->pValue != 0;
}

CK_ULONG object_number(const struct object *object, CK_ATTRIBUTE_TYPE type) {
  const CK_ATTRIBUTE *found = object_get(object, type);
  CK_ULONG number = (CK_ULONG)-1;
  if (found != NULL && found->ulValueLen == sizeof number) memcpy(&number, found->pValue, sizeof number);
  return number;
}

bool object_set(struct object *object, CK_ATTRIBUTE_TYPE type, const void *value, CK_ULONG length) {
  void *copy = malloc(length + 1);
  if (copy == NULL) return false;
  if (length > 0) memcpy(copy, value, length);
  CK_ATTRIBUTE *found = object_get(object, type);
  if (found == NULL) {
    CK_ATTRIBUTE *more = realloc(object->attributes, (object->count + 1) * sizeof *more);
    if (more == NULL) {
      free(copy);
      return false;
    }
    object->attributes = more;
    found = &more[object->count++];
    found->type = type;
    found->pValue = NULL;
  }
  free(found->pValue);
  found->pValue = copy;
  found->ulValueLen = length;
  return true;
}

bool object_set_true(struct object *object, CK_ATTRIBUTE_TYPE type, bool value) {
  CK_BBOOL octet = value ? CK_TRUE : CK_FALSE;
  return object_set(object, type, &octet, sizeof octet);
}

bool object_set_number(struct object *object, CK_ATTRIBUTE_TYPE type, CK_ULONG value) {
  return object_set(object, type, &value, sizeof value);
}

CK_ULONG object_size(const struct object *object) {
  CK_ULONG size = 64;
  for (CK_ULONG i = 0; i < object->count; i++) size += object->attributes[i].ulValueLen;
  return size;
}

bool object_visible(const struct session *session, const struct object *object) {
  if (!object_true(object, CKA_PRIVATE) || !session->slot->token.login_required) return true;
  return session->slot->user == CKU_USER;
}

struct object *object_at(const struct session *session, CK_OBJECT_HANDLE handle) {
  for (struct object *object = session->slot->objects; object != NULL; object = object->next) {
    if (object->handle == handle) return object_visible(session, object) ? object : NULL;
  }
  return NULL;
}
