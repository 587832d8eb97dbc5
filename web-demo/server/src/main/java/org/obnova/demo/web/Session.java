// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.obnova.demo.visitors.StoredSessions;

/**
 * What the servers remember about one browser on one site, as it was when the request came. Values are kept by their type, at once and for all processes: each
 * package keeps its own records here, of texts, numbers, enums, moments, and lists, sets and maps of those.
 */
public final class Session {
    private final StoredSessions stored;
    private final String site;
    private final String id;
    private final Map<String, String> values;

    Session(StoredSessions stored, String site, String id, Map<String, String> values) {
        this.stored = stored;
        this.site = site;
        this.id = id;
        this.values = new HashMap<>(values);
    }

    String id() {
        return id;
    }

    /** The token that every form and every script of this session sends back (OWASP: synchroniser token). It tells nothing of the id. */
    public String token() {
        return SessionIds.token(id);
    }

    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(values.get(SessionValues.name(type)))
                .flatMap(text -> SessionValues.read(type, text));
    }

    public <T> void keep(Class<T> type, T value) {
        String text = SessionValues.write(value);
        stored.keep(site, id, SessionValues.name(type), text);
        values.put(SessionValues.name(type), text);
    }

    /** Removes and returns a value: for nonces, which count once. */
    public <T> Optional<T> take(Class<T> type) {
        String name = SessionValues.name(type);
        if (values.remove(name) == null) {
            return Optional.empty();
        }
        return stored.take(site, id, name).flatMap(text -> SessionValues.read(type, text));
    }
}
