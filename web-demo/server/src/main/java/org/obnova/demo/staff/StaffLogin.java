// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.obnova.demo.problem.Problem;
import org.obnova.demo.problem.ProblemCode;
import org.obnova.demo.store.Database;

/**
 * The logins of the operators' site: a name and a random password each, which lie in the demo's handout. Wrong ones are counted in the database, for all server
 * processes: five of one address for a name, then a pause for both together; {@link StaffTries#MOST_OF_ALL} of all addresses, then a pause for the name at every address where it
 * has not been at home lately. So nobody locks somebody else out by guessing, and nobody guesses on from address to address.
 */
public final class StaffLogin {
    private final Map<String, Entry> entries = new HashMap<>();
    private final StaffTries tries;

    private record Entry(Colleague colleague, String password) {
        boolean is(String typed) {
            return MessageDigest.isEqual(
                    password.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Logins of those.
     *
     * @param passwords the right one for a name
     */
    public StaffLogin(Database database, List<Colleague> staff, UnaryOperator<String> passwords, InstantSource clock) {
        staff.forEach(one -> entries.put(one.name(), new Entry(one, passwords.apply(one.name()))));
        this.tries = new StaffTries(database, clock);
    }

    /**
     * Whose name and password they are.
     *
     * @param address from which they come
     * @throws Problem LOGIN_REFUSED, LOGIN_PAUSED
     */
    public Colleague check(String name, String typed, String address) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new Problem(ProblemCode.LOGIN_REFUSED, "no such name");
        }
        return switch (tries.count(name, address, entry.is(typed))) {
            case RIGHT -> entry.colleague();
            case WRONG -> throw new Problem(ProblemCode.LOGIN_REFUSED, "name or password wrong");
            case PAUSED -> throw new Problem(ProblemCode.LOGIN_PAUSED, "too many wrong passwords");
        };
    }
}
