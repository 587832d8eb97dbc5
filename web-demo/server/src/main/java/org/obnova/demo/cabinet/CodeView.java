// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.cabinet;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.notifications.CodeSent;
import org.obnova.demo.notifications.Message;
import org.obnova.demo.notifications.Phone;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.web.ProblemDocument;
import org.obnova.demo.web.Visit;

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

    static CodeView of(Phone phone, CodeSent sent, Instant now, Visit visit, @Nullable Problem problem) {
        long wait = Math.max(0, Duration.between(now, sent.repeatAfter()).toSeconds());
        return new CodeView(phone.display(), sent, wait, problem == null ? null : visit.explain(problem));
    }

    public boolean byCall() {
        return sent.kind() == Message.Kind.CALL;
    }
}
