// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0
package org.obnova.host.workstation;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import org.obnova.host.json.Json;

/** Writes a JSON value as people do who keep such files by hand: a line for each member, two spaces for each level. */
final class JsonPage {
    private final StringBuilder out = new StringBuilder();

    private final boolean lines;

    private JsonPage(boolean lines) {
        this.lines = lines;
    }

    static byte[] write(Json json) {
        JsonPage page = new JsonPage(true);
        page.value(json, 0);
        page.out.append('\n');
        return page.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** In one line, without spaces. */
    static String line(Json json) {
        JsonPage page = new JsonPage(false);
        page.value(json, 0);
        return page.out.toString();
    }

    private void value(Json json, int depth) {
        switch (json) {
            case Json.Members members when members.byName().isEmpty() -> out.append("{}");
            case Json.Members members -> members(members, depth);
            case Json.Items items when items.list().isEmpty() -> out.append("[]");
            case Json.Items items -> items(items, depth);
            case Json.Text text -> text(text.value());
            case Json.Whole whole -> out.append(whole.value());
            case Json.OtherNumber number -> out.append(number.literal());
            case Json.Truth truth -> out.append(truth.value());
            case Json.Null _ -> out.append("null");
        }
    }

    private void members(Json.Members members, int depth) {
        out.append('{');
        for (Iterator<Map.Entry<String, Json>> all = members.byName().entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Json> each = all.next();
            line(depth + 1);
            text(each.getKey());
            out.append(lines ? ": " : ":");
            value(each.getValue(), depth + 1);
            out.append(all.hasNext() ? "," : "");
        }
        line(depth);
        out.append('}');
    }

    private void items(Json.Items items, int depth) {
        out.append('[');
        for (Iterator<Json> all = items.list().iterator(); all.hasNext(); ) {
            line(depth + 1);
            value(all.next(), depth + 1);
            out.append(all.hasNext() ? "," : "");
        }
        line(depth);
        out.append(']');
    }

    private void line(int depth) {
        if (lines) {
            out.append('\n').repeat(' ', 2 * depth);
        }
    }

    /** RFC 8259 section 7. */
    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
