// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import org.jspecify.annotations.Nullable;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.web.ProblemDocument;

/**
 * The form for a code.
 *
 * @param phone as it may be shown
 * @param secondsToRepeat until another code may be asked for; 0 when it may be now
 */
public record CodeView(
        String phone,
        CodeSent sent,
        long secondsToRepeat,
        @Nullable ProblemDocument problem) {
    public boolean byCall() {
        return sent.kind() == Message.Kind.CALL;
    }
}
