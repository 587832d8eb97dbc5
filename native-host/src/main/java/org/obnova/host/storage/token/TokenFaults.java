// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token;

import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.ckr.CkrException;

/** What the person is told when a token does not do what it should. */
final class TokenFaults {
    private TokenFaults() {}

    /** By the return value alone: never a wrong PIN where the token said something else. */
    static Fault of(CkrException e) {
        ErrorCode code = switch (e.meaning()) {
            case REMOVED -> ErrorCode.TOKEN_REMOVED;
            case NOT_READY -> ErrorCode.TOKEN_NOT_READY;
            case FULL -> ErrorCode.STORAGE_FULL;
            case READ_ONLY -> ErrorCode.STORAGE_READ_ONLY;
            case BUSY -> ErrorCode.STORAGE_BUSY;
            case UNSUPPORTED -> ErrorCode.TOKEN_CANNOT;
            case CANCELLED -> ErrorCode.CANCELLED;
            case PIN_LOCKED -> ErrorCode.PIN_LOCKED;
            case PIN_NOT_SET -> ErrorCode.PIN_NOT_SET;
            case PIN_EXPIRED -> ErrorCode.PIN_CHANGE_REQUIRED;
            case PIN_WRONG, PIN_REFUSED, SESSION_LOST, NOT_LOGGED_IN, ALREADY_LOGGED_IN, OK, FAILED ->
                ErrorCode.TOKEN_FAILED;
        };
        return new Fault(code, String.valueOf(e.getMessage()), e);
    }
}
