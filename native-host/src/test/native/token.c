/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   A token's config and its PINs. */
#include "module.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AT(field) offsetof(struct token, field)
#define TEXT_AT(key, field) {key, TEXT, AT(field), sizeof(((struct token *)0)->field), NULL}

static const struct setting table[] = {
    TEXT_AT("label", label),
    TEXT_AT("manufacturer", manufacturer),
    TEXT_AT("model", model),
    TEXT_AT("serial", serial),
    {"hardware", VERSION, AT(hardware), 0, NULL},
    {"firmware", VERSION, AT(firmware), 0, NULL},
    {"manner", CHOICE, AT(manner), 0, "active,passive"},
    {"algorithms", SET, AT(algorithms), 0, "gost256,gost512,ec,rsa"},
    {"templates", CHOICE, AT(templates), 0, "standard,rutoken"},
    {"key-safety", CHOICE, AT(key_safety), 0, "told,own,none,ignored"},
    {"random", CHOICE, AT(random), 0, "yes,no-seed,no"},
    {"user-pin-min", NUMBER, AT(pin_min), 0, NULL},
    {"pin-max", NUMBER, AT(pin_max), 0, NULL},
    TEXT_AT("pin-refused", pin_refused),
    TEXT_AT("factory-pin", factory_pin),
    TEXT_AT("factory-so-pin", factory_so_pin),
    {"factory-pin-blocks", YES, AT(factory_pin_blocks), 0, NULL},
    {"tells-tries", YES, AT(tells_tries), 0, NULL},
    {"login-required", YES, AT(login_required), 0, NULL},
    {"write-protected", YES, AT(write_protected), 0, NULL},
    {"pad", YES, AT(pad), 0, NULL},
    {"pad-seconds", MILLISECONDS, AT(pad_wait), 0, NULL},
    {"always-authenticate", YES, AT(always_authenticate), 0, NULL},
    {"object-size", NUMBER, AT(object_size), 0, NULL},
    {"memory", NUMBER, AT(memory), 0, NULL},
    {"sessions", NUMBER, AT(sessions), 0, NULL},
    {"latency", NUMBER, AT(latency), 0, NULL},
    {NULL, TEXT, 0, 0, NULL},
};

static struct token with_defaults(const struct token *token) {
  struct token fresh;
  memset(&fresh, 0, sizeof fresh);
  strcpy(fresh.name, token->name);
  strcpy(fresh.label, "Obnova test token");
  strcpy(fresh.manufacturer, "Obnova");
  strcpy(fresh.model, "Test token");
  strcpy(fresh.serial, "0001");
  fresh.hardware.major = fresh.firmware.major = 1;
  fresh.algorithms = GOST256 | GOST512 | WITH_EC | WITH_RSA;
  fresh.pin_min = 4;
  fresh.pin_max = 32;
  fresh.tells_tries = fresh.login_required = true;
  fresh.pad_wait = 30000;
  return fresh;
}

bool token_read(struct token *token) {
  char path[PATH_MAX];
  cabinet_path(path, "tokens/%s/config", token->name);
  struct stamp stamp = stamp_of(path);
  if (token->manufacturer[0] != 0 && same_stamp(stamp, token->stamp)) return true;
  struct token fresh = with_defaults(token);
  if (!settings_read(path, table, &fresh, NULL)) return false;
  if (fresh.pin_max >= PIN_SIZE) fresh.pin_max = PIN_SIZE - 1;
  if (fresh.manner == PASSIVE) fresh.algorithms = 0;
  fresh.stamp = stamp;
  *token = fresh;
  return true;
}

bool token_set_label(struct token *token, const char *label) {
  char path[PATH_MAX];
  cabinet_path(path, "tokens/%s/config", token->name);
  char *text = file_read(path);
  size_t room = (text == NULL ? 0 : strlen(text)) + strlen(label) + 16;
  char *fresh = malloc(room);
  if (fresh == NULL) {
    free(text);
    return false;
  }
  /* A later line of the same key wins. */
  snprintf(fresh, room, "%s%slabel=%s\n", text == NULL ? "" : text,
           text != NULL && *text != 0 && text[strlen(text) - 1] != '\n' ? "\n" : "", label);
  bool written = file_write(path, fresh);
  free(text);
  free(fresh);
  return written && token_read(token);
}

static const struct setting pins_table[] = {
    {"user-pin", TEXT, offsetof(struct pins, user), PIN_SIZE, NULL},
    {"so-pin", TEXT, offsetof(struct pins, so), PIN_SIZE, NULL},
    {"user-left", NUMBER, offsetof(struct pins, user_left), 0, NULL},
    {"user-most", NUMBER, offsetof(struct pins, user_most), 0, NULL},
    {"so-left", NUMBER, offsetof(struct pins, so_left), 0, NULL},
    {"so-most", NUMBER, offsetof(struct pins, so_most), 0, NULL},
    {NULL, TEXT, 0, 0, NULL},
};

bool pins_read(const struct token *token, struct pins *pins) {
  char path[PATH_MAX];
  cabinet_path(path, "tokens/%s/pins", token->name);
  memset(pins, 0, sizeof *pins);
  pins->user_left = pins->user_most = pins->so_left = pins->so_most = 10;
  strcpy(pins->so, "87654321");
  if (stamp_of(path).inode == 0) strcpy(pins->user, "12345678");
  return settings_read(path, pins_table, pins, NULL);
}

bool pins_write(const struct token *token, const struct pins *pins) {
  char path[PATH_MAX], text[512], user[PIN_SIZE + 16] = "";
  cabinet_path(path, "tokens/%s/pins", token->name);
  if (pins->user[0] != 0) snprintf(user, sizeof user, "user-pin=%s\n", pins->user);
  snprintf(text, sizeof text, "%sso-pin=%s\nuser-left=%lu\nuser-most=%lu\nso-left=%lu\nso-most=%lu\n", user, pins->so,
           pins->user_left, pins->user_most, pins->so_left, pins->so_most);
  return file_write(path, text);
}

static CK_FLAGS tries(const struct token *token, unsigned long left, unsigned long most, CK_FLAGS low, CK_FLAGS last,
                      CK_FLAGS locked) {
  if (left == 0) return locked;
  CK_FLAGS flags = 0;
  if (token->tells_tries && left < most) flags |= low;
  if (token->tells_tries && left == 1) flags |= last;
  return flags;
}

CK_FLAGS pins_flags(const struct token *token, const struct pins *pins) {
  CK_FLAGS flags = 0;
  if (pins->user[0] != 0) {
    flags |= CKF_USER_PIN_INITIALIZED;
    flags |= tries(token, pins->user_left, pins->user_most, CKF_USER_PIN_COUNT_LOW, CKF_USER_PIN_FINAL_TRY,
                   CKF_USER_PIN_LOCKED);
    if (strcmp(pins->user, token->factory_pin) == 0) flags |= CKF_USER_PIN_TO_BE_CHANGED;
  }
  flags |= tries(token, pins->so_left, pins->so_most, CKF_SO_PIN_COUNT_LOW, CKF_SO_PIN_FINAL_TRY, CKF_SO_PIN_LOCKED);
  if (strcmp(pins->so, token->factory_so_pin) == 0) flags |= CKF_SO_PIN_TO_BE_CHANGED;
  return flags;
}
