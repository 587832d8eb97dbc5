// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

// What listing certificates and signing take a program that calls the module itself.
// usage: yardstick MODULE PIN ROUNDS; prints "list MICROSECONDS" and "sign MICROSECONDS", medians.

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <p11-kit/pkcs11.h>

static CK_FUNCTION_LIST *p11;

static void must(CK_RV rv, const char *what) {
  if (rv != CKR_OK) {
    fprintf(stderr, "%s: 0x%lx\n", what, rv);
    exit(1);
  }
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static size_t find(CK_SESSION_HANDLE session, CK_OBJECT_CLASS class, CK_OBJECT_HANDLE *handles, size_t most) {
  CK_ATTRIBUTE template = {CKA_CLASS, &class, sizeof class};
  CK_ULONG count = 0;
  must(p11->C_FindObjectsInit(session, &template, 1), "C_FindObjectsInit");
  must(p11->C_FindObjects(session, handles, most, &count), "C_FindObjects");
  must(p11->C_FindObjectsFinal(session), "C_FindObjectsFinal");
  return count;
}

// The slots, the token in the first, and each certificate with number, label and content, lengths asked for first.
static size_t list(CK_SESSION_HANDLE session) {
  CK_SLOT_ID slots[16];
  CK_ULONG slot_count = 16;
  CK_SLOT_INFO slot;
  CK_TOKEN_INFO token;
  CK_OBJECT_HANDLE handles[64];
  must(p11->C_GetSlotList(CK_FALSE, NULL, &slot_count), "C_GetSlotList");
  must(p11->C_GetSlotList(CK_FALSE, slots, &slot_count), "C_GetSlotList");
  for (CK_ULONG i = 0; i < slot_count; i++) {
    must(p11->C_GetSlotInfo(slots[i], &slot), "C_GetSlotInfo");
    must(p11->C_GetTokenInfo(slots[i], &token), "C_GetTokenInfo");
  }
  size_t count = find(session, CKO_CERTIFICATE, handles, 64);
  for (size_t i = 0; i < count; i++) {
    CK_ATTRIBUTE wanted[] = {{CKA_ID, NULL, 0}, {CKA_LABEL, NULL, 0}, {CKA_VALUE, NULL, 0}};
    must(p11->C_GetAttributeValue(session, handles[i], wanted, 3), "C_GetAttributeValue");
    for (int j = 0; j < 3; j++) wanted[j].pValue = malloc(wanted[j].ulValueLen + 1);
    must(p11->C_GetAttributeValue(session, handles[i], wanted, 3), "C_GetAttributeValue");
    for (int j = 0; j < 3; j++) free(wanted[j].pValue);
  }
  return count;
}

static void sign(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE key) {
  CK_MECHANISM mechanism = {CKM_ECDSA, NULL, 0};
  CK_BYTE digest[32] = {1}, signature[128];
  CK_ULONG length = sizeof signature;
  must(p11->C_SignInit(session, &mechanism, key), "C_SignInit");
  must(p11->C_Sign(session, digest, sizeof digest, signature, &length), "C_Sign");
}

int main(int argc, char **argv) {
  if (argc != 4) return 64;
  void *library = dlopen(argv[1], RTLD_NOW);
  CK_C_GetFunctionList get = library ? (CK_C_GetFunctionList)dlsym(library, "C_GetFunctionList") : NULL;
  if (!get) {
    fprintf(stderr, "%s\n", dlerror());
    return 1;
  }
  int rounds = atoi(argv[3]);
  double *times = calloc(rounds, sizeof *times);
  CK_C_INITIALIZE_ARGS arguments = {.flags = CKF_OS_LOCKING_OK};
  CK_SLOT_ID slots[16];
  CK_ULONG slot_count = 16;
  CK_SESSION_HANDLE session;
  CK_OBJECT_HANDLE key;
  must(get(&p11), "C_GetFunctionList");
  must(p11->C_Initialize(&arguments), "C_Initialize");
  must(p11->C_GetSlotList(CK_TRUE, slots, &slot_count), "C_GetSlotList");
  must(p11->C_OpenSession(slots[0], CKF_SERIAL_SESSION | CKF_RW_SESSION, NULL, NULL, &session), "C_OpenSession");
  must(p11->C_Login(session, CKU_USER, (CK_BYTE *)argv[2], strlen(argv[2])), "C_Login");

  size_t count = 0;
  for (int i = 0; i < rounds; i++) {
    double start = now();
    count = list(session);
    times[i] = now() - start;
  }
  qsort(times, rounds, sizeof *times, by_size);
  printf("list %.1f %zu\n", times[rounds / 2], count);

  if (find(session, CKO_PRIVATE_KEY, &key, 1) != 1) return 1;
  for (int i = 0; i < rounds; i++) {
    double start = now();
    sign(session, key);
    times[i] = now() - start;
  }
  qsort(times, rounds, sizeof *times, by_size);
  printf("sign %.1f\n", times[rounds / 2]);
  must(p11->C_Finalize(NULL), "C_Finalize");
  return 0;
}
