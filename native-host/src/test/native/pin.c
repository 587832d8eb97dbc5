/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   Logins and PINs. */
#include "module.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "pad.h"

CK_RV pin_blocks(const struct session *session) {
  struct pins pins;
  const struct token *token = &session->slot->token;
  if (!token->factory_pin_blocks || session->slot->user != CKU_USER) return CKR_OK;
  if (!pins_read(token, &pins)) return CKR_DEVICE_ERROR;
  return strcmp(pins.user, token->factory_pin) == 0 ? CKR_PIN_EXPIRED : CKR_OK;
}

/* Compares, and keeps count: a wrong PIN costs a try, a right one gives them all back. */
static CK_RV check(const struct token *token, bool of_so, const struct pin *pin) {
  struct pins pins;
  if (!pins_read(token, &pins)) return CKR_DEVICE_ERROR;
  unsigned long *left = of_so ? &pins.so_left : &pins.user_left;
  unsigned long most = of_so ? pins.so_most : pins.user_most;
  const char *right = of_so ? pins.so : pins.user;
  if (*right == 0) return CKR_USER_PIN_NOT_INITIALIZED;
  if (*left == 0) return CKR_PIN_LOCKED;
  bool good = strlen(right) == pin->length && memcmp(right, pin->text, pin->length) == 0;
  unsigned long before = *left;
  *left = good ? most : *left - 1;
  if (*left != before && !pins_write(token, &pins)) return CKR_DEVICE_ERROR;
  if (good) return CKR_OK;
  return *left == 0 ? CKR_PIN_LOCKED : CKR_PIN_INCORRECT;
}

/* The PIN of the call, or of the person at the pad. */
static CK_RV take(const struct session *session, const char *asked, const unsigned char *text, CK_ULONG length,
                  struct pin *pin) {
  const struct token *token = &session->slot->token;
  if (token->pad) return text != NULL ? CKR_ARGUMENTS_BAD : pad_ask(session->slot, asked, pin, NULL);
  if (text == NULL && length > 0) return CKR_ARGUMENTS_BAD;
  if (text == NULL) return CKR_ARGUMENTS_BAD;
  if (length >= PIN_SIZE) return CKR_PIN_INCORRECT;
  memcpy(pin->text, text, length);
  pin->length = length;
  return CKR_OK;
}

static CK_RV may_log_in(const struct session *session, CK_USER_TYPE user) {
  const struct slot *slot = session->slot;
  if (user != CKU_SO && user != CKU_USER) return CKR_USER_TYPE_INVALID;
  if (slot->user == user) return CKR_USER_ALREADY_LOGGED_IN;
  if (slot->user != NOBODY) return CKR_USER_ANOTHER_ALREADY_LOGGED_IN;
  if (user == CKU_SO && sessions_of(slot, true) > 0) return CKR_SESSION_READ_ONLY_EXISTS;
  return CKR_OK;
}

static CK_RV log_in(CK_SESSION_HANDLE handle, CK_USER_TYPE user, const unsigned char *text, CK_ULONG length) {
  struct session *session;
  struct pin pin;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  bool context = user == CKU_CONTEXT_SPECIFIC;
  if (context && !(session->sign.active && session->sign.authenticate)) return CKR_OPERATION_NOT_INITIALIZED;
  if (!context) answer = may_log_in(session, user);
  if (answer != CKR_OK) return answer;
  answer = take(session, context ? "context" : user == CKU_SO ? "so" : "login", text, length, &pin);
  if (answer != CKR_OK) return answer;
  /* The pad let others work meanwhile. */
  if (session_at(handle, &session) != CKR_OK) return CKR_DEVICE_REMOVED;
  answer = check(&session->slot->token, user == CKU_SO, &pin);
  if (answer == CKR_OK && context) session->sign.approved = true;
  if (answer == CKR_OK && !context) session->slot->user = user;
  return answer;
}

CK_RV C_Login(CK_SESSION_HANDLE handle, CK_USER_TYPE user, unsigned char *pin, CK_ULONG length) {
  CALL(C_Login, IN_SESSION(handle), log_in(handle, user, pin, length));
}

static CK_RV log_out(CK_SESSION_HANDLE handle) {
  struct session *session;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  if (session->slot->user == NOBODY) return CKR_USER_NOT_LOGGED_IN;
  slot_logged_out(session->slot);
  return CKR_OK;
}

CK_RV C_Logout(CK_SESSION_HANDLE handle) {
  CALL(C_Logout, IN_SESSION(handle), log_out(handle));
}

static CK_RV acceptable(const struct token *token, const struct pin *pin) {
  if (pin->length < token->pin_min || pin->length > token->pin_max) return CKR_PIN_LEN_RANGE;
  for (CK_ULONG i = 0; i < pin->length; i++) {
    unsigned char letter = (unsigned char)pin->text[i];
    if (letter < ' ' || letter == 0x7F || strchr(token->pin_refused, letter) != NULL) return CKR_PIN_INVALID;
  }
  return CKR_OK;
}

static bool keep(const struct token *token, bool of_so, const struct pin *pin) {
  struct pins pins;
  if (!pins_read(token, &pins)) return false;
  char *into = of_so ? pins.so : pins.user;
  memcpy(into, pin->text, pin->length);
  into[pin->length] = 0;
  if (of_so) pins.so_left = pins.so_most;
  if (!of_so) pins.user_left = pins.user_most;
  return pins_write(token, &pins);
}

