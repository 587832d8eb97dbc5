// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.pin;

import java.util.Map;
import org.obnova.host.fault.ErrorCode;
import org.obnova.host.fault.Fault;
import org.obnova.host.storage.token.ckr.CkrException;

/** What the person is told of a login that failed for another reason than the PIN. */
final class PinFaults {
    private PinFaults() {}

    static Fault of(CkrException e) {
        ErrorCode code = switch (e.meaning()) {
            case PIN_LOCKED -> ErrorCode.PIN_LOCKED;
            case PIN_NOT_SET -> ErrorCode.PIN_NOT_SET;
            case PIN_EXPIRED -> ErrorCode.PIN_CHANGE_REQUIRED;
            case REMOVED -> ErrorCode.TOKEN_REMOVED;
            case NOT_READY -> ErrorCode.TOKEN_NOT_READY;
            case READ_ONLY -> ErrorCode.STORAGE_READ_ONLY;
            case BUSY -> ErrorCode.STORAGE_BUSY;
            case CANCELLED -> ErrorCode.PIN_PAD_FAILED;
            case PIN_WRONG,
                    PIN_REFUSED,
                    SESSION_LOST,
                    FULL,
                    UNSUPPORTED,
                    NOT_LOGGED_IN,
                    ALREADY_LOGGED_IN,
                    OK,
                    FAILED -> ErrorCode.TOKEN_FAILED;
        };
        return new Fault(code, String.valueOf(e.getMessage()), e);
    }

    /** The token, or this host for it, takes no such new PIN. */
    static Fault refused(PinPrompt.Medium medium, String why) {
        String lengths = medium.maxLength() == Integer.MAX_VALUE
                ? "at least " + medium.minLength()
                : medium.minLength() + " to " + medium.maxLength();
        return new Fault(
                ErrorCode.PIN_REFUSED,
                why + "; the token takes " + lengths + " octets",
                Map.of("least", String.valueOf(medium.minLength()), "most", String.valueOf(medium.maxLength())),
                null);
    }
}
