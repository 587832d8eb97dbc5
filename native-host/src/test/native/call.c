/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   What happens around each call: order, locks, latency, faults, the log. */
#include "module.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

bool initialized;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static atomic_int callers;
static pid_t process;

void call_owned(void) {
  process = getpid();
}

static bool lock(void) {
  pthread_mutex_lock(&mutex);
  if (cabinet_read() && shared_lock()) return true;
  pthread_mutex_unlock(&mutex);
  return false;
}

static void unlock(void) {
  shared_unlock();
  pthread_mutex_unlock(&mutex);
}

void call_release(void) {
  unlock();
}

void call_resume(void) {
  pthread_mutex_lock(&mutex);
  shared_lock();
}

static void wait_latency(enum function function, long slot) {
  unsigned long latency = cabinet.latency;
  if (cabinet.latencies[function] >= 0) latency = (unsigned long)cabinet.latencies[function];
  if (slot >= 0 && slots[slot].present) latency += slots[slot].token.latency;
  struct timespec left = {(time_t)(latency / 1000), (long)(latency % 1000) * 1000000};
  while (latency > 0 && nanosleep(&left, &left) != 0 && errno == EINTR) continue;
}

/* A hang or a crash: neither comes back. */
static void stop(const struct call *call) {
  shared_log(call->number, call->function, "-", true);
  if (call->fault.action == HANG) {
    for (;;) pause();
  }
  signal(SIGABRT, SIG_DFL);
  volatile int *volatile nothing = NULL;
  *nothing = 1;
  abort();
}

static CK_RV fail(struct call *call) {
  char result[24];
  switch (call->fault.action) {
    case ANSWER:
      snprintf(result, sizeof result, "0x%lx", call->fault.answer);
      shared_log(call->number, call->function, result, true);
      atomic_fetch_sub(&callers, 1);
      return call->fault.answer;
    case PULL:
      slot_pull(call->slot);
      return CKR_OK;
    case NONE:
      return CKR_OK;
    case HANG:
    case CRASH:
      break;
  }
  stop(call);
  return CKR_GENERAL_ERROR;
}

static void enter(const struct call *call) {
  int others = atomic_fetch_add(&callers, 1);
  if (others > 0 && !cabinet.threads) {
    fprintf(stderr, "obnova-test-token: %s while another call runs, without threads\n", function_name(call->function));
    abort();
  }
}

CK_RV call_begin(struct call *call, enum function function, long slot) {
  call->function = function;
  call->slot = slot >= 0 && slot < SLOTS_MOST ? slot : NOWHERE;
  call->locked = call->counted = false;
  call->fault = (struct fault){NONE, false, CKR_OK};
  enter(call);
  if (!lock()) {
    atomic_fetch_sub(&callers, 1);
    return CKR_GENERAL_ERROR;
  }
  call->number = shared_count(function, &call->fault);
  call->counted = true;
  bool usable = initialized && process == getpid();
  unlock();
  if (cabinet.prints) {
    printf("[obnova-test-token] %s\n", function_name(function));
    fflush(stdout);
  }
  wait_latency(function, call->slot);
  if (!call->fault.late) {
    CK_RV answer = fail(call);
    if (answer != CKR_OK) {
      call->counted = false;
      return answer;
    }
  }
  if (!usable && function != FUNCTION_C_Initialize) return CKR_CRYPTOKI_NOT_INITIALIZED;
  if (!lock()) return CKR_GENERAL_ERROR;
  call->locked = true;
  return initialized && !slots_refresh() ? CKR_GENERAL_ERROR : CKR_OK;
}

CK_RV call_end(struct call *call, CK_RV answer) {
  if (call->locked) unlock();
  if (!call->counted) return answer;
  if (call->fault.late && call->fault.action != NONE) {
    CK_RV instead = fail(call);
    if (instead != CKR_OK) return instead;
  }
  char result[24];
  snprintf(result, sizeof result, "0x%lx", answer);
  shared_log(call->number, call->function, result, call->fault.action != NONE);
  atomic_fetch_sub(&callers, 1);
  return answer;
}
