/* SPDX-FileCopyrightText: 2026 The Obnova authors
   SPDX-License-Identifier: Apache-2.0
   What this token cannot: encryption, wrapping, derivation, states, combined and parallel functions. */
#include "module.h"

static CK_RV refuse(CK_SESSION_HANDLE handle, CK_RV answer) {
  struct session *session;
  CK_RV found = session_at(handle, &session);
  return found == CKR_OK ? answer : found;
}

#define NOT_SUPPORTED CKR_FUNCTION_NOT_SUPPORTED
#define REFUSE(name, answer) CALL(name, IN_SESSION(handle), refuse(handle, answer))
#pragma GCC diagnostic ignored "-Wunused-parameter"

typedef CK_SESSION_HANDLE S;
typedef unsigned char *B;
typedef CK_ULONG N;
typedef CK_MECHANISM *M;
typedef CK_ATTRIBUTE *A;
typedef CK_OBJECT_HANDLE O;

CK_RV C_GetOperationState(S handle, B a, N *b) { REFUSE(C_GetOperationState, NOT_SUPPORTED); }
CK_RV C_SetOperationState(S handle, B a, N b, O c, O d) { REFUSE(C_SetOperationState, NOT_SUPPORTED); }
CK_RV C_EncryptInit(S handle, M a, O b) { REFUSE(C_EncryptInit, NOT_SUPPORTED); }
CK_RV C_Encrypt(S handle, B a, N b, B c, N *d) { REFUSE(C_Encrypt, NOT_SUPPORTED); }
CK_RV C_EncryptUpdate(S handle, B a, N b, B c, N *d) { REFUSE(C_EncryptUpdate, NOT_SUPPORTED); }
CK_RV C_EncryptFinal(S handle, B a, N *b) { REFUSE(C_EncryptFinal, NOT_SUPPORTED); }
CK_RV C_DecryptInit(S handle, M a, O b) { REFUSE(C_DecryptInit, NOT_SUPPORTED); }
CK_RV C_Decrypt(S handle, B a, N b, B c, N *d) { REFUSE(C_Decrypt, NOT_SUPPORTED); }
CK_RV C_DecryptUpdate(S handle, B a, N b, B c, N *d) { REFUSE(C_DecryptUpdate, NOT_SUPPORTED); }
CK_RV C_DecryptFinal(S handle, B a, N *b) { REFUSE(C_DecryptFinal, NOT_SUPPORTED); }
CK_RV C_DigestKey(S handle, O a) { REFUSE(C_DigestKey, NOT_SUPPORTED); }
CK_RV C_SignRecoverInit(S handle, M a, O b) { REFUSE(C_SignRecoverInit, NOT_SUPPORTED); }
CK_RV C_SignRecover(S handle, B a, N b, B c, N *d) { REFUSE(C_SignRecover, NOT_SUPPORTED); }
CK_RV C_VerifyRecoverInit(S handle, M a, O b) { REFUSE(C_VerifyRecoverInit, NOT_SUPPORTED); }
CK_RV C_VerifyRecover(S handle, B a, N b, B c, N *d) { REFUSE(C_VerifyRecover, NOT_SUPPORTED); }
CK_RV C_DigestEncryptUpdate(S handle, B a, N b, B c, N *d) { REFUSE(C_DigestEncryptUpdate, NOT_SUPPORTED); }
CK_RV C_DecryptDigestUpdate(S handle, B a, N b, B c, N *d) { REFUSE(C_DecryptDigestUpdate, NOT_SUPPORTED); }
CK_RV C_SignEncryptUpdate(S handle, B a, N b, B c, N *d) { REFUSE(C_SignEncryptUpdate, NOT_SUPPORTED); }
CK_RV C_DecryptVerifyUpdate(S handle, B a, N b, B c, N *d) { REFUSE(C_DecryptVerifyUpdate, NOT_SUPPORTED); }
CK_RV C_GenerateKey(S handle, M a, A b, N c, O *d) { REFUSE(C_GenerateKey, NOT_SUPPORTED); }
CK_RV C_WrapKey(S handle, M a, O b, O c, B d, N *e) { REFUSE(C_WrapKey, NOT_SUPPORTED); }
CK_RV C_UnwrapKey(S handle, M a, O b, B c, N d, A e, N f, O *g) { REFUSE(C_UnwrapKey, NOT_SUPPORTED); }
CK_RV C_DeriveKey(S handle, M a, O b, A c, N d, O *e) { REFUSE(C_DeriveKey, NOT_SUPPORTED); }
CK_RV C_GetFunctionStatus(S handle) { REFUSE(C_GetFunctionStatus, CKR_FUNCTION_NOT_PARALLEL); }
CK_RV C_CancelFunction(S handle) { REFUSE(C_CancelFunction, CKR_FUNCTION_NOT_PARALLEL); }
