// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.crash;

import org.jspecify.annotations.Nullable;
import org.obnova.host.fault.ErrorCode;

/** What happens at a system call instead of its work. */
enum Mishap {
    KILLED("signal=SIGKILL", null),
    FULL("error=ENOSPC", ErrorCode.STORAGE_FULL),
    FAILED("error=EIO", ErrorCode.STORAGE_FAILED);

    private final String injection;
    private final @Nullable ErrorCode code;

    Mishap(String injection, @Nullable ErrorCode code) {
        this.injection = injection;
        this.code = code;
    }

    /** For strace's option {@code inject}. */
    String injection() {
        return injection;
    }

    /** What the flow must say. */
    ErrorCode code() {
        if (code == null) {
            throw new IllegalStateException("the dead say nothing");
        }
        return code;
    }
}
