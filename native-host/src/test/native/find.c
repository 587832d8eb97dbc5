/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   Searches: what is found is fixed when the search begins. */
#include "module.h"

#include <stdlib.h>
#include <string.h>

static bool matches(const struct object *object, const CK_ATTRIBUTE *attributes, CK_ULONG count) {
  for (CK_ULONG i = 0; i < count; i++) {
    const CK_ATTRIBUTE *found = object_get(object, attributes[i].type);
    if (found == NULL || template_secret(object, attributes[i].type)) return false;
    if (found->ulValueLen != attributes[i].ulValueLen) return false;
    if (memcmp(found->pValue, attributes[i].pValue, found->ulValueLen) != 0) return false;
  }
  return true;
}

static CK_RV find_init(CK_SESSION_HANDLE handle, const CK_ATTRIBUTE *attributes, CK_ULONG count) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  if (session->finding) return CKR_OPERATION_ACTIVE;
  if (attributes == NULL && count > 0) return CKR_ARGUMENTS_BAD;
  for (CK_ULONG i = 0; i < count; i++) {
    if (attributes[i].pValue == NULL && attributes[i].ulValueLen > 0) return CKR_ATTRIBUTE_VALUE_INVALID;
  }
  CK_ULONG objects = 1;
  for (const struct object *at = session->slot->objects; at != NULL; at = at->next) objects++;
  CK_OBJECT_HANDLE *found = calloc(objects, sizeof *found);
  if (found == NULL) return CKR_HOST_MEMORY;
  CK_ULONG number = 0;
  for (const struct object *at = session->slot->objects; at != NULL; at = at->next) {
    if (object_visible(session, at) && matches(at, attributes, count)) found[number++] = at->handle;
  }
  session->found = found;
  session->found_count = number;
  session->found_next = 0;
  session->finding = true;
  return CKR_OK;
}

CK_RV C_FindObjectsInit(CK_SESSION_HANDLE handle, CK_ATTRIBUTE *attributes, CK_ULONG count) {
  CALL(C_FindObjectsInit, IN_SESSION(handle), find_init(handle, attributes, count));
}

static CK_RV find(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE *into, CK_ULONG most, CK_ULONG *count) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  if (!session->finding) return CKR_OPERATION_NOT_INITIALIZED;
  if (into == NULL || count == NULL) return CKR_ARGUMENTS_BAD;
  *count = 0;
  while (*count < most && session->found_next < session->found_count) {
    CK_OBJECT_HANDLE next = session->found[session->found_next++];
    if (object_at(session, next) != NULL) into[(*count)++] = next; /* destroyed meanwhile: left out */
  }
  return CKR_OK;
}

CK_RV C_FindObjects(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE *into, CK_ULONG most, CK_ULONG *count) {
  CALL(C_FindObjects, IN_SESSION(handle), find(handle, into, most, count));
}

static CK_RV find_final(CK_SESSION_HANDLE handle) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  if (!session->finding) return CKR_OPERATION_NOT_INITIALIZED;
  free(session->found);
  session->found = NULL;
  session->finding = false;
  return CKR_OK;
}

CK_RV C_FindObjectsFinal(CK_SESSION_HANDLE handle) {
  CALL(C_FindObjectsFinal, IN_SESSION(handle), find_final(handle));
}
