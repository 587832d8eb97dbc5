/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   Slots, what is in them, and the events of coming and going. */
#include "module.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct slot slots[SLOTS_MOST];
CK_ULONG slot_count;

static void path_of(const struct slot *slot, char *path) {
  cabinet_path(path, "slot-%lu", slot->id);
}

/* The token named by the slot's file; false: none is there. */
static bool look(const struct slot *slot, struct token *token) {
  char path[PATH_MAX];
  path_of(slot, path);
  char *text = file_read(path);
  if (text == NULL) return false;
  text[strcspn(text, " \r\n")] = 0;
  bool named = text[0] != 0 && strlen(text) < NAME_SIZE && strchr(text, '/') == NULL;
  if (named) {
    memset(token, 0, sizeof *token);
    strcpy(token->name, text);
  }
  free(text);
  return named;
}

static void leave(struct slot *slot) {
  sessions_removed(slot);
  objects_free(&slot->objects, 0);
  slot->user = NOBODY;
  slot->present = false;
}

static bool refresh(struct slot *slot, bool first) {
  char path[PATH_MAX];
  path_of(slot, path);
  struct stamp stamp = stamp_of(path);
  if (first || !same_stamp(stamp, slot->stamp)) {
    if (slot->present) leave(slot);
    slot->stamp = stamp;
    slot->present = stamp.inode != 0 && look(slot, &slot->token);
    slot->event = slot->event || !first;
    slot->generation = 0;
    memset(&slot->folder, 0, sizeof slot->folder);
  }
  return !slot->present || token_read(&slot->token);
}

void slots_open(void) {
  slot_count = cabinet.slots;
  memset(slots, 0, sizeof slots);
  for (CK_ULONG i = 0; i < slot_count; i++) {
    slots[i].id = i;
    slots[i].user = NOBODY;
    refresh(&slots[i], true);
  }
}

bool slots_refresh(void) {
  bool good = true;
  for (CK_ULONG i = 0; i < slot_count; i++) good = refresh(&slots[i], false) && good;
  return good;
}

void slots_close(void) {
  for (CK_ULONG i = 0; i < slot_count; i++) objects_free(&slots[i].objects, 0);
  slot_count = 0;
}

void slot_pull(long slot) {
  char path[PATH_MAX];
  for (CK_ULONG i = 0; i < SLOTS_MOST; i++) {
    if (slot != NOWHERE && (CK_ULONG)slot != i) continue;
    cabinet_path(path, "slot-%lu", i);
    unlink(path);
  }
}

CK_RV slot_at(CK_SLOT_ID id, struct slot **slot) {
  if (id >= slot_count) return CKR_SLOT_ID_INVALID;
  *slot = &slots[id];
  return slots[id].present ? CKR_OK : CKR_TOKEN_NOT_PRESENT;
}

static void pad(unsigned char *into, size_t size, const char *text) {
  size_t length = strlen(text);
  if (length > size) {
    length = size;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) length--; /* no half character of UTF-8 */
  }
  memset(into, ' ', size);
  memcpy(into, text, length);
}

static CK_RV slot_list(CK_BBOOL with_token, CK_SLOT_ID *list, CK_ULONG *count) {
  if (count == NULL) return CKR_ARGUMENTS_BAD;
  CK_SLOT_ID found[SLOTS_MOST];
  CK_ULONG number = 0;
  for (CK_ULONG i = 0; i < slot_count; i++) {
    if (!with_token || slots[i].present) found[number++] = slots[i].id;
  }
  CK_ULONG room = *count;
  *count = number;
  if (list == NULL) return CKR_OK;
  if (room < number) return CKR_BUFFER_TOO_SMALL;
  memcpy(list, found, number * sizeof *list);
  return CKR_OK;
}

CK_RV C_GetSlotList(CK_BBOOL with_token, CK_SLOT_ID *list, CK_ULONG *count) {
  CALL(C_GetSlotList, NOWHERE, slot_list(with_token, list, count));
}

static CK_RV slot_info(CK_SLOT_ID id, CK_SLOT_INFO *info) {
  if (info == NULL) return CKR_ARGUMENTS_BAD;
  if (id >= slot_count) return CKR_SLOT_ID_INVALID;
  char description[NAME_SIZE + 24];
  memset(info, 0, sizeof *info);
  snprintf(description, sizeof description, "%s %lu", cabinet.slot_description, id);
  pad(info->slotDescription, sizeof info->slotDescription, description);
  pad(info->manufacturerID, sizeof info->manufacturerID, cabinet.library);
  info->flags = CKF_REMOVABLE_DEVICE | CKF_HW_SLOT | (slots[id].present ? CKF_TOKEN_PRESENT : 0);
  info->hardwareVersion.major = info->firmwareVersion.major = 1;
  return CKR_OK;
}

