/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   What the processes that use a cabinet share: one lock, the counts of calls, orders for faults, the log. */
#include "module.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file `state`: guarded by the lock, or changed atomically. */
struct state {
  uint64_t number;       /* of the last call */
  uint64_t generation;   /* +1 at each change of an object */
  uint64_t next_object;  /* a handle is never given twice */
  struct stamp faults;   /* of the orders that are counted for */
  uint64_t any;
  uint64_t counts[FUNCTION_COUNT];
  uint64_t obeyed;       /* bit per order */
};

static struct state *state;
static int lock_file = -1;
static char *orders;
static struct stamp orders_stamp;

static bool open_shared(void) {
  char path[PATH_MAX];
  cabinet_path(path, "lock");
  lock_file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  cabinet_path(path, "state");
  int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock_file < 0 || file < 0) return false;
  bool sized = ftruncate(file, sizeof *state) == 0;
  void *mapped = sized ? mmap(NULL, sizeof *state, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) : MAP_FAILED;
  close(file);
  state = mapped == MAP_FAILED ? NULL : mapped;
  return state != NULL;
}

bool shared_lock(void) {
  if (state == NULL && !open_shared()) return false;
  return flock(lock_file, LOCK_EX) == 0;
}

void shared_unlock(void) {
  flock(lock_file, LOCK_UN);
}

void shared_close(void) {
  if (state != NULL) munmap(state, sizeof *state);
  if (lock_file >= 0) close(lock_file);
  free(orders);
  state = NULL;
  orders = NULL;
  lock_file = -1;
  memset(&orders_stamp, 0, sizeof orders_stamp);
}

static void read_orders(void) {
  char path[PATH_MAX];
  cabinet_path(path, "faults");
  struct stamp stamp = stamp_of(path);
  if (!same_stamp(stamp, state->faults)) {
    state->faults = stamp;
    state->any = 0;
    state->obeyed = 0;
    memset(state->counts, 0, sizeof state->counts);
  }
  if (!same_stamp(stamp, orders_stamp)) {
    free(orders);
    orders = stamp.inode == 0 ? NULL : file_read(path);
    orders_stamp = stamp;
  }
}

static bool parse_action(const char *text, CK_RV answer, struct fault *fault) {
  static const struct {
    const char *name;
    enum action action;
  } actions[] = {{"ckr", ANSWER}, {"hang", HANG}, {"crash", CRASH}, {"pull", PULL}};
  fault->late = strncmp(text, "late-", 5) == 0;
  if (fault->late) text += 5;
  for (size_t i = 0; i < sizeof actions / sizeof *actions; i++) {
    if (strcmp(actions[i].name, text) == 0) {
      fault->action = actions[i].action;
      fault->answer = answer;
      return true;
    }
  }
  return false;
}

static void obey(enum function function, struct fault *fault) {
  int place = 0;
  for (const char *line = orders; line != NULL && *line != 0 && place < 64; place++) {
    char name[64], action[64];
    unsigned long long nth;
    unsigned long answer = 0;
    const char *end = strchr(line, '\n');
    int parts = sscanf(line, "%63s %llu %63s %li", name, &nth, action, (long *)&answer);
    line = end == NULL ? NULL : end + 1;
    if (parts < 3) continue;
    bool any = strcmp(name, "any") == 0;
    if (!any && strcmp(name, function_name(function)) != 0) continue;
    if (nth != (any ? state->any : state->counts[function]) || (state->obeyed & 1ULL << place)) continue;
    if (any && cabinet.uncounted[function]) continue;
    if (!parse_action(action, answer, fault)) continue;
    state->obeyed |= 1ULL << place;
    return;
  }
}

uint64_t shared_count(enum function function, struct fault *fault) {
  *fault = (struct fault){NONE, false, CKR_OK};
  read_orders();
  state->counts[function]++;
  if (!cabinet.uncounted[function]) state->any++;
  if (orders != NULL) obey(function, fault);
  return ++state->number;
}

void shared_log(uint64_t number, enum function function, const char *result, bool fault) {
  char path[PATH_MAX], line[128];
  if (!cabinet.log) return;
  cabinet_path(path, "calls");
  int length = snprintf(line, sizeof line, "%llu %ld %s %s%s\n", (unsigned long long)number, (long)getpid(),
                        function_name(function), result, fault ? " fault" : "");
  int file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return;
  if (write(file, line, (size_t)length) < 0) fprintf(stderr, "obnova-test-token: %s cannot be written\n", path);
  close(file);
}

uint64_t shared_generation(void) {
  return state->generation;
}

void shared_changed(void) {
  state->generation++;
}

uint64_t shared_next_object(uint64_t least) {
  if (state->next_object < least) state->next_object = least;
  return state->next_object++;
}
