/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   Token objects on disk: a file each, named by its handle, lines of "TYPE VALUE" in hex. */
#include "module.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Session objects have handles of their own range. */
#define FIRST_OF_SESSIONS 0x40000000UL
static CK_OBJECT_HANDLE last_of_sessions = FIRST_OF_SESSIONS;

static int nibble(char letter) {
  static const char digits[] = "0123456789abcdef";
  const char *at = letter == 0 ? NULL : strchr(digits, letter);
  return at == NULL ? -1 : (int)(at - digits);
}

static bool parse_line(struct object *object, const char *line) {
  char *value;
  unsigned long type = strtoul(line, &value, 16);
  if (value == line || *value != ' ') return false;
  value++;
  size_t length = strlen(value) / 2;
  unsigned char *octets = malloc(length + 1);
  if (octets == NULL) return false;
  bool good = strlen(value) % 2 == 0;
  for (size_t i = 0; good && i < length; i++) {
    int high = nibble(value[2 * i]), low = nibble(value[2 * i + 1]);
    good = high >= 0 && low >= 0;
    octets[i] = (unsigned char)(high * 16 + low);
  }
  good = good && object_set(object, type, octets, length);
  free(octets);
  return good;
}

static struct object *parse(char *text, CK_OBJECT_HANDLE handle) {
  struct object *object = object_new();
  char *rest = text;
  for (char *line = strsep(&rest, "\n"); object != NULL && line != NULL; line = strsep(&rest, "\n")) {
    if (*line == 0 || parse_line(object, line)) continue;
    object_free(object);
    object = NULL;
  }
  if (object != NULL) {
    object->handle = handle;
    object->on_token = true;
  }
  return object;
}

static int is_object(const struct dirent *entry) {
  return strlen(entry->d_name) == 8 && strspn(entry->d_name, "0123456789abcdef") == 8;
}

static void drop_token_objects(struct slot *slot) {
  for (struct object **at = &slot->objects; *at != NULL;) {
    struct object *object = *at;
    if (!object->on_token) {
      at = &object->next;
      continue;
    }
    *at = object->next;
    object_free(object);
  }
}

static bool load(struct slot *slot) {
  char folder[PATH_MAX], path[PATH_MAX + NAME_MAX + 2];
  struct dirent **entries = NULL;
  cabinet_path(folder, "tokens/%s/objects", slot->token.name);
  drop_token_objects(slot);
  int count = scandir(folder, &entries, is_object, alphasort);
  struct object **end = &slot->objects;
  while (*end != NULL) end = &(*end)->next;
  bool good = true;
  for (int i = 0; i < count; i++) {
    snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
    char *text = file_read(path);
    struct object *object = text == NULL ? NULL : parse(text, strtoul(entries[i]->d_name, NULL, 16));
    good = good && object != NULL;
    if (object != NULL) {
      *end = object;
      end = &object->next;
    }
    free(text);
    free(entries[i]);
  }
  free(entries);
  return good;
}

bool store_refresh(struct slot *slot) {
  char folder[PATH_MAX];
  cabinet_path(folder, "tokens/%s/objects", slot->token.name);
  struct stamp stamp = stamp_of(folder);
  if (slot->generation == shared_generation() + 1 && same_stamp(stamp, slot->folder)) return true;
  if (!load(slot)) return false;
  slot->generation = shared_generation() + 1;
  slot->folder = stamp;
  return true;
}

static char *text_of(const struct object *object) {
  size_t room = 1;
  for (CK_ULONG i = 0; i < object->count; i++) room += 24 + 2 * object->attributes[i].ulValueLen;
  char *text = malloc(room), *at = text;
  if (text == NULL) return NULL;
  *at = 0;
  for (CK_ULONG i = 0; i < object->count; i++) {
    const unsigned char *value = object->attributes[i].pValue;
    at += sprintf(at, "%lx ", object->attributes[i].type);
    for (CK_ULONG k = 0; k < object->attributes[i].ulValueLen; k++) at += sprintf(at, "%02x", value[k]);
    at += sprintf(at, "\n");
  }
  return text;
}

/* What was loaded stays true of the own change. */
static void changed(struct slot *slot) {
  char folder[PATH_MAX];
  cabinet_path(folder, "tokens/%s/objects", slot->token.name);
  shared_changed();
  slot->generation = shared_generation() + 1;
  slot->folder = stamp_of(folder);
}

bool store_write(struct slot *slot, struct object *object) {
  char path[PATH_MAX];
  if (object->handle == 0) {
    CK_ULONG least = 1;
    for (const struct object *other = slot->objects; other != NULL; other = other->next) {
      if (other->on_token && other->handle >= least) least = other->handle + 1;
    }
    object->handle = shared_next_object(least);
  }
  cabinet_path(path, "tokens/%s/objects", slot->token.name);
  mkdir(path, 0700);
  cabinet_path(path, "tokens/%s/objects/%08lx", slot->token.name, object->handle);
  char *text = text_of(object);
  bool written = text != NULL && file_write(path, text);
  free(text);
  if (written) changed(slot);
  return written;
}

bool store_remove(struct slot *slot, struct object *object) {
  char path[PATH_MAX];
  cabinet_path(path, "tokens/%s/objects/%08lx", slot->token.name, object->handle);
  if (object->on_token && unlink(path) != 0) return false;
  if (object->on_token) changed(slot);
  struct object **at = &slot->objects;
  while (*at != object) at = &(*at)->next;
  *at = object->next;
  object_free(object);
  return true;
}

CK_ULONG store_used(const struct slot *slot, bool of_private) {
  CK_ULONG used = 0;
  for (const struct object *object = slot->objects; object != NULL; object = object->next) {
    if (object->on_token && object_true(object, CKA_PRIVATE) == of_private) used += object_size(object);
  }
  return used;
}

CK_RV store_room(const struct slot *slot, const struct object *object, CK_ULONG freed) {
  const struct token *token = &slot->token;
  const CK_ATTRIBUTE *value = object_get(object, CKA_VALUE);
  if (token->object_size > 0 && value != NULL && value->ulValueLen > token->object_size) return CKR_DEVICE_MEMORY;
  if (token->memory == 0 || !object_true(object, CKA_TOKEN)) return CKR_OK;
  CK_ULONG used = store_used(slot, false) + store_used(slot, true) - freed;
  return used + object_size(object) > token->memory ? CKR_DEVICE_MEMORY : CKR_OK;
}

CK_RV store_add(struct session *session, struct object *object) {
  struct slot *slot = session->slot;
  CK_RV answer = store_room(slot, object, 0);
  if (answer != CKR_OK) return answer;
  object->on_token = object_true(object, CKA_TOKEN);
  object->owner = session->handle;
  if (!object->on_token) object->handle = ++last_of_sessions;
  if (object->on_token && !store_write(slot, object)) return CKR_DEVICE_ERROR;
  struct object **end = &slot->objects;
  while (*end != NULL) end = &(*end)->next;
  *end = object;
  return CKR_OK;
}
