// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obnova.host.json.Json;

/** Finds, adds and takes away parts of a JSON value; values themselves never change. */
final class JsonTree {
    private JsonTree() {}

    /** What lies at the path of names. */
    static Optional<Json> find(Json from, List<String> path) {
        Json at = from;
        for (String name : path) {
            if (!(at instanceof Json.Members members) || !members.byName().containsKey(name)) {
                return Optional.empty();
            }
            at = members.byName().get(name);
        }
        return Optional.of(at);
    }

    /** Whether the array at the path has the item. */
    static boolean has(Json from, List<String> path, Json item) {
        return find(from, path)
                .map(at -> at instanceof Json.Items items && items.list().contains(item))
                .orElse(false);
    }

    /**
     * With the value at the path; objects on the way are made.
     *
     * @throws IllegalArgumentException where something on the way is no object
     */
    static Json with(Json from, List<String> path, Json value) {
        if (path.isEmpty()) {
            return value;
        }
        Map<String, Json> members = new LinkedHashMap<>(members(from));
        Json inner = members.getOrDefault(path.getFirst(), new Json.Members(Map.of()));
        members.put(path.getFirst(), with(inner, path.subList(1, path.size()), value));
        return new Json.Members(members);
    }

    /** With the item at the end of the array at the path, which is made where it is not there. Throws as {@link #with}. */
    static Json withItem(Json from, List<String> path, Json item) {
        Json at = find(from, path).orElse(new Json.Items(List.of()));
        if (!(at instanceof Json.Items items)) {
            throw new IllegalArgumentException("no array");
        }
        List<Json> all = new ArrayList<>(items.list());
        all.add(item);
        return with(from, path, new Json.Items(all));
    }

    /** Without what lies at the path, and without the objects on the way that are empty then. */
    static Json without(Json from, List<String> path) {
        if (!(from instanceof Json.Members all) || !all.byName().containsKey(path.getFirst())) {
            return from;
        }
        Map<String, Json> members = new LinkedHashMap<>(all.byName());
        if (path.size() == 1) {
            members.remove(path.getFirst());
            return new Json.Members(members);
        }
        Json inner = without(all.byName().get(path.getFirst()), path.subList(1, path.size()));
        if (inner.equals(new Json.Members(Map.of()))) {
            members.remove(path.getFirst());
        } else {
            members.put(path.getFirst(), inner);
        }
        return new Json.Members(members);
    }

    /** Without the item in the array at the path, and without the array where it is empty then. */
    static Json withoutItem(Json from, List<String> path, Json item) {
        if (!(find(from, path).orElse(null) instanceof Json.Items items)
                || !items.list().contains(item)) {
            return from;
        }
        List<Json> left = new ArrayList<>(items.list());
        left.remove(item);
        return left.isEmpty() ? without(from, path) : with(from, path, new Json.Items(left));
    }

    private static Map<String, Json> members(Json json) {
        if (json instanceof Json.Members members) {
            return members.byName();
        }
        throw new IllegalArgumentException("no object");
    }
}
