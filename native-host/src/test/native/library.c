/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   The module as a whole: its list of functions, its beginning and end. */
#include "module.h"

#include <stdio.h>
#include <string.h>

static CK_RV arguments_good(const CK_C_INITIALIZE_ARGS *arguments, bool *with_threads) {
  *with_threads = false;
  if (arguments == NULL) return CKR_OK;
  if (arguments->pReserved != NULL) return CKR_ARGUMENTS_BAD;
  int given = (arguments->CreateMutex != NULL) + (arguments->DestroyMutex != NULL) + (arguments->LockMutex != NULL) +
              (arguments->UnlockMutex != NULL);
  if (given != 0 && given != 4) return CKR_ARGUMENTS_BAD;
  bool of_system = (arguments->flags & CKF_OS_LOCKING_OK) != 0;
  if (given == 4 && !of_system) return CKR_CANT_LOCK; /* locks of the program alone: not here */
  *with_threads = of_system;
  return CKR_OK;
}

static CK_RV initialize(const CK_C_INITIALIZE_ARGS *arguments) {
  bool with_threads;
  CK_RV answer = arguments_good(arguments, &with_threads);
  if (answer != CKR_OK) return answer;
  if (initialized) return CKR_CRYPTOKI_ALREADY_INITIALIZED;
  if (with_threads && !cabinet.threads) return CKR_CANT_LOCK;
  if (!gost_begin()) {
    fprintf(stderr, "obnova-test-token: OpenSSL has no gost engine here (libengine-gost-openssl)\n");
    return CKR_FUNCTION_FAILED;
  }
  slots_open();
  call_owned();
  initialized = true;
  return CKR_OK;
}

CK_RV C_Initialize(void *arguments) {
  CALL(C_Initialize, NOWHERE, initialize(arguments));
}

static CK_RV finalize(const void *reserved) {
  if (reserved != NULL) return CKR_ARGUMENTS_BAD;
  initialized = false;
  sessions_free();
  slots_close();
  gost_end();
  return CKR_OK;
}

CK_RV C_Finalize(void *reserved) {
  CALL(C_Finalize, NOWHERE, finalize(reserved));
}

static CK_RV info_of(CK_INFO *info) {
  if (info == NULL) return CKR_ARGUMENTS_BAD;
  memset(info, 0, sizeof *info);
  memset(info->manufacturerID, ' ', sizeof info->manufacturerID);
  memset(info->libraryDescription, ' ', sizeof info->libraryDescription);
  memcpy(info->manufacturerID, cabinet.library, strlen(cabinet.library));
  memcpy(info->libraryDescription, cabinet.library, strlen(cabinet.library));
  info->cryptokiVersion.major = 2;
  info->cryptokiVersion.minor = 40;
  info->libraryVersion.major = 1;
  return CKR_OK;
}

CK_RV C_GetInfo(CK_INFO *info) {
  CALL(C_GetInfo, NOWHERE, info_of(info));
}

CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list);

#define MEMBER(name) name,
static CK_FUNCTION_LIST functions = {{2, 40}, EACH_FUNCTION(MEMBER)};
#undef MEMBER

__attribute__((visibility("default"))) CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list) {
  if (list == NULL) return CKR_ARGUMENTS_BAD;
  *list = &functions;
  return CKR_OK;
}
