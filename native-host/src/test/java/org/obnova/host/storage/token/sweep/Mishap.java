// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.storage.token.sweep;

import org.obnova.host.fault.ErrorCode;

/** What happens at a call, before it does its work or after it (then the work is done and the answer lost). */
enum Mishap {
    FAILS("ckr 0x%x"),
    ANSWER_LOST("late-ckr 0x%x"),
    HANGS("hang"),
    CRASHES("crash"),
    CRASHES_AFTER("late-crash"),
    PULLED("pull"),
    PULLED_AFTER("late-pull");

    /** CKR_DEVICE_ERROR, CKR_GENERAL_ERROR, CKR_FUNCTION_FAILED: what tokens answer when they do not know either. */
    private static final long[] ANSWERS = {0x30, 0x5, 0x6};

    private final String order;

    Mishap(String order) {
        this.order = order;
    }

    /** The order for the Nth call. */
    String at(int call) {
        return "any " + call + " " + order.formatted(ANSWERS[call % ANSWERS.length]);
    }

    /** Whether the error names this cause. */
    boolean isNamedBy(ErrorCode code) {
        return switch (this) {
            case FAILS, ANSWER_LOST -> code == ErrorCode.TOKEN_FAILED || code == ErrorCode.DRIVER_FAILED;
            case HANGS -> code == ErrorCode.DRIVER_HANGS;
            case CRASHES, CRASHES_AFTER -> code == ErrorCode.DRIVER_CRASHED;
            // The last two say: insert the medium.
            case PULLED, PULLED_AFTER ->
                code == ErrorCode.TOKEN_REMOVED
                        || code == ErrorCode.CONTAINER_NOT_FOUND
                        || code == ErrorCode.STORAGE_NOT_FOUND;
        };
    }
}
