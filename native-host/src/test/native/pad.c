/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   The PIN pad: a person who enters through files. */
#include "pad.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static bool keep(struct pin *pin, const char *word) {
  pin->length = strlen(word);
  if (pin->length >= PIN_SIZE) return false;
  memcpy(pin->text, word, pin->length + 1);
  return true;
}

static CK_RV understand(char *text, struct pin *pin, struct pin *fresh) {
  char *rest = text;
  text[strcspn(text, "\r\n")] = 0;
  const char *word = strsep(&rest, " ");
  if (strcmp(word, "reject") == 0) return CKR_FUNCTION_REJECTED;
  if (strcmp(word, "cancel") == 0 || strcmp(word, "timeout") == 0) return CKR_FUNCTION_CANCELED;
  bool change = strcmp(word, "change") == 0;
  if (change != (fresh != NULL) || (!change && strcmp(word, "pin") != 0)) {
    fprintf(stderr, "obnova-test-token: the pad does not understand: %s\n", word);
    return CKR_FUNCTION_FAILED;
  }
  const char *first = strsep(&rest, " "), *second = strsep(&rest, " ");
  bool taken = first != NULL && keep(pin, first) && (!change || (second != NULL && keep(fresh, second)));
  return taken ? CKR_OK : CKR_FUNCTION_FAILED;
}

CK_RV pad_ask(struct slot *slot, const char *asked, struct pin *pin, struct pin *fresh) {
  char asks[PATH_MAX], pad[PATH_MAX], line[32];
  char *text = NULL;
  struct stamp inserted = slot->stamp;
  int64_t end = now() + (int64_t)slot->token.pad_wait;
  CK_RV answer = CKR_OK;
  cabinet_path(asks, "tokens/%s/pad-asks", slot->token.name);
  cabinet_path(pad, "tokens/%s/pad", slot->token.name);
  snprintf(line, sizeof line, "%s\n", asked);
  if (!file_write(asks, line)) return CKR_DEVICE_ERROR;
  while (answer == CKR_OK && (text = file_read(pad)) == NULL) {
    struct timespec pause = {0, 5000000};
    call_release();
    nanosleep(&pause, NULL);
    call_resume();
    if (!initialized) answer = CKR_CRYPTOKI_NOT_INITIALIZED;
    if (initialized) slots_refresh();
    if (answer == CKR_OK && !(slot->present && same_stamp(slot->stamp, inserted))) answer = CKR_DEVICE_REMOVED;
    if (answer == CKR_OK && now() >= end) answer = CKR_FUNCTION_CANCELED;
  }
  if (text != NULL) {
    unlink(pad);
    answer = understand(text, pin, fresh);
  }
  unlink(asks);
  free(text);
  return answer;
}