CK_RV C_GetSlotInfo(CK_SLOT_ID id, CK_SLOT_INFO *info) {
  CALL(C_GetSlotInfo, IN_SLOT(id), slot_info(id, info));
}

static CK_FLAGS token_flags(const struct token *token, const struct pins *pins) {
  CK_FLAGS flags = CKF_TOKEN_INITIALIZED | pins_flags(token, pins);
  if (token->random != RANDOM_NO) flags |= CKF_RNG;
  if (token->login_required) flags |= CKF_LOGIN_REQUIRED;
  if (token->write_protected) flags |= CKF_WRITE_PROTECTED;
  if (token->pad) flags |= CKF_PROTECTED_AUTHENTICATION_PATH;
  return flags;
}

static void memory_info(const struct slot *slot, CK_TOKEN_INFO *info) {
  info->ulTotalPublicMemory = info->ulFreePublicMemory = CK_UNAVAILABLE_INFORMATION;
  info->ulTotalPrivateMemory = info->ulFreePrivateMemory = CK_UNAVAILABLE_INFORMATION;
  if (slot->token.memory == 0) return;
  CK_ULONG used = store_used(slot, false) + store_used(slot, true);
  info->ulTotalPublicMemory = info->ulTotalPrivateMemory = slot->token.memory;
  info->ulFreePublicMemory = info->ulFreePrivateMemory = used < slot->token.memory ? slot->token.memory - used : 0;
}

static CK_RV token_info(CK_SLOT_ID id, CK_TOKEN_INFO *info) {
  struct slot *slot;
  struct pins pins;
  if (info == NULL) return CKR_ARGUMENTS_BAD;
  CK_RV answer = slot_at(id, &slot);
  if (answer != CKR_OK) return answer;
  const struct token *token = &slot->token;
  if (!pins_read(token, &pins) || !store_refresh(slot)) return CKR_DEVICE_ERROR;
  memset(info, 0, sizeof *info);
  pad(info->label, sizeof info->label, token->label);
  pad(info->manufacturerID, sizeof info->manufacturerID, token->manufacturer);
  pad(info->model, sizeof info->model, token->model);
  pad(info->serialNumber, sizeof info->serialNumber, token->serial);
  memset(info->utcTime, ' ', sizeof info->utcTime);
  info->flags = token_flags(token, &pins);
  info->ulMaxSessionCount = info->ulMaxRwSessionCount = token->sessions;
  info->ulSessionCount = sessions_of(slot, false);
  info->ulRwSessionCount = info->ulSessionCount - sessions_of(slot, true);
  info->ulMaxPinLen = token->pin_max;
  info->ulMinPinLen = token->pin_min;
  memory_info(slot, info);
  info->hardwareVersion.major = token->hardware.major;
  info->hardwareVersion.minor = token->hardware.minor;
  info->firmwareVersion.major = token->firmware.major;
  info->firmwareVersion.minor = token->firmware.minor;
  return CKR_OK;
}

CK_RV C_GetTokenInfo(CK_SLOT_ID id, CK_TOKEN_INFO *info) {
  CALL(C_GetTokenInfo, IN_SLOT(id), token_info(id, info));
}

static bool take_event(CK_SLOT_ID *id) {
  for (CK_ULONG i = 0; i < slot_count; i++) {
    if (!slots[i].event) continue;
    slots[i].event = false;
    *id = i;
    return true;
  }
  return false;
}

static CK_RV wait_event(CK_FLAGS flags, CK_SLOT_ID *id, void *reserved) {
  if (id == NULL || reserved != NULL) return CKR_ARGUMENTS_BAD;
  bool blocking = (flags & CKF_DONT_BLOCK) == 0;
  if (cabinet.events == EVENTS_NO || (cabinet.events == EVENTS_POLL && blocking)) return CKR_FUNCTION_NOT_SUPPORTED;
  while (!take_event(id)) {
    if (!blocking) return CKR_NO_EVENT;
    struct timespec pause = {0, 5000000};
    call_release();
    nanosleep(&pause, NULL);
    call_resume();
    if (!initialized) return CKR_CRYPTOKI_NOT_INITIALIZED;
    slots_refresh();
  }
  return CKR_OK;
}

CK_RV C_WaitForSlotEvent(CK_FLAGS flags, CK_SLOT_ID *id, void *reserved) {
  CALL(C_WaitForSlotEvent, NOWHERE, wait_event(flags, id, reserved));
}
