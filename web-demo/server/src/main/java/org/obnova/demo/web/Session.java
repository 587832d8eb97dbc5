// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** What the server remembers about one browser on one site. Values are kept by their type: each package keeps its own records here. */
public final class Session {
    private final String id;
    private final String token;
    private final Map<Class<?>, Object> values = new ConcurrentHashMap<>();
    private volatile Instant lastSeen;

    Session(String id, String token, Instant now) {
        this.id = id;
        this.token = token;
        this.lastSeen = now;
    }

    String id() {
        return id;
    }

    /** The token that every form and every script of this session sends back (OWASP: synchroniser token). */
    public String token() {
        return token;
    }

    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(type.cast(values.get(type)));
    }

    public <T> void keep(Class<T> type, T value) {
        values.put(type, value);
    }

    /** Removes and returns a value: for nonces, which count once. */
    public <T> Optional<T> take(Class<T> type) {
        return Optional.ofNullable(type.cast(values.remove(type)));
    }

    Instant lastSeen() {
        return lastSeen;
    }

    void seen(Instant now) {
        lastSeen = now;
    }

    void inherit(Session earlier, Predicate<Class<?>> kept) {
        earlier.values.forEach((type, value) -> {
            if (kept.test(type)) {
                values.put(type, value);
            }
        });
    }
}