static CK_RV init_pin(CK_SESSION_HANDLE handle, const unsigned char *text, CK_ULONG length) {
  struct session *session;
  struct pin pin;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  if (!session_writes(session)) return CKR_SESSION_READ_ONLY;
  if (session->slot->user != CKU_SO) return CKR_USER_NOT_LOGGED_IN;
  if (length >= PIN_SIZE) return CKR_PIN_LEN_RANGE;
  answer = take(session, "init-pin", text, length, &pin);
  if (answer == CKR_OK && session_at(handle, &session) != CKR_OK) answer = CKR_DEVICE_REMOVED;
  if (answer == CKR_OK) answer = acceptable(&session->slot->token, &pin);
  if (answer != CKR_OK) return answer;
  return keep(&session->slot->token, false, &pin) ? CKR_OK : CKR_DEVICE_ERROR;
}

CK_RV C_InitPIN(CK_SESSION_HANDLE handle, unsigned char *pin, CK_ULONG length) {
  CALL(C_InitPIN, IN_SESSION(handle), init_pin(handle, pin, length));
}

static CK_RV take_both(const struct session *session, const unsigned char *old, CK_ULONG old_length,
                       const unsigned char *fresh, CK_ULONG fresh_length, struct pin *present, struct pin *next) {
  if (session->slot->token.pad) {
    return old != NULL || fresh != NULL ? CKR_ARGUMENTS_BAD : pad_ask(session->slot, "set-pin", present, next);
  }
  if (fresh_length >= PIN_SIZE) return CKR_PIN_LEN_RANGE;
  CK_RV answer = take(session, "", old, old_length, present);
  return answer == CKR_OK ? take(session, "", fresh, fresh_length, next) : answer;
}

static CK_RV set_pin(CK_SESSION_HANDLE handle, const unsigned char *old, CK_ULONG old_length,
                     const unsigned char *fresh, CK_ULONG fresh_length) {
  struct session *session;
  struct pin present, next;
  CK_RV answer = session_at(handle, &session);
  if (answer != CKR_OK) return answer;
  if (!session_writes(session)) return CKR_SESSION_READ_ONLY;
  answer = take_both(session, old, old_length, fresh, fresh_length, &present, &next);
  if (answer == CKR_OK && session_at(handle, &session) != CKR_OK) answer = CKR_DEVICE_REMOVED;
  if (answer != CKR_OK) return answer;
  const struct token *token = &session->slot->token;
  bool of_so = session->slot->user == CKU_SO;
  answer = acceptable(token, &next); /* before the old one: a bad new PIN costs no try */
  if (answer == CKR_OK) answer = check(token, of_so, &present);
  if (answer != CKR_OK) return answer;
  return keep(token, of_so, &next) ? CKR_OK : CKR_DEVICE_ERROR;
}

CK_RV C_SetPIN(CK_SESSION_HANDLE handle, unsigned char *old, CK_ULONG old_length, unsigned char *fresh,
               CK_ULONG fresh_length) {
  CALL(C_SetPIN, IN_SESSION(handle), set_pin(handle, old, old_length, fresh, fresh_length));
}

static CK_RV erase(struct slot *slot) {
  for (struct object *object = slot->objects, *next; object != NULL; object = next) {
    next = object->next;
    if (object->on_token && !store_remove(slot, object)) return CKR_DEVICE_ERROR;
  }
  return CKR_OK;
}

static CK_RV init_token(CK_SLOT_ID id, const unsigned char *text, CK_ULONG length, const unsigned char *label) {
  struct slot *slot;
  struct pins pins;
  struct pin pin;
  CK_RV answer = slot_at(id, &slot);
  if (answer != CKR_OK) return answer;
  if (label == NULL || (text == NULL && !slot->token.pad)) return CKR_ARGUMENTS_BAD;
  if (sessions_of(slot, false) > 0) return CKR_SESSION_EXISTS;
  if (slot->token.write_protected) return CKR_TOKEN_WRITE_PROTECTED;
  struct session asking = {.slot = slot};
  answer = take(&asking, "so", text, length, &pin);
  if (answer == CKR_OK) answer = check(&slot->token, true, &pin);
  if (answer == CKR_OK && !store_refresh(slot)) answer = CKR_DEVICE_ERROR;
  if (answer == CKR_OK) answer = erase(slot);
  if (answer != CKR_OK) return answer;
  char name[33];
  snprintf(name, sizeof name, "%.32s", (const char *)label);
  for (size_t end = strlen(name); end > 0 && name[end - 1] == ' '; end--) name[end - 1] = 0;
  if (!pins_read(&slot->token, &pins)) return CKR_DEVICE_ERROR;
  pins.user[0] = 0;
  pins.user_left = pins.user_most;
  return pins_write(&slot->token, &pins) && token_set_label(&slot->token, name) ? CKR_OK : CKR_DEVICE_ERROR;
}

CK_RV C_InitToken(CK_SLOT_ID id, unsigned char *pin, CK_ULONG length, unsigned char *label) {
  CALL(C_InitToken, IN_SLOT(id), init_token(id, pin, length, label));
}
