// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.demo.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.obnova.demo.store.Database;

/** Rows for a load: copies of what was made over HTTP before. */
final class LoadSeeds {
    private static final int[] SNILS = {9, 8, 7, 6, 5, 4, 3, 2, 1};
    private static final int[] INN_FIRST = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] INN_SECOND = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    private LoadSeeds() {}

    /** So many applications like that one, each of a certificate of its own. */
    static List<String> applications(Database database, String like, String name, int many) {
        List<String> ids = new ArrayList<>();
        database.update(handle -> {
            Map<String, Object> application = row(handle, "application", "id", like);
            Map<String, Object> old = row(handle, "certificate", "sha256", String.valueOf(application.get("replaces")));
            for (int i = 0; i < many; i++) {
                String sha256 = "%064x".formatted(Integer.toUnsignedLong((name + i).hashCode()));
                String id = name + "%012d".formatted(i);
                insert(handle, "certificate", old, Map.of("sha256", sha256, "serial", name + i, "key_id", sha256));
                insert(handle, "application", application, Map.of("id", id, "replaces", sha256));
                for (Map<String, Object> document : rows(handle, "document", "application", like)) {
                    insert(handle, "document", document, Map.of("application", id));
                }
                ids.add(id);
            }
        });
        return ids;
    }

    /** So many people like that one. */
    static List<String> holders(Database database, String like, int many) {
        List<String> ids = new ArrayList<>();
        database.update(handle -> {
            Map<String, Object> holder = row(handle, "holder", "id", like);
            for (int i = 0; i < many; i++) {
                String id = "load" + i;
                insert(
                        handle,
                        "holder",
                        holder,
                        Map.of(
                                "id",
                                id,
                                "ordinal",
                                1000 + i,
                                "snils",
                                snils(100_000_000L + i),
                                "inn",
                                inn(7_700_100_000L + i)));
                ids.add(id);
            }
        });
        return ids;
    }

    /** A certificate of somebody, which nobody has suspended. */
    static String certificate(Database database, String holder) {
        return database.read(handle -> handle.createQuery(
                        "SELECT sha256 FROM certificate WHERE holder = :holder AND revoked IS NULL ORDER BY sha256 LIMIT 1")
                .bind("holder", holder)
                .mapTo(String.class)
                .one());
    }

    private static Map<String, Object> row(Handle handle, String table, String column, String value) {
        return rows(handle, table, column, value).getFirst();
    }

    private static List<Map<String, Object>> rows(Handle handle, String table, String column, String value) {
        return handle.createQuery("SELECT * FROM " + table + " WHERE " + column + " = :value")
                .bind("value", value)
                .mapToMap()
                .list();
    }

    private static void insert(Handle handle, String table, Map<String, Object> like, Map<String, Object> other) {
        Map<String, Object> row = new LinkedHashMap<>(like);
        row.values().removeIf(value -> value == null);
        row.putAll(other);
        String columns = String.join(", ", row.keySet());
        String values = row.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        handle.createUpdate("INSERT INTO " + table + " (" + columns + ") VALUES (" + values + ")")
                .bindMap(row)
                .execute();
    }

    private static String snils(long nine) {
        String digits = String.valueOf(nine);
        return digits + "%02d".formatted(sum(digits, SNILS) % 101 % 100);
    }

    private static String inn(long ten) {
        String digits = String.valueOf(ten);
        digits += sum(digits, INN_FIRST) % 11 % 10;
        return digits + sum(digits, INN_SECOND) % 11 % 10;
    }

    private static int sum(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }
}
