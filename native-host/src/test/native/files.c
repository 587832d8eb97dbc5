/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   Key=value files, and writes that outlive a crash. */
#include "module.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

struct stamp stamp_of(const char *path) {
  struct stamp stamp;
  struct stat found;
  memset(&stamp, 0, sizeof stamp);
  if (stat(path, &found) == 0) {
    stamp.device = found.st_dev;
    stamp.inode = found.st_ino;
    stamp.size = found.st_size;
    stamp.changed = (int64_t)found.st_mtim.tv_sec * 1000000000 + found.st_mtim.tv_nsec;
  }
  return stamp;
}

bool same_stamp(struct stamp a, struct stamp b) {
  return a.device == b.device && a.inode == b.inode && a.size == b.size && a.changed == b.changed;
}

char *file_read(const char *path) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return NULL;
  size_t room = 4096, used = 0;
  char *text = malloc(room);
  while (text != NULL) {
    ssize_t count = read(file, text + used, room - used - 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      text[used] = 0;
      break;
    }
    used += (size_t)count;
    if (room - used < 2) {
      char *more = realloc(text, room *= 2);
      if (more == NULL) free(text);
      text = more;
    }
  }
  close(file);
  return text;
}

static void sync_folder_of(const char *path) {
  char folder[PATH_MAX];
  snprintf(folder, sizeof folder, "%s", path);
  char *end = strrchr(folder, '/');
  if (end == NULL) return;
  *end = 0;
  int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file >= 0) {
    fsync(file);
    close(file);
  }
}

bool file_write(const char *path, const char *text) {
  char fresh[PATH_MAX];
  if ((size_t)snprintf(fresh, sizeof fresh, "%s.new", path) >= sizeof fresh) return false;
  int file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return false;
  size_t length = strlen(text);
  bool written = true;
  for (size_t done = 0; written && done < length;) {
    ssize_t count = write(file, text + done, length - done);
    if (count < 0 && errno == EINTR) continue;
    written = count > 0;
    done += written ? (size_t)count : 0;
  }
  if (written && cabinet.durable) written = fsync(file) == 0;
  written = close(file) == 0 && written;
  if (!written || rename(fresh, path) != 0) {
    unlink(fresh);
    return false;
  }
  if (cabinet.durable) sync_folder_of(path);
  return true;
}

/* The place of one of "a,b,c"; -1: none of them. */
static long choice(const char *choices, const char *value, size_t length) {
  long place = 0;
  for (const char *at = choices; at != NULL; place++) {
    const char *end = strchr(at, ',');
    size_t size = end == NULL ? strlen(at) : (size_t)(end - at);
    if (size == length && strncmp(at, value, length) == 0) return place;
    at = end == NULL ? NULL : end + 1;
  }
  return -1;
}

static bool set_of(const struct setting *setting, const char *value, unsigned long *set) {
  *set = 0;
  while (*value != 0) {
    size_t length = strcspn(value, ",");
    long place = choice(setting->choices, value, length);
    if (place < 0) return false;
    *set |= 1UL << place;
    value += length;
    if (*value == ',') value++;
  }
  return true;
}

static bool take(const struct setting *setting, const char *value, char *into) {
  unsigned long number;
  double seconds;
  unsigned major, minor;
  char *end = NULL;
  switch (setting->kind) {
    case TEXT:
      if (strlen(value) >= setting->size) return false;
      memcpy(into, value, strlen(value) + 1);
      return true;
    case NUMBER:
      number = strtoul(value, &end, 10);
      if (end == value || *end != 0) return false;
      memcpy(into, &number, sizeof number);
      return true;
    case MILLISECONDS:
      seconds = strtod(value, &end);
      if (end == value || *end != 0 || seconds < 0) return false;
      number = (unsigned long)(seconds * 1000);
      memcpy(into, &number, sizeof number);
      return true;
    case YES:
      if (strcmp(value, "yes") != 0 && strcmp(value, "no") != 0) return false;
      *(bool *)into = value[0] == 'y';
      return true;
    case VERSION:
      if (sscanf(value, "%u.%u", &major, &minor) != 2) return false;
      into[0] = (char)major;
      into[1] = (char)minor;
      return true;
    case CHOICE:
      number = (unsigned long)choice(setting->choices, value, strlen(value));
      if (number == (unsigned long)-1) return false;
      memcpy(into, &number, sizeof number);
      return true;
    case SET:
      if (!set_of(setting, value, &number)) return false;
      memcpy(into, &number, sizeof number);
      return true;
  }
  return false;
}

static bool take_line(const struct setting *table, void *into, char *line,
                      bool (*other)(void *, const char *, const char *)) {
  char *value = strchr(line, '=');
  if (value == NULL) return false;
  *value++ = 0;
  for (const struct setting *setting = table; setting->key != NULL; setting++) {
    if (strcmp(setting->key, line) == 0) return take(setting, value, (char *)into + setting->offset);
  }
  return other != NULL && other(into, line, value);
}

bool settings_read(const char *path, const struct setting *table, void *into,
                   bool (*other)(void *, const char *, const char *)) {
  char *text = file_read(path);
  if (text == NULL) return true;
  bool good = true;
  char *rest = text;
  for (char *line = strsep(&rest, "\n"); line != NULL; line = strsep(&rest, "\n")) {
    if (*line == 0 || *line == '#') continue;
    char whole[64];
    snprintf(whole, sizeof whole, "%.63s", line);
    if (!take_line(table, into, line, other)) {
      fprintf(stderr, "obnova-test-token: %s: not understood: %s\n", path, whole);
      good = false;
    }
  }
  free(text);
  return good;
}
