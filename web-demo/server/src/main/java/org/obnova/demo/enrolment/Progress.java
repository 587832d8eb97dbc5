// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.enrolment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an application has come.
 *
 * @param state the step that it waits for
 * @param furthest the furthest step that it reached with the confirmed data: who went back may go forward again
 * @param route how the statement is given; null until the data are confirmed
 * @param registersAgree whether every register agreed with the confirmed data
 * @param comment what the operator did not like («Комментарий»), or null
 * @param opened when it began
 * @param changed when it last went on: «черновик сохранён»
 * @param agreed when the holder agreed to the issue, or null
 */
public record Progress(
        ApplicationState state,
        ApplicationState furthest,
        @Nullable Route route,
        boolean registersAgree,
        @Nullable String comment,
        Instant opened,
        Instant changed,
        @Nullable Instant agreed) {

    static Progress begun(ApplicationState state, Instant now) {
        return new Progress(state, state, null, false, null, now, now, null);
    }

    Progress at(Instant now) {
        return new Progress(state, furthest, route, registersAgree, comment, opened, now, agreed);
    }

    /** Goes on, or back; {@link #furthest} remembers. */
    Progress to(ApplicationState next, Instant now) {
        ApplicationState far = furthest.before(next) ? next : furthest;
        return new Progress(next, far, route, registersAgree, comment, opened, now, agreed);
    }

    /** The data are confirmed anew: what came after them counts no more. */
    Progress confirmed(Route by, boolean agree, ApplicationState next, Instant now) {
        return new Progress(next, next, by, agree, null, opened, now, null);
    }

    Progress by(Route other, Instant now) {
        return new Progress(state, state, other, registersAgree, comment, opened, now, agreed);
    }

    /** Sent back: nothing behind that step counts any more. */
    Progress rejected(String why, ApplicationState back, Instant now) {
        return new Progress(back, back, route, registersAgree, why, opened, now, agreed);
    }

    Progress approved(ApplicationState next, Instant now) {
        return new Progress(next, next, route, registersAgree, null, opened, now, agreed);
    }

    /** The key was given up: what came after the making of it has not happened. */
    Progress givenUp(Instant now) {
        ApplicationState request = ApplicationState.REQUEST;
        return new Progress(request, request, route, registersAgree, comment, opened, now, agreed);
    }

    /** The documents have changed: nothing behind this step counts any more. */
    Progress documentsChanged(Instant now) {
        return new Progress(state, state, route, registersAgree, comment, opened, now, agreed);
    }

    Progress agreedAt(Instant now) {
        return new Progress(state, furthest, route, registersAgree, comment, opened, now, now);
    }
}
