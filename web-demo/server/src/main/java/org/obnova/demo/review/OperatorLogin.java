// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** The operator's own login: one name, a random password that lies in the demo's handout; five wrong ones, then a pause. */
public final class OperatorLogin {
    /** The name. */
    public static final String NAME = "operator";

    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final byte[] password;
    private final InstantSource clock;
    private int wrong;
    private Instant pausedUntil = Instant.MIN;

    /**
     * A login with that password.
     *
     * @param password the right one
     */
    public OperatorLogin(String password, InstantSource clock) {
        this.password = password.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /**
     * Returns where they are the operator's.
     *
     * @throws Problem LOGIN_REFUSED, LOGIN_PAUSED
     */
    public synchronized void check(String name, String typed) {
        Instant now = clock.instant();
        if (now.isBefore(pausedUntil)) {
            throw new Problem(ProblemCode.LOGIN_PAUSED, "too many wrong passwords");
        }
        boolean right = MessageDigest.isEqual(password, typed.getBytes(StandardCharsets.UTF_8));
        if (right && name.equals(NAME)) {
            wrong = 0;
            return;
        }
        wrong++;
        if (wrong >= TRIES) {
            wrong = 0;
            pausedUntil = now.plus(PAUSE);
            throw new Problem(ProblemCode.LOGIN_PAUSED, "the last try was wrong");
        }
        throw new Problem(ProblemCode.LOGIN_REFUSED, "name or password wrong");
    }
}
