// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;

/** The logins of the operators' site: a name and a random password each, which lie in the demo's handout; five wrong ones for a name, then a pause for it. */
public final class StaffLogin {
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Map<String, Entry> entries = new HashMap<>();
    private final InstantSource clock;

    /**
     * Logins of those.
     *
     * @param passwords the right one for a name
     */
    public StaffLogin(List<Colleague> staff, UnaryOperator<String> passwords, InstantSource clock) {
        staff.forEach(one -> entries.put(one.name(), new Entry(one, passwords.apply(one.name()))));
        this.clock = clock;
    }

    /**
     * Whose name and password they are.
     *
     * @throws Problem LOGIN_REFUSED, LOGIN_PAUSED
     */
    public synchronized Colleague check(String name, String typed) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new Problem(ProblemCode.LOGIN_REFUSED, "no such name");
        }
        entry.check(typed, clock.instant());
        return entry.colleague;
    }

    private static final class Entry {
        private final Colleague colleague;
        private final byte[] password;
        private int wrong;
        private Instant pausedUntil = Instant.MIN;

        Entry(Colleague colleague, String password) {
            this.colleague = colleague;
            this.password = password.getBytes(StandardCharsets.UTF_8);
        }

        void check(String typed, Instant now) {
            if (now.isBefore(pausedUntil)) {
                throw new Problem(ProblemCode.LOGIN_PAUSED, "too many wrong passwords");
            }
            if (MessageDigest.isEqual(password, typed.getBytes(StandardCharsets.UTF_8))) {
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
}
