// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The sessions of one site, in memory: a restart asks everybody to log in again, and loses nothing, for applications live in the store. */
final class Sessions {
    private static final Duration IDLE = Duration.ofMinutes(60);
    private static final int MOST = 10_000;

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final SecureRandom random;
    private final InstantSource clock;

    Sessions(SecureRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    /** The live session of a cookie, or a new one. */
    Session of(@Nullable String cookie) {
        Instant now = clock.instant();
        Session known = cookie == null ? null : sessions.get(cookie);
        if (known != null && known.lastSeen().plus(IDLE).isAfter(now)) {
            known.seen(now);
            return known;
        }
        if (known != null) {
            sessions.remove(known.id());
        }
        return begin(now);
    }

    /** A new id and token, with those of the earlier session's values. */
    Session renew(Session earlier, Predicate<Class<?>> kept) {
        Session renewed = begin(clock.instant());
        renewed.inherit(earlier, kept);
        sessions.remove(earlier.id());
        return renewed;
    }

    void end(Session session) {
        sessions.remove(session.id());
    }

    private Session begin(Instant now) {
        if (sessions.size() >= MOST) {
            sessions.values().removeIf(session -> session.lastSeen().plus(IDLE).isBefore(now));
            sessions.values().stream()
                    .min(Comparator.comparing(Session::lastSeen))
                    .filter(oldest -> sessions.size() >= MOST)
                    .ifPresent(this::end);
        }
        Session session = new Session(secret(), secret(), now);
        sessions.put(session.id(), session);
        return session;
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
