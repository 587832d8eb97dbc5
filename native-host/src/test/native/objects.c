/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   The calls on objects. */
#include "module.h"

#include <stdlib.h>
#include <string.h>

static CK_RV create(CK_SESSION_HANDLE handle, const CK_ATTRIBUTE *attributes, CK_ULONG count, CK_OBJECT_HANDLE *made) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  if (made == NULL) return CKR_ARGUMENTS_BAD;
  struct object *object = object_new();
  if (object == NULL) return CKR_HOST_MEMORY;
  answer = template_apply(session, object, attributes, count, CREATING);
  if (answer == CKR_OK) answer = template_finish(session, object, CREATING);
  if (answer == CKR_OK) answer = key_check(object);
  if (answer == CKR_OK) answer = store_add(session, object);
  if (answer == CKR_OK) *made = object->handle;
  else object_free(object);
  return answer;
}

CK_RV C_CreateObject(CK_SESSION_HANDLE handle, CK_ATTRIBUTE *attributes, CK_ULONG count, CK_OBJECT_HANDLE *made) {
  CALL(C_CreateObject, IN_SESSION(handle), create(handle, attributes, count, made));
}

static CK_RV copy(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE of, const CK_ATTRIBUTE *attributes, CK_ULONG count,
                  CK_OBJECT_HANDLE *made) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  if (made == NULL) return CKR_ARGUMENTS_BAD;
  const struct object *original = object_at(session, of);
  if (original == NULL) return CKR_OBJECT_HANDLE_INVALID;
  if (!object_true(original, CKA_COPYABLE)) return CKR_ACTION_PROHIBITED;
  struct object *object = object_copy(original);
  if (object == NULL) return CKR_HOST_MEMORY;
  answer = template_apply(session, object, attributes, count, COPYING);
  if (answer == CKR_OK && object_true(original, CKA_PRIVATE) && !object_true(object, CKA_PRIVATE)) {
    answer = CKR_TEMPLATE_INCONSISTENT;
  }
  if (answer == CKR_OK) answer = template_finish(session, object, COPYING);
  if (answer == CKR_OK) answer = store_add(session, object);
  if (answer == CKR_OK) *made = object->handle;
  else object_free(object);
  return answer;
}

CK_RV C_CopyObject(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE of, CK_ATTRIBUTE *attributes, CK_ULONG count,
                   CK_OBJECT_HANDLE *made) {
  CALL(C_CopyObject, IN_SESSION(handle), copy(handle, of, attributes, count, made));
}

/* An object that this session may change; `object` stays what it was on failure. */
static CK_RV changeable(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE of, struct session **session,
                        struct object **object) {
  CK_RV answer = session_at(handle, session);
  if (answer != CKR_OK) return answer;
  struct object *found = object_at(*session, of);
  if (found == NULL) return CKR_OBJECT_HANDLE_INVALID;
  if (found->on_token && (*session)->slot->token.write_protected) return CKR_TOKEN_WRITE_PROTECTED;
  if (found->on_token && !session_writes(*session)) return CKR_SESSION_READ_ONLY;
  *object = found;
  return pin_blocks(*session);
}

static CK_RV destroy(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE of) {
  struct session *session;
  struct object *object;
  CK_RV answer = changeable(handle, of, &session, &object);
  if (answer != CKR_OK) return answer;
  if (!object_true(object, CKA_DESTROYABLE)) return CKR_ACTION_PROHIBITED;
  return store_remove(session->slot, object) ? CKR_OK : CKR_DEVICE_ERROR;
}

CK_RV C_DestroyObject(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE of) {
  CALL(C_DestroyObject, IN_SESSION(handle), destroy(handle, of));
}

static CK_RV size(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE of, CK_ULONG *octets) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  if (octets == NULL) return CKR_ARGUMENTS_BAD;
  const struct object *object = object_at(session, of);
  if (object == NULL) return CKR_OBJECT_HANDLE_INVALID;
  *octets = object_size(object);
  return CKR_OK;
}

CK_RV C_GetObjectSize(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE of, CK_ULONG *octets) {
  CALL(C_GetObjectSize, IN_SESSION(handle), size(handle, of, octets));
}

static CK_RV get_one(const struct object *object, CK_ATTRIBUTE *into) {
  const CK_ATTRIBUTE *found = object_get(object, into->type);
  bool secret = template_secret(object, into->type);
  CK_ULONG room = into->ulValueLen;
  into->ulValueLen = CK_UNAVAILABLE_INFORMATION;
  if (secret) return CKR_ATTRIBUTE_SENSITIVE;
  if (found == NULL) return CKR_ATTRIBUTE_TYPE_INVALID;
  if (into->pValue != NULL && room < found->ulValueLen) return CKR_BUFFER_TOO_SMALL;
  into->ulValueLen = found->ulValueLen;
  if (into->pValue != NULL) memcpy(into->pValue, found->pValue, found->ulValueLen);
  return CKR_OK;
}

static CK_RV get(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE of, CK_ATTRIBUTE *attributes, CK_ULONG count) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  if (attributes == NULL || count == 0) return CKR_ARGUMENTS_BAD;
  const struct object *object = object_at(session, of);
  if (object == NULL) return CKR_OBJECT_HANDLE_INVALID;
  for (CK_ULONG i = 0; i < count; i++) {
    CK_RV one = get_one(object, &attributes[i]);
    if (one != CKR_OK) answer = one; /* the others are read all the same */
  }
  return answer;
}

CK_RV C_GetAttributeValue(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE of, CK_ATTRIBUTE *attributes, CK_ULONG count) {
  CALL(C_GetAttributeValue, IN_SESSION(handle), get(handle, of, attributes, count));
}

static CK_RV set(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE of, const CK_ATTRIBUTE *attributes, CK_ULONG count) {
  struct session *session;
  struct object *object;
  CK_RV answer = changeable(handle, of, &session, &object);
  if (answer != CKR_OK) return answer;
  if (!object_true(object, CKA_MODIFIABLE)) return CKR_ACTION_PROHIBITED;
  struct object *changed = object_copy(object); /* all or nothing */
  if (changed == NULL) return CKR_HOST_MEMORY;
  answer = template_apply(session, changed, attributes, count, CHANGING);
  if (answer == CKR_OK) answer = store_room(session->slot, changed, object->on_token ? object_size(object) : 0);
  if (answer == CKR_OK) {
    changed->handle = object->handle;
    if (object->on_token && !store_write(session->slot, changed)) answer = CKR_DEVICE_ERROR;
  }
  if (answer == CKR_OK) {
    CK_ATTRIBUTE *old = object->attributes;
    CK_ULONG old_count = object->count;
    object->attributes = changed->attributes;
    object->count = changed->count;
    changed->attributes = old;
    changed->count = old_count;
  }
  object_free(changed);
  return answer;
}

CK_RV C_SetAttributeValue(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE of, CK_ATTRIBUTE *attributes, CK_ULONG count) {
  CALL(C_SetAttributeValue, IN_SESSION(handle), set(handle, of, attributes, count));
}
