// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who acted.
 *
 * @param role in which capacity
 * @param id a stable id, 1 to 64 of {@code A-Z a-z 0-9 . _ -}; never a name, an address or a number of a person
 */
public record Actor(Role role, String id) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Capacities. */
    public enum Role {
        /** The server itself; its id is the part that acted. */
        SERVER,
        /** A holder, by the holder's id. */
        HOLDER,
        OPERATOR,
        CLERK,
        OFFICER,
        AUDITOR,
        /** Whoever may start commands on the authority's machine. */
        ADMINISTRATOR;

        /** In lower case, as it is hashed and exported. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Refuses an id that is not one. */
    public Actor {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of an actor");
        }
    }

    /** That part of the server. */
    public static Actor server(String part) {
        return new Actor(Role.SERVER, part);
    }

    /** That operator. */
    public static Actor operator(String id) {
        return new Actor(Role.OPERATOR, id);
    }

    /** That holder. */
    public static Actor holder(String id) {
        return new Actor(Role.HOLDER, id);
    }
}
