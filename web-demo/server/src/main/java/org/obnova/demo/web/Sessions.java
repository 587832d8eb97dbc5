// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.obnova.demo.visitors.StoredSessions;

/** The sessions of one site, the same for every server process and after a restart. */
final class Sessions {
    private static final String SECRET = "passing sessions";

    private final String site;
    private final StoredSessions stored;
    private final SessionIds ids;

    Sessions(Site site, StoredSessions stored, SecureRandom random, InstantSource clock) {
        this.site = site.key();
        this.stored = stored;
        this.ids = new SessionIds(stored.secret(SECRET, random), this.site, random, clock);
    }

    /** The live session of a cookie, or a new one. */
    Session of(@Nullable String cookie) {
        if (cookie == null) {
            return session(ids.passing(), Map.of());
        }
        return stored.find(site, cookie)
                .map(values -> session(cookie, values))
                .orElseGet(() -> session(ids.isPassing(cookie) ? cookie : ids.passing(), Map.of()));
    }

    /** A new id and token, with those of the earlier session's values. */
    Session renew(Session earlier, Predicate<String> kept) {
        String id = ids.lasting();
        stored.renew(site, earlier.id(), id, kept);
        return stored.find(site, id)
                .map(values -> session(id, values))
                .orElseThrow(() -> new IllegalStateException("a session that has ended before it began"));
    }

    void end(Session session) {
        stored.end(site, session.id());
    }

    private Session session(String id, Map<String, String> values) {
        return new Session(stored, site, id, values);
    }
}
