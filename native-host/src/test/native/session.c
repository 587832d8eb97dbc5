/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   Sessions. A handle carries its slot: (slot + 1) << 24, and a number that is never given twice. */
#include "module.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

static struct session *sessions;
static CK_ULONG last_number;

void operation_end(struct operation *operation) {
  EVP_MD_CTX_free(operation->digest);
  EVP_PKEY_free(operation->key);
  memset(operation, 0, sizeof *operation);
}

static void session_free(struct session *session) {
  operation_end(&session->sign);
  operation_end(&session->verify);
  operation_end(&session->digest);
  free(session->found);
  free(session);
}

static void session_drop(struct session *session) {
  struct session **at = &sessions;
  while (*at != session) at = &(*at)->next;
  *at = session->next;
  session_free(session);
}

CK_RV session_at(CK_SESSION_HANDLE handle, struct session **found) {
  for (struct session *session = sessions; session != NULL; session = session->next) {
    if (session->handle != handle) continue;
    if (session->removed) {
      session_drop(session);
      return CKR_DEVICE_REMOVED;
    }
    *found = session;
    return store_refresh(session->slot) ? CKR_OK : CKR_DEVICE_ERROR;
  }
  return CKR_SESSION_HANDLE_INVALID;
}

void sessions_removed(struct slot *slot) {
  for (struct session *session = sessions; session != NULL; session = session->next) {
    if (session->slot != slot) continue;
    session->removed = true;
    operation_end(&session->sign);
    operation_end(&session->verify);
    operation_end(&session->digest);
  }
}

void slot_logged_out(struct slot *slot) {
  slot->user = NOBODY;
  objects_private_free(&slot->objects);
  for (struct session *session = sessions; session != NULL; session = session->next) {
    if (session->slot == slot) operation_end(&session->sign);
  }
}

void sessions_free(void) {
  while (sessions != NULL) session_drop(sessions);
}

bool session_writes(const struct session *session) {
  return (session->flags & CKF_RW_SESSION) != 0;
}

CK_ULONG sessions_of(const struct slot *slot, bool reading_only) {
  CK_ULONG count = 0;
  for (const struct session *session = sessions; session != NULL; session = session->next) {
    if (session->slot == slot && !session->removed && (!reading_only || !session_writes(session))) count++;
  }
  return count;
}

static CK_RV open_session(CK_SLOT_ID id, CK_FLAGS flags, CK_SESSION_HANDLE *handle) {
  struct slot *slot;
  if (handle == NULL) return CKR_ARGUMENTS_BAD;
  CK_RV answer = slot_at(id, &slot);
  if (answer != CKR_OK) return answer;
  if ((flags & CKF_SERIAL_SESSION) == 0) return CKR_SESSION_PARALLEL_NOT_SUPPORTED;
  if ((flags & CKF_RW_SESSION) != 0 && slot->token.write_protected) return CKR_TOKEN_WRITE_PROTECTED;
  if ((flags & CKF_RW_SESSION) == 0 && slot->user == CKU_SO) return CKR_SESSION_READ_WRITE_SO_EXISTS;
  if (slot->token.sessions > 0 && sessions_of(slot, false) >= slot->token.sessions) return CKR_SESSION_COUNT;
  struct session *session = calloc(1, sizeof *session);
  if (session == NULL) return CKR_HOST_MEMORY;
  session->slot = slot;
  session->flags = flags;
  session->handle = ((CK_ULONG)(id + 1) << 24) | (++last_number & 0xFFFFFF);
  session->next = sessions;
  sessions = session;
  *handle = session->handle;
  return CKR_OK;
}

CK_RV C_OpenSession(CK_SLOT_ID id, CK_FLAGS flags, void *application, CK_NOTIFY notify, CK_SESSION_HANDLE *handle) {
  (void)application;
  (void)notify;
  CALL(C_OpenSession, IN_SLOT(id), open_session(id, flags, handle));
}

static void ended(struct slot *slot, CK_SESSION_HANDLE handle) {
  objects_free(&slot->objects, handle);
  if (sessions_of(slot, false) == 0) slot_logged_out(slot);
}

static CK_RV close_session(CK_SESSION_HANDLE handle) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  struct slot *slot = session->slot;
  session_drop(session);
  ended(slot, handle);
  return CKR_OK;
}

CK_RV C_CloseSession(CK_SESSION_HANDLE handle) {
  CALL(C_CloseSession, IN_SESSION(handle), close_session(handle));
}

static CK_RV close_all(CK_SLOT_ID id) {
  struct slot *slot;
  CK_RV answer = slot_at(id, &slot);
  if (answer != CKR_OK) return answer;
  for (struct session *session = sessions, *next; session != NULL; session = next) {
    next = session->next;
    CK_SESSION_HANDLE handle = session->handle;
    if (session->slot != slot) continue;
    session_drop(session);
    ended(slot, handle);
  }
  return CKR_OK;
}

CK_RV C_CloseAllSessions(CK_SLOT_ID id) {
  CALL(C_CloseAllSessions, IN_SLOT(id), close_all(id));
}

static CK_STATE state_of(const struct session *session) {
  if (session->slot->user == CKU_SO) return CKS_RW_SO_FUNCTIONS;
  if (session->slot->user == CKU_USER) {
    return session_writes(session) ? CKS_RW_USER_FUNCTIONS : CKS_RO_USER_FUNCTIONS;
  }
  return session_writes(session) ? CKS_RW_PUBLIC_SESSION : CKS_RO_PUBLIC_SESSION;
}

static CK_RV session_info(CK_SESSION_HANDLE handle, CK_SESSION_INFO *info) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  if (info == NULL) return CKR_ARGUMENTS_BAD;
  info->slotID = session->slot->id;
  info->state = state_of(session);
  info->flags = session->flags & (CKF_RW_SESSION | CKF_SERIAL_SESSION);
  info->ulDeviceError = 0;
  return CKR_OK;
}

CK_RV C_GetSessionInfo(CK_SESSION_HANDLE handle, CK_SESSION_INFO *info) {
  CALL(C_GetSessionInfo, IN_SESSION(handle), session_info(handle, info));
}
