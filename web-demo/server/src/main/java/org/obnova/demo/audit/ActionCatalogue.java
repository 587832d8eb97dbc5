// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/** What each action is about and is called: the file {@code actions.json}. */
public final class ActionCatalogue {
    private final Map<AuditAction, Row> rows;

    private ActionCatalogue(Map<AuditAction, Row> rows) {
        this.rows = rows;
    }

    /** The bundled one, which has every action once. */
    public static ActionCatalogue bundled() {
        try (InputStream file = ActionCatalogue.class.getResourceAsStream("actions.json")) {
            if (file == null) {
                throw new IllegalStateException("the catalogue of actions is not there");
            }
            return read(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue of actions cannot be read", e);
        }
    }

    static ActionCatalogue read(byte[] json) throws IOException {
        Map<AuditAction, Row> rows = new EnumMap<>(AuditAction.class);
        for (JsonNode row : new ObjectMapper().readTree(json)) {
            AuditAction action = AuditAction.of(row.path("name").asText());
            Row read = new Row(
                    row.path("object").asText(),
                    row.path("ru").asText(),
                    row.path("en").asText());
            if (rows.put(action, read) != null) {
                throw new IllegalArgumentException("twice in the catalogue: " + action.wireName());
            }
        }
        if (rows.size() != AuditAction.values().length) {
            throw new IllegalArgumentException("the catalogue does not have every action");
        }
        return new ActionCatalogue(rows);
    }

    /** The kind of object that an action is about. */
    public String object(AuditAction action) {
        return row(action).object();
    }

    /** What people read. */
    public String title(AuditAction action, boolean russian) {
        return russian ? row(action).ru() : row(action).en();
    }

    private Row row(AuditAction action) {
        Row row = rows.get(action);
        if (row == null) {
            throw new IllegalStateException("the catalogue has every action");
        }
        return row;
    }

    private record Row(String object, String ru, String en) {
        Row {
            if (object.isEmpty() || ru.isEmpty() || en.isEmpty()) {
                throw new IllegalArgumentException("an action without its object or its title");
            }
        }
    }
}
