/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   The cabinet: the folder of this copy of the module, and its config. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* dladdr */
#endif
#include "module.h"

#include <dlfcn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cabinet cabinet;

#define NAME(name) #name,
static const char *const names[] = {EACH_FUNCTION(NAME)};

const char *function_name(enum function function) {
  return names[function];
}

int function_named(const char *name, size_t length) {
  for (int i = 0; i < FUNCTION_COUNT; i++) {
    if (strlen(names[i]) == length && strncmp(names[i], name, length) == 0) return i;
  }
  return -1;
}

static const struct setting table[] = {
    {"slots", NUMBER, offsetof(struct cabinet, slots), 0, NULL},
    {"slot-description", TEXT, offsetof(struct cabinet, slot_description), NAME_SIZE - 3, NULL},
    {"library", TEXT, offsetof(struct cabinet, library), 33, NULL},
    {"events", CHOICE, offsetof(struct cabinet, events), 0, "yes,no,poll"},
    {"threads", YES, offsetof(struct cabinet, threads), 0, NULL},
    {"prints", YES, offsetof(struct cabinet, prints), 0, NULL},
    {"durable", YES, offsetof(struct cabinet, durable), 0, NULL},
    {"log", YES, offsetof(struct cabinet, log), 0, NULL},
    {"latency", NUMBER, offsetof(struct cabinet, latency), 0, NULL},
    {NULL, TEXT, 0, 0, NULL},
};

static bool set_uncounted(struct cabinet *into, const char *value) {
  memset(into->uncounted, 0, sizeof into->uncounted);
  while (*value != 0) {
    size_t length = strcspn(value, ",");
    int function = function_named(value, length);
    if (function < 0) return false;
    into->uncounted[function] = true;
    value += length;
    if (*value == ',') value++;
  }
  return true;
}

static bool other(void *target, const char *key, const char *value) {
  struct cabinet *into = target;
  if (strcmp(key, "uncounted") == 0) return set_uncounted(into, value);
  if (strncmp(key, "latency.", 8) != 0) return false;
  int function = function_named(key + 8, strlen(key + 8));
  char *end;
  long latency = strtol(value, &end, 10);
  if (function < 0 || end == value || *end != 0 || latency < 0) return false;
  into->latencies[function] = latency;
  return true;
}

static bool find_folder(void) {
  Dl_info found;
  if (cabinet.folder[0] != 0) return true;
  if (dladdr((void *)(uintptr_t)&find_folder, &found) == 0 || found.dli_fname == NULL) return false;
  char *path = realpath(found.dli_fname, NULL);
  if (path == NULL) return false;
  *strrchr(path, '/') = 0;
  bool fits = strlen(path) < sizeof cabinet.folder;
  if (fits) strcpy(cabinet.folder, path);
  free(path);
  return fits;
}

void cabinet_path(char *into, const char *format, ...) {
  int length = snprintf(into, PATH_MAX, "%s/", cabinet.folder);
  va_list values;
  va_start(values, format);
  vsnprintf(into + length, PATH_MAX - (size_t)length, format, values);
  va_end(values);
}

static void set_defaults(struct cabinet *fresh) {
  fresh->slots = 1;
  strcpy(fresh->slot_description, "Obnova test reader");
  strcpy(fresh->library, "Obnova");
  fresh->events = EVENTS_YES;
  fresh->threads = fresh->durable = fresh->log = true;
  fresh->prints = false;
  fresh->latency = 0;
  for (int i = 0; i < FUNCTION_COUNT; i++) fresh->latencies[i] = -1;
  set_uncounted(fresh, "C_WaitForSlotEvent,C_GetFunctionList");
}

bool cabinet_read(void) {
  static bool read;
  char path[PATH_MAX];
  if (!find_folder()) return false;
  cabinet_path(path, "config");
  struct stamp stamp = stamp_of(path);
  if (read && same_stamp(stamp, cabinet.stamp)) return true;
  struct cabinet fresh = cabinet;
  set_defaults(&fresh);
  fresh.stamp = stamp;
  if (!settings_read(path, table, &fresh, other)) return false;
  if (fresh.slots < 1 || fresh.slots > SLOTS_MOST) {
    fprintf(stderr, "obnova-test-token: slots=1 to %d\n", SLOTS_MOST);
    return false;
  }
  cabinet = fresh;
  read = true;
  return true;
}
